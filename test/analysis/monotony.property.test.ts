import { type Analysis, analyze } from '../../lib/analysis';
import { aws, Knowledge } from '../../lib/knowledge';
import { type Estate, estate, templateOf } from '../support/estate';
import { fc, runs } from '../support/laws';
import { readBody } from '../support/read';

const knowledge = new Knowledge(aws);
const analysisOf = (system: Estate): Analysis => analyze(readBody(templateOf(system), { region: 'us-east-1' }), knowledge);

/** What each function is certainly and possibly lost with, by label; `any zone` stands for zones that are not listed. */
function tollOf({ functions, verdicts, model }: Analysis) {
  return new Map(
    functions.map(({ kind, name, node }) => {
      const { must, may, anyOfClass, never } = verdicts.cuts[node]!;
      const labels = (events: readonly number[]) => events.map((event) => model.domains[event]!.label);
      return [
        `${kind} ${name}`,
        { must: labels(must), may: [...labels(may), ...(anyOfClass ? ['any zone'] : [])], never },
      ] as const;
    }),
  );
}
const mayLose = (toll: { readonly may: readonly string[] }, label: string) =>
  toll.may.includes(label) || (label.startsWith('zone ') && toll.may.includes('any zone'));

describe('redundancy', () => {
  it('that is added to a pool takes nothing away from what was kept', () => {
    fc.assert(
      fc.property(estate, fc.nat(), fc.nat(), (system, pool, group) => {
        fc.pre(system.pools.length > 0 && system.groups.length > 0);
        const [at, member] = [pool % system.pools.length, group % system.groups.length];
        fc.pre(system.pools[at]!.members.length > 0 && !system.pools[at]!.members.includes(member));
        const pools = system.pools.map((one, index) => (index === at ? { members: [...one.members, member] } : one));
        const [before, after] = [tollOf(analysisOf(system)), tollOf(analysisOf({ ...system, pools }))];
        for (const [name, toll] of after) {
          const old = before.get(name);
          if (old === undefined || old.never) continue;
          expect({ name, never: toll.never }).toEqual({ name, never: false });
          expect({ name, lost: toll.must.filter((label) => !old.must.includes(label)) }).toEqual({ name, lost: [] });
          expect({ name, open: toll.may.filter((label) => !mayLose(old, label)) }).toEqual({ name, open: [] });
        }
      }),
      runs(2),
    );
  });
});

const floorOf = ({ wanted, scaledTo }: Estate['groups'][number]) => Math.min(Number(wanted), scaledTo ?? Number(wanted));

describe('a hard dependency', () => {
  it('that is added saves nothing that was lost', () => {
    fc.assert(
      fc.property(estate, fc.nat(), fc.nat(), (system, group, store) => {
        fc.pre(system.stores.length > 0 && system.groups.length > 0);
        const [at, used] = [group % system.groups.length, store % system.stores.length];
        fc.pre(!system.groups[at]!.uses.includes(used));
        // A single unit starts where its files can be mounted, and is not lost with other zones any more.
        fc.pre(system.stores[used]!.kind !== 'files' || floorOf(system.groups[at]!) > 1);
        const groups = system.groups.map((one, index) => (index === at ? { ...one, uses: [...one.uses, used] } : one));
        const [before, after] = [tollOf(analysisOf(system)), tollOf(analysisOf({ ...system, groups }))];
        for (const [name, old] of before) {
          const toll = after.get(name);
          if (toll === undefined || toll.never) continue;
          expect({ name, saved: old.must.filter((label) => !toll.must.includes(label)) }).toEqual({ name, saved: [] });
          expect({ name, closed: old.may.filter((label) => !mayLose(toll, label)) }).toEqual({ name, closed: [] });
        }
      }),
      runs(2),
    );
  });
});

describe('the report', () => {
  it('says of every function that may be lost what is lost or what is not known', () => {
    fc.assert(
      fc.property(estate, (system) => {
        const { functions, verdicts } = analysisOf(system);
        for (const offered of functions) {
          const { must, may, anyOfClass, never } = verdicts.cuts[offered.node]!;
          const told = verdicts.losses.some((loss) => loss.function === offered);
          const asked = verdicts.doubts.some((doubt) => doubt.function === offered);
          if (!never && !anyOfClass && may.length === 0)
            expect({ offered: offered.name, told, asked }).toEqual({ offered: offered.name, told: false, asked: false });
          // The loss of a group's own zone, certain or possible, is not news for its way out.
          if (offered.kind === 'egress') continue;
          if (must.length > 0) expect({ offered: offered.name, told }).toEqual({ offered: offered.name, told: true });
          if (never || anyOfClass || may.length > must.length)
            expect({ offered: offered.name, said: told || asked }).toEqual({ offered: offered.name, said: true });
        }
      }),
      runs(2),
    );
  });

  it('counts every pair of function and failure domain once', () => {
    fc.assert(
      fc.property(estate, (system) => {
        const { functions, verdicts, model } = analysisOf(system);
        const { lost, unproven, survives } = verdicts.pairs;
        expect(lost + unproven + survives).toBe(functions.length * model.domains.length);
        expect(Math.min(lost, unproven, survives)).toBeGreaterThanOrEqual(0);
        // Pairs that a finding settles may be counted as kept; a pair that is open never is.
        const open = functions.filter((offered) => verdicts.doubts.some((doubt) => doubt.function === offered));
        const undecided = open.reduce((sum, { node }) => {
          const { must, may, anyOfClass, never } = verdicts.cuts[node]!;
          const isOpen = (event: number) =>
            !must.includes(event) && (never || may.includes(event) || (anyOfClass && model.isZone(event)));
          return sum + [...model.domains.keys()].filter(isOpen).length;
        }, 0);
        expect(unproven).toBe(undecided);
      }),
      runs(2),
    );
  });

  it('blames for each loss something that the failure stops, at the end of a path from the function', () => {
    fc.assert(
      fc.property(estate, (system) => {
        const { verdicts, model } = analysisOf(system);
        for (const { function: offered, event, culprit, path } of verdicts.losses) {
          expect(path[0]).toBe(offered.subject);
          expect(path[path.length - 1]).toBe(culprit);
          // A group that only one zone leads out of is to blame for that, and goes on itself.
          const ownWay = offered.kind === 'egress' && culprit === offered.subject;
          if (!ownWay) expect(verdicts.cuts[model.nodeOf(culprit)]!.must).toContain(event);
          expect(new Set(path).size).toBe(path.length);
        }
      }),
      runs(2),
    );
  });
});
