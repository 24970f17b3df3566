import type { Unproven } from '../diagnostics';

/** Open questions by cause: one value that is not known often leaves hundreds of pairs open. */
export function causesOf(unproven: readonly Unproven[]): readonly (readonly [Unproven, ...Unproven[]])[] {
  const causes = new Map<string, [Unproven, ...Unproven[]]>();
  for (const entry of unproven) {
    const key = JSON.stringify([entry.because, entry.tell, entry.resource?.file, entry.resource?.id]);
    const cause = causes.get(key);
    if (cause === undefined) causes.set(key, [entry]);
    else cause.push(entry);
  }
  return [...causes.values()];
}
