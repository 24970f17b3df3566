import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { assess } from '../lib';

/** Templates with planted faults and the same repaired; they stand beside the repository, not in it. */
const PAIRS = join(__dirname, '../../shared/pairs');
const present = existsSync(PAIRS);
if (!present) console.log('skipped: the pairs (../shared/pairs) are not here');

const OPTIONS = { survive: 'zone', parameters: {}, worlds: 'default' } as const;

(present ? describe : describe.skip)('the first pair', () => {
  it('has every planted fault named at its resource', async () => {
    const { findings } = await assess([join(PAIRS, 'first/spof.yaml')], OPTIONS);
    const named = findings.map(({ rule, resource }) => `${resource.id}: ${rule}`);
    expect(named).toEqual(
      expect.arrayContaining([
        'Nat: nat-gateway-shared-by-zones',
        'Asg: group-of-one',
        'AuroraW: cluster-with-one-instance',
        'Ep: endpoint-in-one-zone',
        'Cgw: one-customer-gateway',
        'Rec: failover-record-without-secondary',
        'Rec: failover-record-without-health-check',
        'Tg: health-check-blind',
      ]),
    );
  });

  // Planted as well, and hidden behind the group of one; turn into a plain `it` when it is named.
  it('has the group over two subnets of one zone named beside the group of one', async () => {
    const { findings } = await assess([join(PAIRS, 'first/spof.yaml')], OPTIONS);
    expect(findings.map(({ rule, resource }) => `${resource.id}: ${rule}`)).toContain('Asg: group-in-one-zone');
  });

  it('is clean once repaired', async () => {
    const { findings } = await assess([join(PAIRS, 'first/good.yaml')], OPTIONS);
    expect(findings).toEqual([]);
  });
});
