import { analyze } from '../../lib/analysis';
import { judgeSystem } from '../../lib/assess';
import { aws, Knowledge } from '../../lib/knowledge';
import { estate, templateOf } from '../support/estate';
import { fc, runs } from '../support/laws';
import { readBody } from '../support/read';

const knowledge = new Knowledge(aws);
const read = (system: Parameters<typeof templateOf>[0]) => readBody(templateOf(system), { region: 'us-east-1' });

describe('the report on a system', () => {
  it('has a witness for each function and known zone whose loss it survives, and for no other', () => {
    fc.assert(
      fc.property(estate, (plan) => {
        const system = read(plan);
        const { functions, verdicts, model } = analyze(system, knowledge);
        const surviving = functions.flatMap(({ kind, name, node }) => {
          const { may, anyOfClass, never } = verdicts.cuts[node]!;
          if (anyOfClass || never) return [];
          const safe = model.domains.filter(
            ({ zone }, event) => zone !== undefined && zone.unknown === undefined && !may.includes(event),
          );
          return safe.map(({ label }) => `${kind} ${name} ${label}`);
        });
        const { witnesses } = judgeSystem(system, { survive: 'zone' });
        expect(witnesses.map(({ function: kind, of, failureDomain }) => `${kind} ${of} ${failureDomain}`)).toEqual(surviving);
      }),
      runs(),
    );
  });

  it('has witnesses that lead only through what is left for certain', () => {
    fc.assert(
      fc.property(estate, (plan) => {
        const system = read(plan);
        const { subjects, verdicts, model } = analyze(system, knowledge);
        const { witnesses } = judgeSystem(system, { survive: 'zone' });
        for (const { function: kind, failureDomain, path } of witnesses) {
          const event = model.domains.findIndex(({ label }) => label === failureDomain);
          expect(path.length).toBeGreaterThan(0);
          // Who wants the way out comes first; the way is what is judged.
          for (const step of kind === 'egress' ? path.slice(1) : path) {
            const [, id, zone] = /^(\S+?)(?: in (.*))?$/.exec(step)!;
            expect(`zone ${zone}`).not.toBe(failureDomain);
            const cut = verdicts.cuts[model.nodeOf(subjects.get(`shop/${id}`)!)];
            // A network that only names its way out has no formula of its own.
            const left = cut === undefined || !(cut.may.includes(event) || cut.anyOfClass || cut.never);
            expect({ step, failureDomain, left }).toEqual({ step, failureDomain, left: true });
          }
        }
      }),
      runs(2),
    );
  });

  it('draws only what it names: keys of resources, shares from 0 to 1, functions that exist', () => {
    fc.assert(
      fc.property(estate, (plan) => {
        const { topology, findings } = judgeSystem(read(plan), { survive: 'zone' });
        const keys = topology.resources.map(({ key }) => key);
        const names = topology.functions.map(({ name }) => name);
        expect(new Set(keys).size).toBe(keys.length);
        for (const { from, to } of topology.dependencies) expect(keys).toEqual(expect.arrayContaining([from, to]));
        for (const domain of topology.domains) {
          expect(keys).toEqual(expect.arrayContaining([...domain.stops]));
          expect(names).toEqual(expect.arrayContaining([...domain.lost, ...domain.unproven]));
          for (const [key, share] of Object.entries(domain.capacityLeft)) {
            expect(keys).toContain(key);
            expect(share).toBeGreaterThanOrEqual(0);
            expect(share).toBeLessThan(1);
          }
        }
        // What a finding says is lost is drawn as lost.
        for (const { category, loses, failureDomain } of findings) {
          if (category !== 'SINGLE_POINT_OF_FAILURE') continue;
          const drawn = topology.domains.find(({ label }) => label === failureDomain);
          expect(loses.filter((name) => drawn?.lost.includes(name)).length).toBeGreaterThan(0);
        }
      }),
      runs(),
    );
  });

  it('is the same every time, and the same after it was written as JSON and read', () => {
    fc.assert(
      fc.property(estate, (plan) => {
        const once = judgeSystem(read(plan), { survive: 'zone' });
        expect(judgeSystem(read(plan), { survive: 'zone' })).toEqual(once);
        expect(JSON.parse(JSON.stringify(once))).toEqual(once);
      }),
      runs(),
    );
  });
});
