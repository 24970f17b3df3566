import { join } from 'node:path';
import { assessProgram } from '../../lib/assess';
import type { Scope } from '../../lib/diagnostics';

const folder = join(__dirname, 'multi-az-service');
const judged = (survive: Scope, config: Readonly<Record<string, string>> = {}) =>
  assessProgram(folder, { config, timeoutSeconds: 120, say: (text) => process.stderr.write(text) }, { survive });

describe('the service on AWS as a Pulumi program', () => {
  it('survives the loss of any one zone, and nothing is left open', () => {
    const { findings, unproven, problems, summary, witnesses } = judged('zone');
    expect({ findings, unproven, problems }).toEqual({ findings: [], unproven: [], problems: [] });
    expect(summary).toMatchObject({ lost: 0, unproven: 0 });
    expect(summary.survives).toBeGreaterThan(5);
    const zones = witnesses.filter((witness) => witness.function === 'serve').map(({ failureDomain }) => failureDomain);
    expect(zones).toEqual(expect.arrayContaining(['zone eu-west-1#0', 'zone eu-west-1#1', 'zone eu-west-1#2']));
  });

  it('is the same over two zones, as its configuration says', () => {
    const { findings, unproven, topology } = judged('zone', { zones: '2' });
    expect({ findings, unproven }).toEqual({ findings: [], unproven: [] });
    expect(topology.zones).toHaveLength(2);
  });

  it('does not survive the loss of its provider, and says so', () => {
    expect(judged('provider').findings.map(({ rule }) => rule)).toContain('single-provider');
  });
});
