import type { Fault } from './refusal';

/**
 * What the data of a tier is: `public` may be seen by anybody, `internal` only by one's own people, `confidential` only
 * by some of them.
 */
export type Classification = 'public' | 'internal' | 'confidential';

/** Where a tier runs: rented from a provider, or in racks of one's own. */
export type Place = 'cloud' | 'site';

/** A tier of a system that is split between a cloud and a site. */
export interface ClassifiedTier {
  readonly name: string;
  readonly classification: Classification;
  /** Names of the tiers it asks. */
  readonly asks?: readonly string[];
  /**
   * Where it is to run.
   * @default - public data in the cloud, everything else on the site
   */
  readonly place?: Place;
}

/** A tier with its place. */
export interface PlacedTier extends ClassifiedTier {
  readonly place: Place;
}

/** Puts each tier where its data may be: what everybody may see goes to the cloud and scales there, the rest stays. */
export function placeTiers(tiers: readonly ClassifiedTier[]): readonly PlacedTier[] {
  return tiers.map((tier) => ({ ...tier, place: tier.place ?? (tier.classification === 'public' ? 'cloud' : 'site') }));
}

/** Everything wrong with a split: private data in the cloud, tiers that ask nobody's tier, confidential data asked past a tier. */
export function faultsOfPlacement(tiers: readonly ClassifiedTier[]): readonly (Fault | undefined)[] {
  const placed = placeTiers(tiers);
  const byName = new Map(placed.map((tier) => [tier.name, tier]));
  return placed.flatMap((tier) => [
    tier.place === 'cloud' && tier.classification !== 'public'
      ? {
          found: `the tier ${tier.name} is ${tier.classification} and placed in the cloud`,
          bound: 'data that is not public stays on the site',
          wayOut: "leave place out, or classify it as 'public' if it is",
        }
      : undefined,
    ...(tier.asks ?? []).map((name) => faultOfAsking(tier, name, byName.get(name))),
  ]);
}

function faultOfAsking(tier: PlacedTier, name: string, asked: PlacedTier | undefined): Fault | undefined {
  if (asked === undefined) {
    return { found: `${tier.name} asks "${name}"`, bound: 'it is none of the tiers', wayOut: 'name one of them' };
  }
  if (tier.place === 'site' || asked.classification !== 'confidential') return undefined;
  return {
    found: `${tier.name} asks ${name}, which is confidential, from the cloud`,
    bound: 'confidential data is asked by a tier on the site, which gives away only what may be seen',
    wayOut: 'put an internal tier between them',
  };
}
