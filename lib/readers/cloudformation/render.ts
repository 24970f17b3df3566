import { isList, isMap, Reference, Text, Unknown, type Value, ZoneList, ZoneSymbol } from '../../model';

const longest = 160;

/**
 * Prints a value so that equal values print equal: the material of symbols.
 *
 * @returns at most about 170 characters; a longer print is cut and ends in a digest of the whole
 */
export function render(value: Value | undefined): string {
  return shorten(print(value));
}

function print(value: Value | undefined): string {
  if (value === undefined) return 'nothing';
  if (value instanceof Unknown) return value.symbol;
  if (value instanceof Reference) return value.attribute === undefined ? value.resource : `${value.resource}.${value.attribute}`;
  if (value instanceof Text) return printParts(value.parts, render);
  if (value instanceof ZoneSymbol) return `zone ${value.region}#${value.index}`;
  if (value instanceof ZoneList) return `zones of ${value.region}`;
  if (isList(value)) return `[${value.map(render).join(', ')}]`;
  if (isMap(value))
    return `{${Object.entries(value)
      .map(([name, item]) => `${name}: ${render(item)}`)
      .join(', ')}}`;
  return String(value);
}

/** Prints the parts of a text: `${parameter Shop/Env}-VpcId`. */
export function printParts(parts: readonly Value[], printPart: (part: Value) => string): string {
  return parts.map((part) => (typeof part === 'string' ? part : `\${${printPart(part)}}`)).join('');
}

function shorten(text: string): string {
  if (text.length <= longest) return text;
  let digest = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) digest = Math.imul(digest ^ text.charCodeAt(at), 0x01000193) >>> 0;
  return `${text.slice(0, longest)}~${digest.toString(16)}`;
}
