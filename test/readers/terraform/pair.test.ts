import { join } from 'node:path';
import { judged, rulesAndNames, weighed } from '../../support/pair';
import { sharedFolder } from '../../support/shared';

const ours = join(__dirname, 'pair');
const { folder, describeHere } = sharedFolder('pairs/first');

describeHere('the pair of planted faults as a Terraform plan', () => {
  it.each([
    ['faulty', 'spof.yaml'],
    ['repaired', 'good.yaml'],
  ])('%s: gives the findings of the CloudFormation template', async (name, template) => {
    const plan = await judged(join(ours, name, 'plan.json'));
    expect(weighed(plan)).toEqual(weighed(await judged(join(folder, template))));
    expect(plan.unproven).toEqual([]);
  });

  it('finds something in the faulty one', async () => {
    expect(rulesAndNames(await judged(join(ours, 'faulty', 'plan.json')))).toContain('nat-gateway-shared-by-zones Nat');
  });
});
