import { isList, Reference, Text, Unknown, type Value, ZoneSymbol } from '../../model';
import { render } from './render';
import type { SystemScope, Truth } from './scope';
import type { Part } from './text';
import { scalarText } from './text';
import { uncalled } from './unknowns';

/** `Fn::Equals`: scalars compare as text; what is not known compares by symbol, by alternatives and by its known parts. */
export function areEqual(left: Value | undefined, right: Value | undefined, system: SystemScope): Truth {
  const [a, b] = [scalarText(left), scalarText(right)];
  if (a !== undefined && b !== undefined) return a === b;
  if (render(left) === render(right) && typeof left === typeof right) return true;
  if (a !== undefined) return equalsLiteral(right, a, system);
  if (b !== undefined) return equalsLiteral(left, b, system);
  if (isList(left) && isList(right)) return equalLists(left, right, system);
  if (left instanceof Unknown && right instanceof Unknown) return shareAlternative(left, right) ? left : false;
  if (left instanceof Reference && right instanceof Reference && left.attribute === undefined && right.attribute === undefined)
    return false;
  return undecided(left, right);
}

function equalLists(left: readonly Value[], right: readonly Value[], system: SystemScope): Truth {
  const isOpen = [...left, ...right].some((item) => item instanceof Unknown && item.list);
  if (left.length !== right.length && !isOpen) return false;
  let open: Truth = !isOpen || undecided(left, right);
  for (let at = 0; at < Math.min(left.length, right.length); at += 1) {
    const same = areEqual(left[at], right[at], system);
    if (same === false && !isOpen) return false;
    if (typeof same !== 'boolean') open = same;
  }
  return open;
}

function shareAlternative(left: Unknown, right: Unknown): boolean {
  const [a, b] = [left.alternatives?.map(scalarText), right.alternatives?.map(scalarText)];
  if (a === undefined || b === undefined || a.includes(undefined) || b.includes(undefined)) return true;
  return a.some((each) => b.includes(each));
}

function equalsLiteral(value: Value | undefined, literal: string, system: SystemScope): Truth {
  if (value === undefined || value === null || isList(value)) return false;
  if (value instanceof Unknown) return unknownEquals(value, literal, system);
  if (value instanceof Text) return canSpell(value.parts, literal) ? undecided(value, literal) : false;
  // ids are given at deployment and no literal in a condition foresees them
  if (value instanceof Reference) return literal === '' || value.attribute === undefined ? false : undecided(value, literal);
  if (value instanceof ZoneSymbol) return literal === '' ? false : undecided(value, literal);
  return false;
}

function unknownEquals(value: Unknown, literal: string, system: SystemScope): Truth {
  if (literal === '' && system.neverEmpty.has(value.symbol)) return false;
  if (value.alternatives === undefined) return value;
  const answers = value.alternatives.map((each) => areEqual(each, literal, system));
  if (answers.every((answer) => answer === false)) return false;
  return answers.every((answer) => answer === true) ? true : value;
}

/** Whether a text with gaps can be that literal: its known parts stand in it in order, at both ends where they are ends. */
function canSpell(parts: readonly Part[], literal: string): boolean {
  let from = 0;
  for (const [index, part] of parts.entries()) {
    if (typeof part !== 'string') continue;
    const isLast = index === parts.length - 1;
    const at = isLast ? Math.max(from, literal.length - part.length) : literal.indexOf(part, from);
    if (at < 0 || !literal.startsWith(part, at) || (index === 0 && at !== 0)) return false;
    from = at + part.length;
  }
  return true;
}

function undecided(left: Value | undefined, right: Value | undefined): Unknown {
  const unknown = [left, right]
    .flatMap((side) => (side instanceof Text ? [...side.parts] : [side]))
    .find((side) => side instanceof Unknown);
  if (unknown !== undefined) return unknown;
  return uncalled(
    'Fn::Equals',
    [left ?? null, right ?? null],
    `whether ${render(left)} equals ${render(right)} is known only when deployed`,
  );
}
