import { join } from 'node:path';
import { assess } from '../../lib';
import { sharedFolder } from '../support/shared';

const { folder, describeHere } = sharedFolder('pairs/first');
const judged = async (name: string) => assess([join(folder, name)], { survive: 'zone', parameters: {}, worlds: 'default' });
const named = async (name: string) => (await judged(name)).findings.map(({ rule, resource }) => `${resource.id}: ${rule}`);

describeHere('the first pair', () => {
  it('has every planted fault named at its resource, and only those', async () => {
    expect((await named('spof.yaml')).sort()).toEqual([
      'Asg: group-in-one-zone',
      'Asg: group-of-one',
      'AuroraW: cluster-with-one-instance',
      'Cgw: one-customer-gateway',
      'Ep: endpoint-in-one-zone',
      'Nat: nat-gateway-shared-by-zones',
      'Rec: failover-record-without-health-check',
      'Rec: failover-record-without-secondary',
      'Tg: health-check-blind',
    ]);
  });

  it('is clean once repaired; only the record that leads out of the template may be open', async () => {
    const { findings, unproven } = await judged('good.yaml');
    expect(findings).toEqual([]);
    expect(unproven.filter(({ resource }) => resource?.id !== 'Rec2')).toEqual([]);
  });
});
