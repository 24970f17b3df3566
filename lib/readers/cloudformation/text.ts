import { isList, isMap, Reference, Text, Unknown, type Value, ZoneList, ZoneSymbol } from '../../model';
import { render } from './render';
import type { SystemScope } from './scope';

export type Part = string | Reference | Unknown | ZoneSymbol;

/** The plain text of a scalar; undefined for what is not one. Numbers and booleans print as CloudFormation prints them. */
export function scalarText(value: Value | undefined): string | undefined {
  if (typeof value === 'string') return value;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  return undefined;
}

/** Characters that all texts together may have; only values that multiply each other pass it. */
const mostCharacters = 400_000_000;

/**
 * Puts parts together: neighbouring strings become one, a single part stands for itself.
 *
 * @throws {InputError} texts that together pass the limit
 */
export function concatenate(parts: readonly Part[], system: SystemScope): Value {
  const merged: Part[] = [];
  for (const part of parts) spend(typeof part === 'string' ? part.length : 50, system);
  for (const part of parts) {
    const last = merged.at(-1);
    if (typeof part === 'string' && typeof last === 'string') merged[merged.length - 1] = last + part;
    else if (part !== '') merged.push(part);
  }
  const [first, second] = merged;
  if (first === undefined) return '';
  return second === undefined ? first : new Text(merged);
}

function spend(characters: number, system: SystemScope): void {
  system.characters += characters;
  if (system.characters <= mostCharacters) return;
  const message = `texts put together have more than ${mostCharacters} characters`;
  system.problems.fail('text-too-large', message, 'write shorter values', system.current);
}

/** The parts a value adds to a text. A list is joined by commas, as parameters pass it. */
export function partsOf(value: Value | undefined, system: SystemScope): readonly Part[] {
  if (value === undefined || value === null) return [];
  const plain = scalarText(value);
  if (plain !== undefined) return [plain];
  if (value instanceof Text) return value.parts;
  if (value instanceof Reference || value instanceof ZoneSymbol) return [value];
  if (value instanceof Unknown) return [value.list ? joinedUnknown(value, ',', system) : value];
  if (value instanceof ZoneList) return [joinedUnknown(value, ',', system)];
  if (isList(value)) return partsOf(join(value, ',', system), system);
  return isMap(value) ? jsonParts(value, system) : [];
}

/** `Fn::Join` of what its list evaluates to. */
export function join(list: Value | undefined, separator: string, system: SystemScope): Value {
  if (!isList(list)) {
    if (list instanceof ZoneList || (list instanceof Unknown && list.list)) return joinedUnknown(list, separator, system);
    return concatenate(partsOf(list, system), system);
  }
  const parts: Part[] = [];
  list.forEach((item, index) => {
    if (index > 0) parts.push(separator);
    if (item instanceof ZoneList || (item instanceof Unknown && item.list)) parts.push(joinedUnknown(item, separator, system));
    else parts.push(...partsOf(isList(item) ? join(item, separator, system) : item, system));
  });
  return concatenate(parts, system);
}

function joinedUnknown(list: Unknown | ZoneList, separator: string, system: SystemScope): Unknown {
  const [because, tell] =
    list instanceof Unknown
      ? [list.because, list.tell]
      : [`the zones of ${list.region} are known only when deployed`, '--region …'];
  const joined = new Unknown(`${render(list)} joined by "${separator}"`, because, tell);
  system.joined.set(joined, { list, separator });
  return joined;
}

/** `Fn::Split` of a value: a list of texts where the separators are known, else one unknown list. */
export function split(value: Value | undefined, separator: string, system: SystemScope): Value {
  if (value === undefined || value === null) return [];
  if (isList(value) || value instanceof ZoneList || (value instanceof Unknown && value.list)) return value;
  const plain = scalarText(value);
  if (plain !== undefined) {
    spend(plain.length, system);
    return separator === '' ? [plain] : plain.split(separator);
  }
  if (value instanceof Unknown) return splitUnknown(value, separator, system);
  if (value instanceof Reference) return separator === ',' ? [value] : splitLater(value, separator, system);
  return value instanceof Text ? splitParts(value, separator, system) : [value];
}

function splitUnknown(value: Unknown, separator: string, system: SystemScope): Value {
  const origin = system.joined.get(value);
  if (origin?.separator === separator) return origin.list;
  const symbol = `${value.symbol} split by "${separator}"`;
  const list = new Unknown(symbol, value.because, value.tell, true, splitAlternatives(value.alternatives, separator));
  system.split.set(list, { of: value, separator });
  return list;
}

function splitAlternatives(alternatives: readonly Value[] | undefined, separator: string): readonly Value[] | undefined {
  if (alternatives === undefined || separator === '') return undefined;
  const texts = alternatives.map(scalarText);
  return texts.every((text) => text !== undefined) ? texts.map((text) => text.split(separator)) : undefined;
}

/** A list of unknown length that remembers what it came from. */
function splitLater(value: Reference | Text, separator: string, system: SystemScope): Unknown {
  const symbol = `${render(value)} split by "${separator}"`;
  const because = `${render(value)} is known only when deployed`;
  const list = new Unknown(symbol, because, 'nothing in the input can fix it', true);
  system.split.set(list, { of: value, separator });
  return list;
}

function splitParts(text: Text, separator: string, system: SystemScope): Value {
  if (separator === '') return splitLater(text, separator, system);
  const pieces: Part[][] = [[]];
  for (const part of text.parts) {
    if (typeof part === 'string') {
      const [head = '', ...tail] = part.split(separator);
      pieces.at(-1)?.push(head);
      for (const piece of tail) pieces.push([piece]);
    } else pieces.at(-1)?.push(part);
  }
  return pieces.map((piece) => {
    const value = concatenate(piece, system);
    // a list that was joined comes back as one item that stands for several
    const origin = value instanceof Unknown ? system.joined.get(value) : undefined;
    return origin?.separator === separator ? origin.list : value;
  });
}

/** `Fn::ToJsonString`: the text, with references where they stand. */
export function jsonParts(value: Value, system: SystemScope): readonly Part[] {
  if (isList(value)) {
    return ['[', ...value.flatMap((item, index) => [...(index > 0 ? [','] : []), ...jsonParts(item, system)]), ']'];
  }
  if (isMap(value)) {
    const entries = Object.entries(value);
    return [
      '{',
      ...entries.flatMap(([name, item], index) => [
        `${index > 0 ? ',' : ''}${JSON.stringify(name)}:`,
        ...jsonParts(item, system),
      ]),
      '}',
    ];
  }
  if (value === null || typeof value !== 'object') return [JSON.stringify(value)];
  return ['"', ...partsOf(value, system), '"'];
}
