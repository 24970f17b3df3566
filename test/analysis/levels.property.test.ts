import { judgeSystem } from '../../lib/assess';
import type { Assessment, Scope } from '../../lib/diagnostics';
import { estate, type Template, templateOf } from '../support/estate';
import { fc, runs } from '../support/laws';
import { readBody } from '../support/read';

const judged = (template: Template, survive: Scope) => judgeSystem(readBody(template, { region: 'us-east-1' }), { survive });
const named = ({ findings }: Assessment) => findings.map(({ rule, resource, severity }) => `${rule} ${resource.id} ${severity}`);

describe('a higher level', () => {
  it('adds findings and takes none away', () => {
    fc.assert(
      fc.property(estate, (system) => {
        const template = templateOf(system);
        const [zone, region, provider] = (['zone', 'region', 'provider'] as const).map((level) => named(judged(template, level)));
        expect(region).toEqual(expect.arrayContaining(zone!));
        expect(provider).toEqual(expect.arrayContaining(region!));
      }),
      runs(),
    );
  });

  it('finds every function of a system in one region lost with the region, and with the provider', () => {
    fc.assert(
      fc.property(estate, (system) => {
        const { findings, topology, unproven } = judged(templateOf(system), 'provider');
        // What never works, such as a group without a mount target to start from, is open and not lost.
        const open = new Set(unproven.map(({ of }) => of));
        const serving = topology.functions
          .filter(({ kind, name }) => kind !== 'egress' && !open.has(name))
          .map(({ name }) => name);
        for (const scope of ['region', 'provider'] as const) {
          const lost = new Set(findings.filter((finding) => finding.scope === scope).flatMap(({ loses }) => loses));
          expect({ scope, kept: serving.filter((name) => !lost.has(name)) }).toEqual({ scope, kept: [] });
        }
      }),
      runs(),
    );
  });
});
