import { analyze } from '../../lib/analysis';
import { aws, Knowledge } from '../../lib/knowledge';
import { applyRules } from '../../lib/rules';
import { estate, templateOf } from '../support/estate';
import { fc, runs } from '../support/laws';
import { readBody } from '../support/read';

const knowledge = new Knowledge(aws);

describe('every function that a failure domain takes away', () => {
  it('has a finding that names it', () => {
    fc.assert(
      fc.property(estate, (system) => {
        const analysis = analyze(readBody(templateOf(system), { region: 'us-east-1' }), knowledge);
        const named = new Set(applyRules(analysis).map(({ subject }) => subject));
        const { cuts, losses } = analysis.verdicts;
        const told = new Set(losses.map((loss) => `${loss.function.kind} ${loss.function.name} ${loss.event}`));
        for (const lost of new Set([...losses.map((loss) => loss.function), ...analysis.verdicts.lostByChance]))
          expect([lost.name, losses.some((loss) => loss.function === lost && named.has(loss.culprit))]).toEqual([
            lost.name,
            true,
          ]);
        for (const offered of analysis.functions) {
          if (offered.kind === 'egress') continue;
          for (const event of cuts[offered.node]?.must ?? []) expect(told).toContain(`${offered.kind} ${offered.name} ${event}`);
        }
      }),
      runs(),
    );
  });
});
