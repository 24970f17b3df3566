import { Reference, type Resource, type Stack, type System, type Value } from '../../../lib/model';

/** Resources by id: a type and its properties. */
export type Resources = Readonly<Record<string, readonly [type: string, properties?: Readonly<Record<string, Value>>]>>;

const stack: Stack = { name: 'Shop', file: 'shop.json', region: 'eu-west-1', provider: 'aws' };

/** The identity of a resource of the system, or an attribute of it. */
export const ref = (id: string, attribute?: string): Reference => new Reference(`${stack.name}/${id}`, attribute);

/** A system in memory, as a reader would hand it over. */
export function systemOf(resources: Resources): System {
  const list = Object.entries(resources).map(
    ([id, [type, properties = {}]]): Resource => ({
      key: `${stack.name}/${id}`,
      id,
      type,
      properties,
      stack,
      source: { file: stack.file, path: ['Resources', id] },
    }),
  );
  return {
    inputs: [stack.file],
    resources: new Map(list.map((resource) => [resource.key, resource])),
    stacks: [stack],
    offered: [],
    world: {},
    problems: [],
    locate: () => undefined,
    lineOf: () => undefined,
  };
}

/** A network over two zones: SubnetA and SubnetA2 stand in the first, SubnetB in the second; all reach the internet. */
export const network: Resources = {
  Vpc: ['AWS::EC2::VPC', { CidrBlock: '10.0.0.0/16' }],
  SubnetA: ['AWS::EC2::Subnet', { VpcId: ref('Vpc'), AvailabilityZone: 'eu-west-1a' }],
  SubnetA2: ['AWS::EC2::Subnet', { VpcId: ref('Vpc'), AvailabilityZone: 'eu-west-1a' }],
  SubnetB: ['AWS::EC2::Subnet', { VpcId: ref('Vpc'), AvailabilityZone: 'eu-west-1b' }],
};
export const oneZone = [ref('SubnetA'), ref('SubnetA2')];
export const twoZones = [ref('SubnetA'), ref('SubnetB')];
