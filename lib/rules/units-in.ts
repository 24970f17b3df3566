import type { Value } from '../model';

/** A number of units that is given as such or as a share of all: `2`, `25%`. Undefined: it is not known. */
export function unitsIn(value: Value, of: number, rounding: 'up' | 'down'): number | undefined {
  if (typeof value !== 'number' && typeof value !== 'string') return undefined;
  const match = /^\s*(\d+(?:\.\d+)?)\s*(%?)\s*$/.exec(String(value));
  if (match === null) return undefined;
  const number = Number(match[1]);
  if (match[2] === '') return number;
  const units = (of * number) / 100;
  return rounding === 'up' ? Math.ceil(units) : Math.floor(units);
}
