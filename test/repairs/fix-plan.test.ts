import type { Finding, Repair, RepairEdit } from '../../lib/diagnostics';
import { fixPlanOf } from '../../lib/repairs';
import { aFinding } from '../support/assessments';

const resource = (changes: Partial<Finding['resource']> = {}) => ({
  id: 'Orders',
  type: 'AWS::RDS::DBInstance',
  file: 'shop',
  ...changes,
});
const MULTI_AZ = {
  property: ['MultiAZ'],
  action: 'set',
  values: [true],
  cdk: 'multiAz: {}',
  terraform: 'multi_az = {}',
} as const;
const SUBNETS = {
  property: ['SubnetIds'],
  action: 'append',
  values: [{ ref: 'aws_subnet.b' }],
  terraform: 'subnet_ids = […, {}]',
} as const;
const MATCHER = {
  property: ['Matcher', 'HttpCode'],
  action: 'set',
  values: ['200'],
  terraform: 'health_check { matcher = {} }',
} as const;

function planOf(text: string | undefined, changes: readonly Omit<RepairEdit, 'resource'>[], at = resource()) {
  const repair: Repair = { edits: changes.map((edit) => ({ ...edit, resource: at })), effect: 'changed in place' };
  return fixPlanOf(aFinding({ resource: at, repair }), () => text);
}

describe('fixPlanOf', () => {
  it('patches a template', () => {
    const plan = planOf('Resources:\n  Orders:\n    Properties:\n      Engine: postgres\n', [MULTI_AZ]);
    expect(plan?.lines).toEqual([]);
    expect(plan?.patch).toBe(
      '--- shop\n+++ shop\n@@ -1,4 +1,5 @@\n Resources:\n   Orders:\n     Properties:\n+      MultiAZ: true\n       Engine: postgres\n',
    );
  });

  it('writes the line of a CDK construct, and the one that works for every construct', () => {
    const plan = planOf(
      '{"Resources": {}}',
      [MULTI_AZ, { ...SUBNETS, action: 'remove', values: [] }],
      resource({ path: 'Shop/Data/Orders' }),
    );
    expect(plan).toMatchObject({
      patch: '',
      lines: [
        '// Shop/Data/Orders',
        'multiAz: true,   // or, where the construct has no such property:',
        "(orders.node.defaultChild as CfnResource).addPropertyOverride('MultiAZ', true);",
        '// Shop/Data/Orders',
        "(orders.node.defaultChild as CfnResource).addPropertyDeletionOverride('SubnetIds');",
      ],
    });
  });

  it('writes attributes of Terraform', () => {
    const plan = planOf(
      '{"format_version": "1.2", "terraform_version": "1.9.0"}',
      [MULTI_AZ, SUBNETS, MATCHER],
      resource({ id: 'aws_db_instance.orders' }),
    );
    expect(plan?.lines).toEqual([
      '# aws_db_instance.orders',
      'multi_az = true',
      'subnet_ids = […, aws_subnet.b.id]',
      'health_check { matcher = 200 }',
    ]);
  });

  it('writes arguments of Pulumi', () => {
    const plan = planOf('{"version": 3, "deployment": {}}', [MULTI_AZ, MATCHER]);
    expect(plan?.lines).toEqual(['# Orders', 'multiAz: true', 'healthCheck: { matcher: 200 }']);
  });

  it('says in words what no patch can change', () => {
    const plan = planOf('Resources:\n  Orders:\n    Properties:\n      MultiAZ: !If [IsProd, true, false]\n', [MULTI_AZ]);
    expect(plan).toMatchObject({
      patch: '',
      lines: ['Orders: MultiAZ = true; "MultiAZ" of "Orders" is worked out by the template'],
    });
    expect(planOf(undefined, [MULTI_AZ])?.lines).toEqual(['Orders: MultiAZ = true']);
  });

  it('does not print a template of one endless line', () => {
    const text = JSON.stringify({ Resources: { Orders: { Properties: { Tags: 'x'.repeat(600) } } } });
    expect(planOf(text, [MULTI_AZ])).toMatchObject({ patch: '', lines: ['Orders: MultiAZ = true'] });
  });

  it('has nothing to say of a finding without a repair', () => {
    expect(fixPlanOf(aFinding(), () => '')).toBeUndefined();
  });
});
