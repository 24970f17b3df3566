import { isList, isMap, Reference, type Resource, Text, Unknown, type Value } from '../model';
import type { When } from './fact';
import { type Path, type Step, stepsOf } from './path';

/** Finds a resource by key; what a path's `->` follows. */
export type Find = (key: string) => Resource | undefined;

/**
 * All values that a path leads to, lists flattened at `[]`. An unknown met on the way stands for everything below it.
 */
export function valuesAt(resource: Resource, path: Path, find: Find): readonly Value[] {
  return walkFrom(resource, stepsOf(path), 0, find);
}

/** The first value that a path leads to. */
export function valueAt(resource: Resource, path: Path, find: Find): Value | undefined {
  return valuesAt(resource, path, find)[0];
}

/** As {@link valuesAt}, from any value. */
export function valuesIn(value: Value, path: Path, find: Find): readonly Value[] {
  return walk(value, stepsOf(path), 0, find);
}

/** Paths begin at the properties, or at what stands beside them. */
function walkFrom(resource: Resource, steps: readonly Step[], at: number, find: Find): readonly Value[] {
  return steps[at]?.kind === 'beside'
    ? walk(resource.attributes, steps, at + 1, find)
    : walk(resource.properties, steps, at, find);
}

function walk(value: Value | undefined, steps: readonly Step[], at: number, find: Find): readonly Value[] {
  if (value === undefined || value === null) return [];
  const step = steps[at];
  if (step === undefined) return [value];
  if (value instanceof Unknown) return [value];
  switch (step.kind) {
    case 'member':
      // A path without `[]` through a list of one is how many templates write a single entry.
      if (isList(value)) return value.flatMap((entry) => walk(entry, steps, at, find));
      return isMap(value) ? walk(value[step.name], steps, at + 1, find) : [];
    case 'each':
      if (isList(value)) return value.flatMap((entry) => walk(entry, steps, at + 1, find));
      return walk(value, steps, at + 1, find);
    case 'where':
      return (isList(value) ? value : [value]).flatMap((entry) =>
        isMap(entry) && step.conditions.every(({ name, value: wanted, equal }) => sameWord(entry[name], wanted) === equal)
          ? walk(entry, steps, at + 1, find)
          : [],
      );
    case 'follow': {
      if (isList(value)) return value.flatMap((entry) => walk(entry, steps, at, find));
      const target = value instanceof Reference ? find(value.resource) : undefined;
      return target === undefined ? [] : walkFrom(target, steps, at + 1, find);
    }
    case 'line':
      return typeof value === 'string' ? walk(lineOf(value, step.name), steps, at + 1, find) : [];
    case 'beside':
      return [];
  }
}

/** The value of the last line `name=value` of a text, as such files are read. */
function lineOf(text: string, name: string): string | undefined {
  const found = text.split(/\r?\n/).flatMap((line) => {
    const [key = '', ...rest] = line.split('=');
    return key.trim() === name && rest.length > 0 ? [rest.join('=').trim()] : [];
  });
  return found.at(-1);
}

function sameWord(value: Value | undefined, wanted: string): boolean {
  return (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') && String(value) === wanted;
}

/** Whether a condition on properties holds; an {@link Unknown} when a property it looks at is not known. */
export function holds(when: When, resource: Resource, find: Find): boolean | Unknown {
  let undecided: Unknown | undefined;
  for (const [path, wanted] of Object.entries(when)) {
    const found = valueAt(resource, path, find);
    const answer = matches(found, wanted);
    if (answer === false) return false;
    if (answer instanceof Unknown) undecided ??= answer;
  }
  return undecided ?? true;
}

function matches(found: Value | undefined, wanted: When[string]): boolean | Unknown {
  if ((wanted === 'absent' || wanted === 'present') && found instanceof Unknown) return isGiven(found, wanted);
  if (wanted === 'absent') return found === undefined || found === '' || (isList(found) && found.length === 0);
  if (wanted === 'present') return found !== undefined && found !== '' && !(isList(found) && found.length === 0);
  if (found === undefined) return false;
  if (found instanceof Unknown) {
    if (found.alternatives !== undefined) {
      const answers = found.alternatives.map((value) => matches(value ?? undefined, wanted));
      if (answers.every((answer) => answer === true)) return true;
      if (answers.every((answer) => answer === false)) return false;
    }
    return found;
  }
  const list = (Array.isArray(wanted) ? wanted : [wanted]) as readonly (string | number | boolean)[];
  return list.some((word) => sameSetting(found, word));
}

/** An unknown is given, unless it is one of several values of which one is nothing at all. */
function isGiven(found: Unknown, wanted: 'absent' | 'present'): boolean | Unknown {
  const none = found.alternatives?.filter((value) => value === null).length ?? 0;
  if (none > 0 && none < (found.alternatives?.length ?? 0)) return found;
  return none > 0 === (wanted === 'absent');
}

/** Templates write `true`, `"true"` and `True` for the same setting, and enumerations in any case. */
function sameSetting(found: Value, word: string | number | boolean): boolean {
  if (typeof found !== 'string' && typeof found !== 'number' && typeof found !== 'boolean') return false;
  return String(found).toLowerCase() === String(word).toLowerCase();
}

/** A whole number, or an unknown, or nothing where the property is absent or no number. */
export function numberOf(value: Value | undefined): number | Unknown | undefined {
  if (value instanceof Unknown) return value;
  if (value instanceof Text) {
    const unknown = value.parts.find((part) => part instanceof Unknown);
    return unknown instanceof Unknown ? unknown : undefined;
  }
  if (typeof value !== 'number' && typeof value !== 'string') return undefined;
  const number = typeof value === 'number' ? value : value.trim() === '' ? Number.NaN : Number(value);
  return Number.isFinite(number) ? number : undefined;
}

/** Every reference inside a value, with the resource it names; iterative, so depth does not matter. */
export function referencesIn(value: Value | undefined): readonly Reference[] {
  const found: Reference[] = [];
  const pending: (Value | undefined)[] = [value];
  while (pending.length > 0) {
    const next = pending.pop();
    if (next instanceof Reference) found.push(next);
    else if (next instanceof Text) for (const part of next.parts) pending.push(part as Value);
    else if (isList(next)) for (const entry of next) pending.push(entry);
    else if (isMap(next)) for (const entry of Object.values(next)) pending.push(entry);
    else if (next instanceof Unknown && next.alternatives !== undefined)
      for (const entry of next.alternatives) pending.push(entry);
  }
  return found;
}
