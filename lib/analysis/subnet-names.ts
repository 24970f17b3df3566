import { isList, Text, Unknown, type Value } from '../model';
import type { Subject } from './subject';

/** What a list of one holds, for a parameter of a list type stands where one name is expected. */
export function theOnly(values: readonly Value[]): Value | undefined {
  const [value] = values;
  return isList(value) && value.length === 1 ? value[0] : value;
}

/** A literal id; an empty one is nobody's, and stands for something of its own. */
export function nameOf(value: Value, { resource }: Subject): string {
  return value === '' ? `an empty subnet of ${resource.id}` : String(value);
}

export function emptyId(owner: Subject): Unknown {
  const because = `"${owner.resource.id}" names a subnet with an empty id`;
  return new Unknown(nameOf('', owner), because, 'give the parameter behind it the id of a subnet');
}

/** Some services take a list as one text with commas, and some an ARN, of which the end is the id. */
export function splitAtCommas(value: Value): Value {
  if (typeof value === 'string') {
    const ids = value.split(',').map((part) => part.trim().replace(/^arn:.*\//, ''));
    return ids.length > 1 ? ids : (ids[0] ?? value);
  }
  if (!(value instanceof Text)) return value;
  if (String(value.parts[0]).startsWith('arn:')) {
    const id = value.parts.at(-1) ?? value;
    return typeof id === 'string' ? id.replace(/^.*\//, '') : id;
  }
  return value.parts.flatMap((part): Value[] =>
    typeof part === 'string'
      ? part
          .split(',')
          .map((word) => word.trim())
          .filter((word) => word !== '')
      : [part],
  );
}
