import { assess } from '../../lib';
import { folderOf } from '../support/read';

const repairsOf = async (template: object) => {
  const { findings } = await assess([folderOf({ 'shop.json': template })], {
    survive: 'zone',
    parameters: {},
    worlds: 'default',
    repairs: true,
  });
  return Object.fromEntries(findings.map(({ rule, resource, repair }) => [`${rule}:${resource.id}`, repair]));
};
const zone = (index: number) => ({ 'Fn::Select': [index, { 'Fn::GetAZs': '' }] });
const subnet = (index: number) => ({
  Type: 'AWS::EC2::Subnet',
  Properties: { VpcId: { Ref: 'Vpc' }, AvailabilityZone: zone(index) },
});
const shop = (group: object) => ({
  Resources: {
    Vpc: { Type: 'AWS::EC2::VPC' },
    A: subnet(0),
    B: subnet(1),
    Launch: { Type: 'AWS::EC2::LaunchTemplate', Properties: { LaunchTemplateData: { InstanceType: 't3.medium' } } },
    Web: {
      Type: 'AWS::AutoScaling::AutoScalingGroup',
      Properties: { MaxSize: '4', LaunchTemplate: { LaunchTemplateId: { Ref: 'Launch' } }, ...group },
    },
  },
});

describe('a repair', () => {
  it('is the setting that is missing, with what it adds to the bill', async () => {
    const repairs = await repairsOf(shop({ MinSize: '1', VPCZoneIdentifier: [{ Ref: 'A' }, { Ref: 'B' }] }));
    expect(repairs['group-of-one:Web']).toMatchObject({
      edits: [{ resource: { id: 'Web' }, property: ['MinSize'], action: 'set', values: ['2'], terraform: 'min_size = {}' }],
      effect: 'changed in place',
      cost: { usdPerMonth: 30.37, because: '1 × t3.medium instance at $0.0416 an hour', region: 'us-east-1', unconfirmed: true },
    });
  });

  it('raises what stands in its way as well', async () => {
    const repairs = await repairsOf(shop({ MinSize: '1', MaxSize: '1', VPCZoneIdentifier: [{ Ref: 'A' }, { Ref: 'B' }] }));
    expect(repairs['group-of-one:Web']?.edits.map(({ property, values }) => [property[0], values[0]])).toEqual([
      ['MinSize', '2'],
      ['MaxSize', '2'],
    ]);
  });

  it('adds a subnet of another zone, and of the same kind', async () => {
    const repairs = await repairsOf(shop({ MinSize: '2', VPCZoneIdentifier: [{ Ref: 'A' }] }));
    expect(repairs['group-in-one-zone:Web']?.edits).toMatchObject([
      { property: ['VPCZoneIdentifier'], action: 'append', values: [{ ref: 'B' }] },
    ]);
  });

  it('is not offered where it would bring in something that weighs as much', async () => {
    const orders = { Type: 'AWS::RDS::DBInstance', Properties: { Engine: 'postgres', BackupRetentionPeriod: 7 } };
    expect((await repairsOf({ Resources: { Orders: orders } }))['database-without-standby:Orders']).toBeDefined();
    const member = {
      Type: 'AWS::RDS::DBInstance',
      Properties: { Engine: 'aurora-postgresql', DBClusterIdentifier: { Ref: 'Data' } },
    };
    const cluster = { Type: 'AWS::RDS::DBCluster', Properties: { Engine: 'aurora-postgresql' } };
    const aurora = await repairsOf({ Resources: { Data: cluster, Writer: member } });
    expect(Object.entries(aurora)).toEqual([['cluster-with-one-instance:Writer', undefined]]);
  });

  it('is looked for only when it is asked for', async () => {
    const template = shop({ MinSize: '1', VPCZoneIdentifier: [{ Ref: 'A' }, { Ref: 'B' }] });
    const { findings } = await assess([folderOf({ 'shop.json': template })], {
      survive: 'zone',
      parameters: {},
      worlds: 'default',
    });
    expect(findings.map((finding) => 'repair' in finding)).toEqual(findings.map(() => false));
  });
});
