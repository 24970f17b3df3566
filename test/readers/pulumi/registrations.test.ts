import { Reference } from '../../../lib/model';
import { readRegistrations, typeInModel } from '../../../lib/readers';

const vpc = 'urn:pulumi:dev::shop::aws:ec2/vpc:Vpc::main';
const subnet = 'urn:pulumi:dev::shop::aws:ec2/subnet:Subnet::a';
const unknown = '04da6b54-80e4-46f7-96ec-b56ff0331ba9';
const none = { dependencies: [], propertyDependencies: {} };

describe('resources that the engine of Pulumi tells', () => {
  it('refer to each other by what their properties depend on, and stand where their region says', () => {
    const system = readRegistrations('shop', [
      { urn: vpc, type: 'aws:ec2/vpc:Vpc', custom: true, inputs: { cidrBlock: '10.0.0.0/16', region: 'eu-west-1' }, ...none },
      {
        urn: subnet,
        type: 'aws:ec2/subnet:Subnet',
        custom: true,
        inputs: { vpcId: unknown, region: 'eu-west-1' },
        dependencies: [vpc],
        propertyDependencies: { vpcId: [vpc] },
      },
    ]);
    const [main, a] = [...system.resources.values()];
    expect(main?.stack.region).toBe('eu-west-1');
    expect(a?.type).toBe('AWS::EC2::Subnet');
    expect(a?.properties.VpcId).toEqual(new Reference(main?.key ?? ''));
  });

  it('have the type of the facts, and their own where nobody knows it', () => {
    const tokens = ['aws:ec2/subnet:Subnet', 'gcp:compute/uRLMap:URLMap', 'shop:index:Store'];
    expect(tokens.map(typeInModel)).toEqual(['AWS::EC2::Subnet', 'google_compute_url_map', 'shop:index:Store']);
  });
});
