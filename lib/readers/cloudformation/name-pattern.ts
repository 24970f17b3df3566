import type { Part } from './text';

/** A gap in a pattern: any text, an empty one too. */
const gap = '\u0000';

const endLength = 4;

/** A name with gaps where parts of it are not known, one character each. */
export type NamePattern = string;

export function patternOf(parts: readonly Part[]): NamePattern {
  return parts.map((part) => (typeof part === 'string' ? part.replaceAll(gap, '') : gap)).join('');
}

/** The last characters of a name, the same number for every name; undefined where a gap is among them. */
export function knownEnd(pattern: NamePattern): string | undefined {
  const end = pattern.slice(-endLength);
  return end.length < endLength || end.includes(gap) ? undefined : end;
}

/**
 * How well two names with gaps agree.
 *
 * @returns characters known on both sides that agree, counted from both ends; undefined when no text fits both
 */
export function agreement(a: NamePattern, b: NamePattern): number | undefined {
  const shortest = Math.min(a.length, b.length);
  let start = 0;
  while (start < shortest && a[start] === b[start] && a[start] !== gap) start += 1;
  if (start === a.length && start === b.length) return start;
  if (isKnown(a, start) && isKnown(b, start)) return undefined;
  let end = 0;
  while (end < shortest - start && a[a.length - 1 - end] === b[b.length - 1 - end] && a[a.length - 1 - end] !== gap) end += 1;
  if (end < shortest - start && a[a.length - 1 - end] !== gap && b[b.length - 1 - end] !== gap) return undefined;
  return canBeEqual(a.slice(start, a.length - end), b.slice(start, b.length - end)) ? start + end : undefined;
}

function isKnown(pattern: NamePattern, at: number): boolean {
  return at < pattern.length && pattern[at] !== gap;
}

/** Whether some text fits both patterns: the usual table over both lengths. */
function canBeEqual(a: NamePattern, b: NamePattern): boolean {
  let row: boolean[] = [true];
  for (let j = 1; j <= b.length; j += 1) row[j] = row[j - 1] === true && b[j - 1] === gap;
  for (let i = 1; i <= a.length; i += 1) {
    const next: boolean[] = [row[0] === true && a[i - 1] === gap];
    for (let j = 1; j <= b.length; j += 1) {
      if (a[i - 1] === gap || b[j - 1] === gap) next[j] = row[j] === true || next[j - 1] === true;
      else next[j] = row[j - 1] === true && a[i - 1] === b[j - 1];
    }
    row = next;
  }
  return row[b.length] === true;
}
