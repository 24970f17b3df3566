/** Something that needs a line of its own for a stretch; stretches with the same key share one. */
export interface Stretch {
  readonly key: string;
  readonly from: number;
  readonly to: number;
}

export interface Tracks {
  readonly of: ReadonlyMap<string, number>;
  readonly count: number;
}

/**
 * Gives every key the lowest track on which nothing else runs along its stretch.
 *
 * @param apart least distance between two stretches on one track
 */
export function toTracks(stretches: readonly Stretch[], apart: number): Tracks {
  const joined = new Map<string, { low: number; high: number }>();
  for (const { key, from, to } of stretches) {
    const known = joined.get(key);
    const [low, high] = [Math.min(from, to), Math.max(from, to)];
    joined.set(key, known === undefined ? { low, high } : { low: Math.min(known.low, low), high: Math.max(known.high, high) });
  }
  const of = new Map<string, number>();
  const tracks: { low: number; high: number }[][] = [];
  for (const [key, { low, high }] of [...joined].sort(([, a], [, b]) => a.low - b.low || a.high - b.high)) {
    let track = tracks.findIndex((others) => others.every((other) => high + apart <= other.low || other.high + apart <= low));
    if (track < 0) track = tracks.push([]) - 1;
    tracks[track]?.push({ low, high });
    of.set(key, track);
  }
  return { of, count: tracks.length };
}
