import type { EventId } from './formula';

/** A part of a gate, with its weight, as far as events of the wildcard class may stop it. */
export interface Weighted {
  readonly weight: number;
  readonly anyOfClass: boolean;
  readonly places?: readonly EventId[];
}

/** Events of the class that are certainly different, whatever they stand for; of each event, the others. */
export type Apart = (event: EventId) => ReadonlySet<EventId> | undefined;

/**
 * The most weight that one event of the class stops together, at least as much as it can be: of places that are apart from
 * each other it hits one.
 *
 * @param spared - places that it does not hit
 */
export function heaviest(parts: readonly Weighted[], apart: Apart, spared: ReadonlySet<EventId> | undefined): number {
  let always = 0;
  let sometimes = 0;
  const weights = new Map<EventId, number>();
  for (const { weight, anyOfClass, places } of parts) {
    if (!anyOfClass) continue;
    if (places === undefined) {
      always += weight;
      continue;
    }
    const hit = places.filter((place) => spared?.has(place) !== true);
    if (hit.length > 0) sometimes += weight;
    for (const place of hit) weights.set(place, (weights.get(place) ?? 0) + weight);
  }
  const groups: { readonly places: EventId[]; weight: number }[] = [];
  for (const [place, weight] of [...weights].sort(([a], [b]) => a - b)) {
    const others = apart(place);
    const group = groups.find(({ places }) => places.every((other) => others?.has(other) === true));
    if (group === undefined) groups.push({ places: [place], weight });
    else {
      group.places.push(place);
      group.weight = Math.max(group.weight, weight);
    }
  }
  const together = groups.reduce((sum, { weight }) => sum + weight, 0);
  return always + Math.min(together, sometimes);
}
