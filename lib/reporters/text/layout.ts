import { displayWidth, plain } from './plain';

/** Most entries of a list that a person is asked to read. */
const LONGEST_LIST = 10;
/** Narrower than this, wrapping makes text harder to read, not easier. */
const NARROWEST = 40;

/** `a, b, c`, cut at ten with `and 14 more`; words from files are made plain. */
export function list(words: readonly string[], separator = ', ', longest = LONGEST_LIST): string {
  const shown = words.slice(0, longest).map(plain).join(separator);
  const rest = words.length - longest;
  return rest > 0 ? `${shown}${separator.startsWith(' ') ? separator : ' '}and ${count(rest)} more` : shown;
}

/** Thousands in groups: `12,345`. */
export function count(number: number): string {
  return String(number).replace(/\B(?=(\d{3})+$)/g, ',');
}

/** `1 resource`, `2 resources`, `3 errors`. */
export function counted(number: number, noun: string, plural = `${noun}s`): string {
  return `${count(number)} ${number === 1 ? noun : plural}`;
}

/**
 * Breaks a text at spaces.
 *
 * @param first - columns already taken on the first line
 * @param indent - columns in front of each following line
 * @returns lines without their indent; a word longer than a line stays whole (paths and addresses must)
 */
export function wrap(text: string, width: number, first: number, indent: number): readonly string[] {
  if (first + displayWidth(text) <= width) return [text];
  const limit = Math.max(width, NARROWEST);
  const lines: string[] = [];
  let line = '';
  let used = first;
  for (const word of text.split(' ')) {
    const wide = displayWidth(word);
    if (line !== '' && used + 1 + wide > limit) {
      lines.push(line.trimEnd());
      line = word;
      used = indent + wide;
    } else {
      used += (line === '' ? 0 : 1) + wide;
      line = line === '' ? word : `${line} ${word}`;
    }
  }
  return [...lines, line.trimEnd()];
}

/** Seconds as people say them: `95 s`, `5 min`, `2 h 30 min`. */
export function duration(seconds: number): string {
  if (seconds < 120) return `${Math.round(seconds)} s`;
  const minutes = Math.round(seconds / 60);
  if (minutes < 120) return `${minutes} min`;
  const rest = minutes % 60;
  return `${Math.floor(minutes / 60)} h${rest === 0 ? '' : ` ${rest} min`}`;
}
