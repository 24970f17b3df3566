import { join } from 'node:path';
import { assessProgram } from '../../lib/assess';
import type { Scope } from '../../lib/diagnostics';

const folder = join(__dirname, 'regional-service');
const judged = (survive: Scope, config: Readonly<Record<string, string>> = {}) =>
  assessProgram(folder, { config, timeoutSeconds: 120, say: (text) => process.stderr.write(text) }, { survive });

describe('the service on Google Cloud', () => {
  it('survives the loss of any one zone, and nothing is left open', () => {
    const { findings, unproven, unknownTypes, problems, summary, witnesses } = judged('zone');
    expect({ findings, unproven, unknownTypes, problems }).toEqual({
      findings: [],
      unproven: [],
      unknownTypes: {},
      problems: [],
    });
    expect(summary).toMatchObject({ lost: 0, unproven: 0 });
    const zones = witnesses.filter((witness) => witness.function === 'serve').map(({ failureDomain }) => failureDomain);
    expect(zones).toEqual(expect.arrayContaining([0, 1, 2].map((zone) => `zone europe-west1#${zone}`)));
  });

  it('is the same over two zones, as its configuration says', () => {
    const { findings, unproven, topology } = judged('zone', { zones: '2' });
    expect({ findings, unproven }).toEqual({ findings: [], unproven: [] });
    expect(topology.zones).toHaveLength(2);
  });

  it('does not survive the loss of its region, and says so', () => {
    expect(judged('region').findings.map(({ rule }) => rule)).toContain('single-region');
  });
});
