import { Fn, Stack, Token } from 'aws-cdk-lib';
import { Match, type Template } from 'aws-cdk-lib/assertions';
import { RefusedError, ResilientNetwork, type ResilientNetworkProps } from '../../lib/constructs';
import { anApp, idsOf, outline, synthesize, type TemplateJson } from './support/synthesize';

const withNetwork = (props: ResilientNetworkProps = {}, env?: { account: string; region: string }) =>
  synthesize((stack) => void new ResilientNetwork(stack, 'Network', props), env === undefined ? {} : { env });
const zone = (index: number) => ({ 'Fn::Select': [index, { 'Fn::GetAZs': '' }] });
const addresses = (template: Template) =>
  Object.values((template.toJSON() as TemplateJson).Resources)
    .filter(({ Type }) => Type === 'AWS::EC2::Subnet')
    .map(({ Properties }) => `${Properties.AvailabilityZone['Fn::Select'][0]} ${Properties.CidrBlock}`);

describe('ResilientNetwork', () => {
  it('has three tiers in three zones of a stack that knows neither account nor Region', () => {
    const template = withNetwork();
    template.resourceCountIs('AWS::EC2::Subnet', 9);
    for (const index of [0, 1, 2]) {
      expect(
        Object.keys(template.findResources('AWS::EC2::Subnet', { Properties: { AvailabilityZone: zone(index) } })),
      ).toHaveLength(3);
    }
  });

  it('asks nobody for zones in a stack with account and Region', () => {
    const app = anApp((scope) => {
      new ResilientNetwork(new Stack(scope, 'shop', { env: { account: '111111111111', region: 'eu-west-1' } }), 'Network');
    });
    expect(app.synth().manifest.missing).toBeUndefined();
  });

  it('keeps every address when a zone is added', () => {
    expect(addresses(withNetwork({ zones: 3 }))).toEqual(expect.arrayContaining(addresses(withNetwork({ zones: 2 }))));
  });

  it('sends each zone out through its own NAT gateway', () => {
    const template = withNetwork();
    const { Resources } = template.toJSON() as TemplateJson;
    const zoneOfSubnet = (id: string) => JSON.stringify(Resources[id]?.Properties.AvailabilityZone);
    const ways = idsOf({ Resources }, 'AWS::EC2::Route', ({ Properties }) => 'NatGatewayId' in Properties).map((id) => {
      const route = Resources[id]?.Properties;
      const association = Object.values(Resources).find(
        ({ Type, Properties }) =>
          Type === 'AWS::EC2::SubnetRouteTableAssociation' && Properties.RouteTableId.Ref === route?.RouteTableId.Ref,
      );
      return [
        zoneOfSubnet(association?.Properties.SubnetId.Ref),
        zoneOfSubnet(Resources[route?.NatGatewayId.Ref]?.Properties.SubnetId.Ref),
      ];
    });
    expect(ways).toHaveLength(3);
    for (const [from, to] of ways) expect(to).toBe(from);
    expect(new Set(ways.map(([from]) => from)).size).toBe(3);
  });

  it('has one regional NAT gateway and no subnet under it when asked', () => {
    const template = withNetwork({ egress: 'regional-nat' });
    template.resourceCountIs('AWS::EC2::NatGateway', 1);
    template.hasResourceProperties('AWS::EC2::NatGateway', { AvailabilityMode: 'regional', SubnetId: Match.absent() });
  });

  it('without egress has no NAT gateway but the endpoints that machines need to start, in every zone', () => {
    const template = withNetwork({ egress: 'none' });
    template.resourceCountIs('AWS::EC2::NatGateway', 0);
    const endpoints = template.findResources('AWS::EC2::VPCEndpoint', { Properties: { VpcEndpointType: 'Interface' } });
    expect(Object.keys(endpoints)).toHaveLength(9);
    for (const { Properties } of Object.values(endpoints)) expect(Properties.SubnetIds).toHaveLength(3);
  });

  it('has gateway endpoints on every route table', () => {
    const template = withNetwork();
    const endpoints = Object.values(template.findResources('AWS::EC2::VPCEndpoint'));
    expect(endpoints.map(({ Properties }) => Properties.RouteTableIds.length)).toEqual([9, 9]);
  });

  it('records flows, and gives no machine a public address for landing in a public subnet', () => {
    const template = withNetwork();
    template.hasResourceProperties('AWS::EC2::FlowLog', { TrafficType: 'ALL', ResourceType: 'VPC' });
    expect(Object.keys(template.findResources('AWS::EC2::Subnet', { Properties: { MapPublicIpOnLaunch: true } }))).toEqual([]);
  });

  it('can leave out flow logs and gateway endpoints', () => {
    const template = withNetwork({ flowLogs: false, gatewayEndpoints: false });
    template.resourceCountIs('AWS::EC2::FlowLog', 0);
    template.resourceCountIs('AWS::EC2::VPCEndpoint', 0);
  });

  it.each<[string, ResilientNetworkProps, string]>([
    ['one zone', { zones: 1 }, 'zones is 1'],
    ['seven zones', { zones: 7 }, 'zones is 7'],
    ['a block that cannot be planned', { cidr: '10.0.0.0/24' }, 'cidr is 10.0.0.0/24'],
    [
      'a network that overlaps',
      { routedTo: { office: '10.0.8.0/24' } },
      'cidr 10.0.0.0/16 and office 10.0.8.0/24 share addresses',
    ],
    ['zonal NAT without public subnets', { tiers: ['private'] }, 'egress is nat-per-zone and the tiers are private'],
    ['an unknown egress', { egress: 'proxy' as never }, 'egress is proxy'],
    ['a number of zones that is known at deployment only', { zones: Token.asNumber(Fn.ref('Zones')) }, 'zones is a token'],
  ])('refuses %s', (_, props, found) => {
    expect.assertions(2);
    try {
      withNetwork(props);
    } catch (error) {
      expect(error).toBeInstanceOf(RefusedError);
      expect((error as RefusedError).faults.map((fault) => fault.found)).toEqual([found]);
    }
  });

  it('names the construct and every fault at once', () => {
    expect(() => withNetwork({ zones: 1, cidr: 'ten' })).toThrow(
      /^cannot build shop\/Network\n {2}zones is 1; .*single-zone-baseline.*\n {2}cidr is ten; /,
    );
  });

  it('looks as it did', () => {
    expect(outline(withNetwork({ zones: 2, flowLogs: false }))).toMatchSnapshot();
  });
});
