import { type Apart, singleCuts } from '../../lib/fault-tree';
import { type FormulaPlan, formulaOver, inClass, type LeafPlan, toFormula, worksUnder } from '../support/formulas';
import { fc, runs } from '../support/laws';

/** Places by the names that leaves give them; which of the three zones each is, only a reading says. */
const PLACES = [0, 2, 4, 6];
const ZONES = ['a', 'b', 'c'];

const place: fc.Arbitrary<LeafPlan> = fc
  .constantFrom(...PLACES)
  .map((event) => ({ kind: 'leaf', must: [event], anyOfClass: true, places: [event] }));
const one: fc.Arbitrary<LeafPlan> = fc
  .uniqueArray(fc.constantFrom(...PLACES), { minLength: 2, maxLength: 3 })
  .map((events) => ({ kind: 'leaf', must: [], may: events, anyOfClass: true, places: events }));

/** Lists of which no two places are one zone. */
const lists = fc.array(fc.uniqueArray(fc.constantFrom(...PLACES), { maxLength: 3 }), { maxLength: 2 });
const apartIn =
  (groups: readonly (readonly number[])[]): Apart =>
  (event) => {
    const others = groups.filter((group) => group.includes(event)).flat();
    return others.some((other) => other !== event) ? new Set(others.filter((other) => other !== event)) : undefined;
  };

const world = fc.record({
  zones: fc.tuple(...PLACES.map(() => fc.constantFrom(...ZONES))),
  picks: fc.array(fc.nat({ max: 2 }), { minLength: 14, maxLength: 14 }),
});

/** Whether nodes work when a zone fails: a leaf of several places stands in the one that the world picks. */
function worksIn(plan: FormulaPlan, { zones, picks }: { zones: readonly string[]; picks: readonly number[] }, zone: string) {
  const zoneOf = (event: number) => zones[PLACES.indexOf(event)];
  const real = plan.map((node, id) => {
    if (node.kind !== 'leaf') return node;
    const at = node.must[0] ?? node.may?.[(picks[id] ?? 0) % node.may.length];
    return { kind: 'leaf' as const, must: at !== undefined && zoneOf(at) === zone ? [1] : [] };
  });
  return worksUnder(
    real,
    plan.map(() => new Set<number>()),
    1,
  );
}

describe('singleCuts where some places are apart', () => {
  it('never says that a node survives a zone that takes it in some world', () => {
    fc.assert(
      fc.property(formulaOver(fc.oneof(place, one)), lists, world, (plan, groups, real) => {
        const zoneOf = (event: number) => real.zones[PLACES.indexOf(event)];
        fc.pre(groups.every((group) => new Set(group.map(zoneOf)).size === group.length));
        const calm = worksUnder(
          plan,
          plan.map(() => new Set()),
          undefined,
        );
        const cuts = singleCuts(toFormula(plan), inClass, apartIn(groups));
        for (const zone of ZONES) {
          const works = worksIn(plan, real, zone);
          cuts.forEach((cut, node) => {
            if (!calm[node] || works[node]) return;
            const names = PLACES.filter((event) => zoneOf(event) === zone);
            expect({ node, zone, said: cut.anyOfClass || names.some((event) => cut.may.includes(event)) }).toEqual({
              node,
              zone,
              said: true,
            });
            if (cut.places !== undefined) expect(names.some((event) => cut.may.includes(event))).toBe(true);
          });
        }
      }),
      runs(10),
    );
  });

  it('proves no less than without', () => {
    fc.assert(
      fc.property(formulaOver(fc.oneof(place, one)), lists, (plan, groups) => {
        const plain = singleCuts(toFormula(plan), inClass);
        singleCuts(toFormula(plan), inClass, apartIn(groups)).forEach((cut, node) => {
          expect(cut.must).toEqual(plain[node]!.must);
          expect(plain[node]!.may).toEqual(expect.arrayContaining([...cut.may]));
          if (cut.anyOfClass) expect(plain[node]!.anyOfClass).toBe(true);
        });
      }),
      runs(3),
    );
  });

  it('takes two places that are apart for two, and of three of which two are apart for no more than two', () => {
    const zone = (event: number): LeafPlan => ({ kind: 'leaf', must: [event], anyOfClass: true, places: [event] });
    const any = (...events: number[]): FormulaPlan => [
      ...events.map(zone),
      { kind: 'gate', required: 1, children: events.map((_, id) => id) },
    ];
    const openOf = (plan: FormulaPlan, groups: readonly (readonly number[])[]) =>
      singleCuts(toFormula(plan), inClass, apartIn(groups)).at(-1)!.anyOfClass;
    expect(openOf(any(0, 2), [])).toBe(true);
    expect(openOf(any(0, 2), [[0, 2]])).toBe(false);
    expect(openOf(any(0, 4), [[0, 2]])).toBe(true);
    expect(openOf(any(0, 2, 4), [[0, 2]])).toBe(false);
    const majority: FormulaPlan = [...any(0, 2, 4).slice(0, 3), { kind: 'gate', required: 2, children: [0, 1, 2] }];
    expect(openOf(majority, [[0, 2]])).toBe(true);
    expect(openOf(majority, [[0, 2, 4]])).toBe(false);
  });
});
