import { join } from 'node:path';
import { assess } from '../../lib/assess';
import type { Finding } from '../../lib/diagnostics';
import { fc, runs } from '../support/laws';
import { folderOf } from '../support/read';

type World = Readonly<Record<string, string>>;
type Node = unknown;

const PARAMETERS = ['A', 'B', 'C', 'D', 'E'];
const holds = (name: string) => ({ 'Fn::Equals': [{ Ref: name }, 'true'] });
const NOTHING = { Ref: 'AWS::NoValue' };

/** A condition by name: a parameter, its opposite, two of them, one of them. */
const condition = fc
  .tuple(fc.constantFrom('is', 'not', 'and', 'or'), fc.constantFrom(...PARAMETERS), fc.constantFrom(...PARAMETERS))
  .map(([kind, a, b]): Node => {
    if (kind === 'is') return holds(a);
    if (kind === 'not') return { 'Fn::Not': [holds(a)] };
    return { [kind === 'and' ? 'Fn::And' : 'Fn::Or']: [holds(a), holds(b)] };
  });

/** Which condition decides about each place of a template where one may; undefined: none does. */
const decided = fc.option(fc.nat({ max: 4 }), { nil: undefined, freq: 2 });
const places = fc.record({
  conditions: fc.tuple(condition, condition, condition, condition, condition),
  subnets: fc.tuple(decided, decided, decided),
  floor: decided,
  floors: fc.constantFrom(['4', '3'], ['3', '1'], ['2', '4']),
  reader: decided,
  other: decided,
  database: decided,
  standby: decided,
  told: fc.boolean(),
  moves: fc.boolean(),
  within: decided,
  nat: decided,
  wayOut: decided,
  balancer: decided,
  uses: fc.boolean(),
  ruled: fc.boolean(),
});
type Places = typeof places extends fc.Arbitrary<infer T> ? T : never;

function templateOf(given: Places): object {
  const when = (index: number | undefined) => (index === undefined ? {} : { Condition: `Has${index}` });
  const either = (index: number | undefined, then: Node, otherwise: Node): Node =>
    index === undefined ? then : { 'Fn::If': [`Has${index}`, then, otherwise] };
  const zone = (index: number) => ({ 'Fn::Select': [index, { 'Fn::GetAZs': '' }] });
  const subnets = [0, 1, 2].map((index) => either(given.subnets[index], { Ref: `Subnet${index}` }, NOTHING));
  const subnet = (index: number) => ({
    Type: 'AWS::EC2::Subnet',
    ...when(given.subnets[index]),
    Properties: { VpcId: { Ref: 'Vpc' }, CidrBlock: `10.0.${index}.0/24`, AvailabilityZone: zone(index) },
  });
  /** Where a condition decides about a member, it is about whether it exists or whether it stands beside the writer. */
  const member = (index: number, decidedBy?: number) => ({
    Type: 'AWS::RDS::DBInstance',
    ...(!given.moves && when(decidedBy)),
    Properties: {
      Engine: 'aurora-mysql',
      DBClusterIdentifier: { Ref: 'Cluster' },
      AvailabilityZone: given.moves ? either(decidedBy, zone(index), zone(0)) : zone(index),
    },
  });
  return {
    Parameters: Object.fromEntries(
      PARAMETERS.map((name) => [name, { Type: 'String', Default: 'true', AllowedValues: ['true', 'false'] }]),
    ),
    Conditions: Object.fromEntries(given.conditions.map((expression, index) => [`Has${index}`, expression])),
    ...(given.ruled && { Rules: { One: { Assertions: [{ Assert: { 'Fn::Or': [holds('A'), holds('B')] } }] } } }),
    Resources: {
      Vpc: { Type: 'AWS::EC2::VPC', Properties: { CidrBlock: '10.0.0.0/16' } },
      Subnet0: subnet(0),
      Subnet1: subnet(1),
      Subnet2: subnet(2),
      Table: { Type: 'AWS::EC2::RouteTable', Properties: { VpcId: { Ref: 'Vpc' } } },
      Nat: { Type: 'AWS::EC2::NatGateway', ...when(given.nat), Properties: { SubnetId: 'subnet-1', AllocationId: 'eipalloc-1' } },
      Spare: { Type: 'AWS::EC2::NatGateway', Properties: { SubnetId: 'subnet-2', AllocationId: 'eipalloc-2' } },
      Joined: {
        Type: 'AWS::EC2::SubnetRouteTableAssociation',
        ...when(given.subnets[0]),
        Properties: { SubnetId: { Ref: 'Subnet0' }, RouteTableId: { Ref: 'Table' } },
      },
      Out: {
        Type: 'AWS::EC2::Route',
        ...when(given.wayOut),
        Properties: {
          RouteTableId: { Ref: 'Table' },
          DestinationCidrBlock: '0.0.0.0/0',
          NatGatewayId: either(given.nat, { Ref: 'Nat' }, { Ref: 'Spare' }),
        },
      },
      Targets: {
        Type: 'AWS::ElasticLoadBalancingV2::TargetGroup',
        Properties: { VpcId: { Ref: 'Vpc' }, Protocol: 'HTTP', Port: 80 },
      },
      Balancer: { Type: 'AWS::ElasticLoadBalancingV2::LoadBalancer', ...when(given.balancer), Properties: { Subnets: subnets } },
      Listener: {
        Type: 'AWS::ElasticLoadBalancingV2::Listener',
        ...when(given.balancer),
        Properties: {
          LoadBalancerArn: { Ref: 'Balancer' },
          Port: 80,
          Protocol: 'HTTP',
          DefaultActions: [{ Type: 'forward', TargetGroupArn: { Ref: 'Targets' } }],
        },
      },
      Launch: {
        Type: 'AWS::EC2::LaunchTemplate',
        Properties: {
          LaunchTemplateData: {
            ImageId: 'ami-1',
            ...(given.uses && { UserData: either(given.within, { 'Fn::GetAtt': 'Cluster.Endpoint.Address' }, 'none') }),
          },
        },
      },
      Group: {
        Type: 'AWS::AutoScaling::AutoScalingGroup',
        Properties: {
          MinSize: either(given.floor, given.floors[0], given.floors[1]),
          MaxSize: '9',
          VPCZoneIdentifier: subnets,
          LaunchTemplate: { LaunchTemplateId: { Ref: 'Launch' }, Version: '1' },
          TargetGroupARNs: [{ Ref: 'Targets' }],
        },
      },
      Cluster: { Type: 'AWS::RDS::DBCluster', Properties: { Engine: 'aurora-mysql' } },
      Writer: member(0),
      Reader: member(1, given.reader),
      Other: member(2, given.other),
      Orders: {
        Type: 'AWS::RDS::DBInstance',
        ...when(given.database),
        Properties: {
          Engine: 'postgres',
          MultiAZ: given.told ? { Ref: 'E' } : either(given.standby, either(given.within, true, false), true),
        },
      },
    },
  };
}

const nameOf = ({ rule, resource }: Finding) => `${rule}:${resource.id}`;
const sizeOf = (world: World) => Object.keys(world).length;

/** Every assignment of `false`, the smaller first. */
const ALL_WORLDS: readonly World[] = Array.from({ length: 2 ** PARAMETERS.length }, (_, bits): World => {
  const chosen = PARAMETERS.filter((_name, index) => ((bits >> index) & 1) === 1);
  return Object.fromEntries(chosen.map((name) => [name, 'false']));
}).sort((a, b) => sizeOf(a) - sizeOf(b));

/** By brute force: the smallest worlds that bring each finding in. */
async function smallestWorlds(file: string, isRuled: boolean): Promise<Map<string, World[]>> {
  const found = new Map<string, World[]>();
  for (const parameters of ALL_WORLDS) {
    if (isRuled && parameters.A === 'false' && parameters.B === 'false') continue;
    const { findings } = await assess([file], { survive: 'zone', parameters, worlds: 'default' });
    for (const name of findings.map(nameOf)) {
      const [smallest] = found.get(name) ?? [];
      if (smallest === undefined) found.set(name, [parameters]);
      else if (sizeOf(smallest) === sizeOf(parameters)) found.get(name)?.push(parameters);
    }
  }
  return found;
}

describe('what other worlds bring in', () => {
  it('is what trying all of them brings in, as far as it takes two values, each with a smallest world', async () => {
    await fc.assert(
      fc.asyncProperty(places, async (given) => {
        const file = join(folderOf({ 'shop.json': templateOf(given) }), 'shop.json');
        const expected = await smallestWorlds(file, given.ruled);
        const { findings, summary } = await assess([file], { survive: 'zone', parameters: {}, worlds: 'all' });
        expect(summary.worlds?.left).toBe(0);
        const told = new Map(findings.map((finding) => [nameOf(finding), finding.world]));
        for (const [name, smallest] of expected) {
          const world = told.get(name);
          if (world === undefined) expect([name, smallest, sizeOf(smallest[0] ?? {}) > 2]).toEqual([name, smallest, true]);
          else expect(smallest).toContainEqual(world);
        }
        expect([...told.keys()].filter((name) => !expected.has(name))).toEqual([]);
      }),
      runs(0.2),
    );
  }, 600_000);
});
