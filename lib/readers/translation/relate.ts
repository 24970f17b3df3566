import { isList, isMap, type Reference, Text, type Value } from '../../model';

/** Something that a text may name: what it is, and how it is written. */
export interface Named {
  readonly value: Reference;
  readonly text: string;
  /** It only counts when it is the whole text: a short name is part of many others. */
  readonly whole?: boolean;
}

/** Whether a name is one that a longer text would not hold by chance: an address, an ARN, a long id. */
export function isTelling(text: string): boolean {
  return text.length >= 16 || /[.:/]/.test(text);
}

/** Shortest name that is looked for inside a longer text; a shorter one only counts when it is the whole text. */
const shortest = 3;

/**
 * Puts references where known texts name resources. Only resources that the input itself says are meant are candidates,
 * so that two things with one name by chance are never joined.
 */
export function relate(value: Value, candidates: readonly Named[]): Value {
  if (candidates.length === 0) return value;
  if (typeof value === 'string') return relateText(value, candidates);
  if (isList(value)) return value.map((entry) => relate(entry, candidates));
  if (isMap(value)) return Object.fromEntries(Object.entries(value).map(([name, entry]) => [name, relate(entry, candidates)]));
  return value;
}

function relateText(text: string, candidates: readonly Named[]): Value {
  const whole = candidates.find((candidate) => candidate.text === text);
  if (whole !== undefined) return whole.value;
  let parts: (string | Reference)[] = [text];
  // Longer names first: an endpoint begins with the name of its database.
  const inside = candidates.filter((candidate) => candidate.whole !== true && candidate.text.length >= shortest);
  for (const { value, text: name } of inside.sort((a, b) => b.text.length - a.text.length)) {
    parts = parts.flatMap((part) => (typeof part === 'string' ? splitAt(part, name, value) : [part]));
  }
  return parts.length === 1 && typeof parts[0] === 'string' ? text : new Text(parts);
}

function splitAt(text: string, name: string, value: Reference): (string | Reference)[] {
  const at = text.indexOf(name);
  if (at === -1) return [text];
  return [text.slice(0, at), value, text.slice(at + name.length)].filter((part) => part !== '');
}
