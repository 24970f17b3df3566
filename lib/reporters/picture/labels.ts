import type { TopologyZone } from '../../diagnostics';
import { displayWidth, plain } from '../text/plain';

/** Longest label that stands as it is in the head of a lane. */
const SHORT_ENOUGH = 7;

/**
 * A word for the head of a lane, for each zone, different for the zones of one region: `a` of `us-east-1a`, `#1` for the
 * second zone of its region, `?1` for one of which the input does not say which it is.
 */
export function shortZoneLabels(zones: readonly TopologyZone[]): ReadonlyMap<string, string> {
  const short = new Map<string, string>();
  const taken = new Set<string>();
  let unknowns = 0;
  for (const { label, region, unknown } of zones) {
    const rest = label.startsWith(region) ? plain(label.slice(region.length)).replace(/^-/, '') : label;
    let word = unknown ? `?${++unknowns}` : rest !== '' && displayWidth(rest) <= SHORT_ENOUGH ? rest : `z${short.size + 1}`;
    while (taken.has(`${region} ${word}`)) word = `${word}'`;
    taken.add(`${region} ${word}`);
    short.set(label, word);
  }
  return short;
}

/** What the CDK puts behind a logical id to make it unique says nothing to a reader. */
export function displayName(id: string): string {
  return plain(id).replace(/(?<=[A-Za-z])(?=[0-9A-F]*[0-9])[0-9A-F]{8}$/, '');
}

/** Shortens in the middle, because names differ at both ends: `PublicAppli…Balancer`. Width in pixels of {@link textWidth}. */
export function middleCut(text: string, width: number, size: number): string {
  const clean = plain(text);
  if (textWidth(clean, size) <= width) return clean;
  const letters = [...clean];
  const half = (width - textWidth('…', size)) / 2;
  return `${fitting(letters, half, size).join('')}…${fitting(letters.reverse(), half, size).reverse().join('')}`;
}

/** Shortens at the end, for plain words: `Application Load B…`. */
export function endCut(text: string, width: number, size: number): string {
  const clean = plain(text);
  if (textWidth(clean, size) <= width) return clean;
  return `${fitting([...clean], width - textWidth('…', size), size)
    .join('')
    .trimEnd()}…`;
}

/**
 * Width of a text in pixels, estimated for the widest of the fonts that readers have (DejaVu Sans, of which only bold is
 * there): with another one a card has room to spare.
 * `size` is the font size; semi-bold is meant.
 */
function textWidth(text: string, size: number): number {
  let ems = 0;
  for (const letter of text) ems += emsOf(letter);
  return ems * size;
}

function emsOf(letter: string): number {
  if (/[iIjl.,:;'|!]/.test(letter)) return 0.35;
  if (/[frt()[\]/ -]/.test(letter)) return 0.46;
  if (/[mwMW@%]/.test(letter)) return 1;
  if (/[A-Z…×]/.test(letter)) return 0.78;
  return displayWidth(letter) === 2 ? 1 : 0.69;
}

function fitting(letters: readonly string[], width: number, size: number): string[] {
  const taken: string[] = [];
  let used = 0;
  for (const letter of letters) {
    used += textWidth(letter, size);
    if (used > width) break;
    taken.push(letter);
  }
  return taken;
}
