import { Match } from 'aws-cdk-lib/assertions';
import { FirewallFleet, type FirewallFleetProps, type NetworkTier, ResilientNetwork } from '../../lib/constructs';
import { outline, synthesize } from './support/synthesize';

const TIERS: readonly NetworkTier[] = ['public', 'isolated', 'firewall'];
const withFirewalls = (props: Partial<FirewallFleetProps> = {}, zones = 3, tiers = TIERS) =>
  synthesize((stack) => {
    const network = new ResilientNetwork(stack, 'Network', { zones, tiers, egress: 'none', interfaceEndpoints: [] });
    new FirewallFleet(stack, 'Firewalls', { network, appliances: { requiredCapacity: 2 }, ...props });
  });
const routes = (template: ReturnType<typeof withFirewalls>) =>
  Object.entries(template.findResources('AWS::EC2::Route')).map(([id, { Properties }]) => ({ id, ...Properties }));

describe('FirewallFleet', () => {
  it('has an endpoint in every zone, each in a subnet of its own', () => {
    const endpoints = Object.values(
      withFirewalls().findResources('AWS::EC2::VPCEndpoint', { Properties: { VpcEndpointType: 'GatewayLoadBalancer' } }),
    );
    expect(endpoints.map(({ Properties }) => Properties.SubnetIds.length)).toEqual([1, 1, 1]);
    expect(new Set(endpoints.map(({ Properties }) => Properties.SubnetIds[0].Ref)).size).toBe(3);
  });

  it('routes each zone through its own endpoint in both directions', () => {
    const template = withFirewalls();
    const through = routes(template).filter(({ VpcEndpointId }) => VpcEndpointId !== undefined);
    expect(through).toHaveLength(6);
    for (const zone of [1, 2, 3]) {
      const outward = through.find(({ id }) => id.includes(`publicSubnet${zone}DefaultRoute`));
      const inward = through.find(({ id }) => id.includes(`Inward${zone}`));
      expect(outward).toMatchObject({ DestinationCidrBlock: '0.0.0.0/0' });
      expect(outward).not.toHaveProperty('GatewayId');
      expect(outward?.VpcEndpointId.Ref).toContain(`Endpoint${zone}`);
      expect(inward?.VpcEndpointId.Ref).toBe(outward?.VpcEndpointId.Ref);
      const { Properties } =
        Object.values(
          template.findResources('AWS::EC2::Subnet', { Properties: { CidrBlock: inward?.DestinationCidrBlock } }),
        )[0] ?? {};
      expect(Properties?.AvailabilityZone).toEqual({ 'Fn::Select': [zone - 1, { 'Fn::GetAZs': '' }] });
    }
  });

  it('lets firewall subnets out through the internet gateway, and binds the edge routes to it', () => {
    const template = withFirewalls();
    const ways = routes(template).filter(({ id }) => id.includes('firewallSubnet'));
    expect(ways).toHaveLength(3);
    for (const way of ways) expect(way).toHaveProperty('GatewayId');
    template.hasResourceProperties('AWS::EC2::GatewayRouteTableAssociation', { GatewayId: Match.anyValue() });
  });

  it('balances over the appliances of all zones and moves the flows of a lost one', () => {
    const template = withFirewalls();
    template.hasResourceProperties('AWS::ElasticLoadBalancingV2::LoadBalancer', {
      Type: 'gateway',
      Subnets: Array(3).fill(Match.anyValue()),
      LoadBalancerAttributes: Match.arrayWith([{ Key: 'load_balancing.cross_zone.enabled', Value: 'true' }]),
    });
    template.hasResourceProperties('AWS::ElasticLoadBalancingV2::TargetGroup', {
      Protocol: 'GENEVE',
      Port: 6081,
      HealthCheckProtocol: 'TCP',
      HealthCheckPort: '80',
      TargetGroupAttributes: Match.arrayWith([
        { Key: 'target_failover.on_deregistration', Value: 'rebalance' },
        { Key: 'target_failover.on_unhealthy', Value: 'rebalance' },
      ]),
    });
    template.hasResourceProperties('AWS::AutoScaling::AutoScalingGroup', {
      MinSize: '3',
      VPCZoneIdentifier: Array(3).fill(Match.anyValue()),
      TargetGroupARNs: [Match.anyValue()],
    });
  });

  it.each([
    ['3-tuple', 'source_ip_dest_ip_proto'],
    ['2-tuple', 'source_ip_dest_ip'],
  ] as const)('keeps a flow by %s', (flow, type) => {
    withFirewalls({ flow }).hasResourceProperties('AWS::ElasticLoadBalancingV2::TargetGroup', {
      TargetGroupAttributes: Match.arrayWith([{ Key: 'stickiness.type', Value: type }]),
    });
  });

  it('asks appliances for a page when told to', () => {
    withFirewalls({
      healthCheck: { kind: 'http', path: '/state', port: 8080, tls: true },
      timers: { intervalSeconds: 5, timeoutSeconds: 2 },
    }).hasResourceProperties('AWS::ElasticLoadBalancingV2::TargetGroup', {
      HealthCheckProtocol: 'HTTPS',
      HealthCheckPath: '/state',
      HealthCheckPort: '8080',
      Matcher: { HttpCode: '200' },
      HealthCheckIntervalSeconds: 5,
    });
  });

  it.each<[string, Partial<FirewallFleetProps>, string]>([
    ['no capacity', { appliances: { requiredCapacity: 0 } }, 'requiredCapacity is 0;'],
    [
      'a content check',
      { healthCheck: { kind: 'content', path: '/', contains: 'up' } },
      'healthCheck.kind is content; Gateway Load Balancer can check tcp and http',
    ],
    [
      'timers that contradict each other',
      { timers: { intervalSeconds: 5, timeoutSeconds: 10 } },
      'timers.timeoutSeconds is 10 s',
    ],
  ])('refuses %s', (_, props, message) => {
    expect(() => withFirewalls(props)).toThrow(message);
  });

  it('refuses a network without firewall subnets', () => {
    expect(() => withFirewalls({}, 3, ['public', 'isolated'])).toThrow('add firewall to the tiers of the network');
  });

  it('looks as it did', () => {
    expect(outline(withFirewalls({}, 2)).filter((line) => line.includes(' Firewalls'))).toMatchSnapshot();
  });
});
