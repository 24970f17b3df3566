import { isMap, Reference, Unknown, type Value, type ValueMap } from '../../model';
import { listAt, type Manifest, mapAt, textAt } from './manifest';

/** The labels that a service asks of its pods; none where its endpoints are written elsewhere. */
export function selectorOf({ object }: Manifest): readonly (readonly [string, Value])[] {
  return Object.entries(mapAt(object, 'spec', 'selector'));
}

/** Whether a label selector takes pods with these labels; one that is absent takes none. Undefined: it cannot be told. */
export function selects(selector: Value | undefined, labels: ValueMap): boolean | undefined {
  if (selector instanceof Unknown) return undefined;
  if (!isMap(selector)) return false;
  const answers = [
    ...Object.entries(mapAt(selector, 'matchLabels')).map(([name, value]) => isEqual(labels[name], value)),
    ...listAt(selector, 'matchExpressions').map((expression) => meets(expression, labels)),
  ];
  if (answers.includes(false)) return false;
  return answers.includes(undefined) ? undefined : true;
}

function meets(expression: Value, labels: ValueMap): boolean | undefined {
  const own = labels[textAt(expression, 'key') ?? ''];
  const values = listAt(expression, 'values');
  switch (textAt(expression, 'operator')) {
    case 'In':
      return own === undefined ? false : isAmong(own, values);
    case 'NotIn': {
      const among = own === undefined ? false : isAmong(own, values);
      return among === undefined ? undefined : !among;
    }
    case 'Exists':
      return own !== undefined;
    case 'DoesNotExist':
      return own === undefined;
    default:
      return false;
  }
}

function isAmong(own: Value, values: readonly Value[]): boolean | undefined {
  const answers = values.map((value) => isEqual(own, value));
  if (answers.includes(true)) return true;
  return answers.includes(undefined) ? undefined : false;
}

/** Labels that come from one unknown or one resource are equal; those from different ones may be. */
function isEqual(a: Value | undefined, b: Value | undefined): boolean | undefined {
  if (a === undefined || b === undefined) return false;
  if (sameText(a, b)) return true;
  return typeof a === 'object' || typeof b === 'object' ? undefined : false;
}

/** Labels that come from one unknown or one resource are equal too. */
export function sameText(a: Value | undefined, b: Value | undefined): boolean {
  if (a instanceof Reference && b instanceof Reference) return a.resource === b.resource && a.attribute === b.attribute;
  if (a instanceof Unknown && b instanceof Unknown) return a.symbol === b.symbol;
  return a !== undefined && b !== undefined && typeof a !== 'object' && typeof b !== 'object' && String(a) === String(b);
}
