import { Match } from 'aws-cdk-lib/assertions';
import { HybridNetwork, type HybridNetworkProps, type NetworkTier, ResilientNetwork } from '../../lib/constructs';
import { aSite } from '../support/sites';
import { outline, synthesize } from './support/synthesize';

const TIERS: readonly NetworkTier[] = ['private', 'isolated', 'transit'];
const withSite = (props: Partial<HybridNetworkProps> = {}, tiers = TIERS, cidr = '10.0.0.0/16') =>
  synthesize((stack) => {
    const network = new ResilientNetwork(stack, 'Network', { tiers, egress: 'none', interfaceEndpoints: [], cidr });
    new HybridNetwork(stack, 'Hybrid', { network, site: aSite(), ...props });
  });

describe('HybridNetwork', () => {
  it('has a leg of the transit gateway in every zone, and routes every zone to the site', () => {
    const template = withSite();
    template.hasResourceProperties('AWS::EC2::TransitGatewayAttachment', { SubnetIds: Array(3).fill(Match.anyValue()) });
    const routes = template.findResources('AWS::EC2::Route', { Properties: { DestinationCidrBlock: '10.64.0.0/16' } });
    expect(Object.keys(routes)).toHaveLength(6);
    for (const { DependsOn } of Object.values(routes)) expect(DependsOn).toEqual([expect.stringMatching(/^HybridAttachment/)]);
  });

  it('has two tunnels with BGP to each gateway of the site', () => {
    const template = withSite();
    const tunnels = Object.values(template.findResources('AWS::EC2::VPNConnection'));
    expect(tunnels).toHaveLength(2);
    expect(new Set(tunnels.map(({ Properties }) => Properties.CustomerGatewayId.Ref)).size).toBe(2);
    for (const { Properties } of tunnels) {
      expect(Properties.StaticRoutesOnly).toBe(false);
      expect(Properties.VpnTunnelOptionsSpecifications).toHaveLength(2);
    }
    template.hasResource('AWS::EC2::CustomerGateway', {
      Properties: { IpAddress: '198.51.100.10', BgpAsn: 65_010 },
      Metadata: { nospof: { device: 'gateway-b' } },
    });
  });

  it('resolves names both ways from every zone, and asks every resolver of the site', () => {
    const template = withSite();
    for (const Direction of ['INBOUND', 'OUTBOUND']) {
      template.hasResourceProperties('AWS::Route53Resolver::ResolverEndpoint', {
        Direction,
        IpAddresses: Array(3).fill(Match.anyValue()),
      });
    }
    template.hasResourceProperties('AWS::Route53Resolver::ResolverRule', {
      DomainName: 'corp.example',
      TargetIps: [
        { Ip: '10.64.0.2', Port: '53' },
        { Ip: '10.64.1.2', Port: '53' },
      ],
    });
    template.resourceCountIs('AWS::Route53Resolver::ResolverRuleAssociation', 1);
  });

  it('tells when a tunnel is down', () => {
    withSite().resourcePropertiesCountIs(
      'AWS::CloudWatch::Alarm',
      { MetricName: 'TunnelState', TreatMissingData: 'breaching' },
      2,
    );
  });

  it('has bundled lines in two locations in front of the tunnels when asked', () => {
    const template = withSite({ directConnect: { locations: ['EqDC2', 'CSVA1'], linesPerLocation: 3, minimumLines: 2 } });
    template.resourceCountIs('AWS::DirectConnect::Connection', 6);
    for (const Location of ['EqDC2', 'CSVA1']) {
      template.hasResourceProperties('AWS::DirectConnect::Lag', { Location, MinimumLinks: 2, ConnectionsBandwidth: '10Gbps' });
    }
    const interfaces = Object.values(template.findResources('AWS::DirectConnect::TransitVirtualInterface'));
    expect(interfaces.map(({ Properties }) => Properties.Vlan)).toEqual([101, 102]);
    template.hasResourceProperties('AWS::DirectConnect::DirectConnectGatewayAssociation', {
      AllowedPrefixesToDirectConnectGateway: ['10.0.0.0/16'],
    });
    template.resourceCountIs('AWS::EC2::VPNConnection', 2);
  });

  it('says what the tunnels carry when a gateway is lost', () => {
    let hybrid: HybridNetwork | undefined;
    synthesize((stack) => {
      const network = new ResilientNetwork(stack, 'Network', { tiers: TIERS, egress: 'none', interfaceEndpoints: [] });
      hybrid = new HybridNetwork(stack, 'Hybrid', { network, site: aSite(), trafficMbps: 2500 });
    });
    expect(hybrid?.trafficAfterLossMbps).toBe(2500);
    expect(hybrid?.failover.mostSeconds).toBe(30);
  });

  it.each<[string, Partial<HybridNetworkProps>, string]>([
    ['a site with faults', { site: aSite({ resolvers: [] }) }, 'resolvers are none;'],
    [
      'a site that overlaps',
      { site: aSite({ cidr: '10.0.0.0/8' }) },
      'the network 10.0.0.0/16 and the site 10.0.0.0/8 share addresses',
    ],
    ['one number for both sides', { asn: 65_010 }, 'both sides have the asn 65010'],
    [
      'more traffic than is left after a loss',
      { trafficMbps: 2501 },
      'trafficMbps is 2501; when one gateway is lost, the tunnels of the others carry 2500 Mbit/s',
    ],
    ['lines in one location', { directConnect: { locations: ['EqDC2', 'EqDC2'] } }, 'the locations are EqDC2 and EqDC2'],
    [
      'a bundle that is down with its first line',
      { directConnect: { locations: ['EqDC2', 'CSVA1'], minimumLines: 2 } },
      'minimumLines is 2;',
    ],
    [
      'a bundle of one line',
      { directConnect: { locations: ['EqDC2', 'CSVA1'], linesPerLocation: 1, minimumLines: 1 } },
      'linesPerLocation is 1;',
    ],
  ])('refuses %s', (_, props, message) => {
    expect(() => withSite(props)).toThrow(message);
  });

  it('refuses a network without transit subnets', () => {
    expect(() => withSite({}, ['private'])).toThrow('add transit, and private or isolated, to the tiers of the network');
  });

  it('looks as it did', () => {
    const template = withSite({ directConnect: { locations: ['EqDC2', 'CSVA1'] } });
    expect(outline(template).filter((line) => line.includes(' Hybrid'))).toMatchSnapshot();
  });
});
