import { type Analysis, analyze } from '../../lib/analysis';
import { aws, Knowledge } from '../../lib/knowledge';
import { type Estate, type EstateZone, estate, templateOf } from '../support/estate';
import { fc, runs } from '../support/laws';
import { readBody } from '../support/read';
import { type Failure, functionsOf, type RefereeFunction, realZone, type World, worldsOf } from '../support/referee';

const knowledge = new Knowledge(aws);
const analysisOf = (system: Estate): Analysis => analyze(readBody(templateOf(system), { region: 'us-east-1' }), knowledge);

/** The zone that a failure domain of the report stands for, in the words of the estate; undefined for a component. */
function zoneOf(label: string): EstateZone | 'somewhere' | undefined {
  const known = /^zone us-east-1#(\d)$/.exec(label);
  if (known !== null) return Number(known[1]);
  const letter = /^zone parameter shop\/Zone([PQ])$/.exec(label);
  if (letter !== null) return letter[1] === 'P' ? 'p' : 'q';
  return label.startsWith('zone ') ? 'somewhere' : undefined;
}

/** What a failure domain of the report is in one world; undefined when it cannot be told. */
function failureOf(label: string, world: World): Failure | undefined {
  const zone = zoneOf(label);
  if (zone === undefined) return { component: label.replace('component ', '') };
  return zone === 'somewhere' ? undefined : { zone: realZone(zone, world) };
}

function stateOf({ verdicts, model }: Analysis, node: number, event: number): 'lost' | 'unproven' | 'survives' {
  const cut = verdicts.cuts[node]!;
  if (cut.must.includes(event)) return 'lost';
  return cut.may.includes(event) || (cut.anyOfClass && model.isZone(event)) ? 'unproven' : 'survives';
}

const isLost = (offered: RefereeFunction, world: World, failure: Failure) =>
  !offered.works(world, failure) && !offered.pointless(world, failure);

/** Runs a check on every function that engine and referee see, in every world. */
function forAll(
  check: (sources: {
    analysis: Analysis;
    node: number;
    offered: RefereeFunction;
    worlds: readonly World[];
    system: Estate;
  }) => void,
) {
  return fc.property(estate, (system) => {
    const worlds = worldsOf(system);
    fc.pre(worlds !== undefined);
    const analysis = analysisOf(system);
    for (const offered of functionsOf(system)) {
      const found = analysis.functions.find(({ kind, name }) => kind === offered.kind && name === offered.name);
      if (found !== undefined) check({ analysis, node: found.node, offered, worlds: worlds!, system });
    }
  });
}

const hasLetters = (system: Estate) => JSON.stringify(system).match(/"[pq]"/) !== null;
const hasUnsaid = (system: Estate) => JSON.stringify(system).includes('unsaid');
/** Somebody may join it who is not in the input. */
const hasEmptyPool = ({ pools }: Estate) => pools.some(({ members }) => members.length === 0);
/** The provider refuses some of its subnets in one zone. */
const keepsZonesApart = ({ balancers, stores }: Estate) =>
  balancers.length > 0 || stores.some((store) => store.kind === 'database' && store.subnets.length === 2);
const hasFiles = (system: Estate) => system.stores.some(({ kind }) => kind === 'files');

describe('the engine and a referee that tries every failure in every world', () => {
  it('see the same functions', () => {
    fc.assert(
      fc.property(estate, (system) => {
        const names = (list: readonly { kind: string; name: string }[]) => list.map(({ kind, name }) => `${kind} ${name}`).sort();
        expect(names(analysisOf(system).functions)).toEqual(names(functionsOf(system)));
      }),
      runs(3),
    );
  });

  it('agree that what is called lost is lost in every world', () => {
    fc.assert(
      forAll(({ analysis, node, offered, worlds, system }) => {
        // The zones in which files can be mounted are counted as if all zones differed and the group had many units.
        if (hasFiles(system) && (hasLetters(system) || hasUnsaid(system))) return;
        for (const [event, { label }] of analysis.model.domains.entries()) {
          if (stateOf(analysis, node, event) !== 'lost') continue;
          for (const world of worlds) {
            const failure = failureOf(label, world);
            if (failure === undefined) continue;
            expect({ offered: offered.name, label, works: offered.works(world, failure) }).toEqual({
              offered: offered.name,
              label,
              works: false,
            });
          }
        }
      }),
      runs(3),
    );
  });

  it('agree that nothing else is lost in any world, unless it is called unproven', () => {
    fc.assert(
      forAll(({ analysis, node, offered, worlds, system }) => {
        const cut = analysis.verdicts.cuts[node]!;
        if (cut.never || cut.anyOfClass) return;
        const domains = [...analysis.model.domains.entries()];
        for (const world of worlds) {
          const failures: Failure[] = [0, 1, 2, 'elsewhere p', 'elsewhere q'].map((zone) => ({ zone }));
          // Whether there is a mount target in an unknown zone at all is asked for the loss of zones only.
          const components =
            hasFiles(system) && hasLetters(system) ? [] : domains.filter(([, { label }]) => zoneOf(label) === undefined);
          for (const [, { label }] of components) failures.push(failureOf(label, world)!);
          for (const failure of failures) {
            if (!isLost(offered, world, failure)) continue;
            const announced = domains.filter(([event, { label }]) => {
              const domain = failureOf(label, world);
              return JSON.stringify(domain) === JSON.stringify(failure) && stateOf(analysis, node, event) !== 'survives';
            });
            expect({ offered: offered.name, failure, announced: announced.length > 0 }).toEqual({
              offered: offered.name,
              failure,
              announced: true,
            });
          }
        }
      }),
      runs(3),
    );
  });

  it('agree that what is called unproven is lost in some world', () => {
    fc.assert(
      forAll(({ analysis, node, offered, worlds, system }) => {
        // Mount targets in unknown zones, and a way out whose caller may be gone, are called unproven to be safe.
        if (hasEmptyPool(system) || (hasLetters(system) && (hasFiles(system) || offered.kind === 'egress'))) return;
        for (const [event, { label }] of analysis.model.domains.entries()) {
          if (zoneOf(label) === 'somewhere' || stateOf(analysis, node, event) !== 'unproven') continue;
          // Of places that are not known any zone is named, those that they are known to differ from among them.
          const { may, places } = analysis.verdicts.cuts[node]!;
          if ((places !== undefined || keepsZonesApart(system)) && !may.includes(event)) continue;
          const lost = worlds.some((world) => isLost(offered, world, failureOf(label, world)!));
          expect({ offered: offered.name, label, lost }).toEqual({ offered: offered.name, label, lost: true });
        }
      }),
      runs(3),
    );
  });

  it('agree on what is lost in every world and can be told', () => {
    fc.assert(
      forAll(({ analysis, node, offered, worlds, system }) => {
        if (hasLetters(system) || analysis.verdicts.cuts[node]!.never) return;
        for (const [event, { label }] of analysis.model.domains.entries()) {
          if (zoneOf(label) === 'somewhere') continue;
          const lost = worlds.every((world) => isLost(offered, world, failureOf(label, world)!));
          if (lost)
            expect({ offered: offered.name, label, state: stateOf(analysis, node, event) }).toEqual({
              offered: offered.name,
              label,
              state: 'lost',
            });
        }
      }),
      runs(3),
    );
  });

  it('agree on what never works', () => {
    fc.assert(
      forAll(({ analysis, node, offered, worlds, system }) => {
        // Where a single unit may start, the referee does not ask whether it could mount its files there.
        if (hasFiles(system) && hasUnsaid(system)) return;
        const { never } = analysis.verdicts.cuts[node]!;
        if (never) expect(worlds.filter((world) => offered.works(world, undefined))).toEqual([]);
      }),
      runs(3),
    );
  });
});
