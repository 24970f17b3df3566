import * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import type * as sns from 'aws-cdk-lib/aws-sns';
import { Construct } from 'constructs';
import {
  FAILOVER_TIMES,
  type Fault,
  faultOfCount,
  faultsOfOverlap,
  faultsOfSite,
  refuse,
  type Site,
  type Span,
} from '../blueprints';
import { DirectConnect, type DirectConnectProps, faultsOfDirectConnect } from './direct-connect';
import { addNames } from './hybrid-names';
import type { ResilientNetwork } from './resilient-network';
import { ALARM_PERIOD, addAlarms } from './service-alarms';

export interface HybridNetworkProps {
  /** A network with the tier transit, and private or isolated. */
  readonly network: ResilientNetwork;
  /** The private side. */
  readonly site: Site;
  /**
   * Traffic between both sides at peak [Mbit/s]; what is left when a gateway is lost must carry it.
   * @default 500
   */
  readonly trafficMbps?: number;
  /**
   * Lines of one's own in two locations, preferred to the tunnels, which stand behind them.
   * @default - tunnels only
   */
  readonly directConnect?: DirectConnectProps;
  /**
   * Autonomous system number of the transit gateway, 64512 to 65534, not that of the site.
   * @default 64512
   */
  readonly asn?: number;
  /**
   * Who is told when a tunnel is down.
   * @default - alarms tell nobody
   */
  readonly alarmTopic?: sns.ITopic;
}

/** What a standard tunnel carries [Mbit/s]. */
const TUNNEL_MBPS = 1250;
const TUNNELS_PER_GATEWAY = 2;

/**
 * A network and a private site as one: a transit gateway with a leg in every zone, two tunnels with BGP to each of the
 * gateways of the site, lines behind which the tunnels stand, and names that resolve both ways from every zone.
 * Promises to survive the loss of a zone, of a tunnel, of a line, of a gateway and of a carrier.
 */
export class HybridNetwork extends Construct {
  readonly transitGateway: ec2.CfnTransitGateway;
  /** Between the loss of a gateway or tunnel and the moment at which BGP has moved its traffic. */
  readonly failover: Span = FAILOVER_TIMES.bgp;
  /** What the tunnels carry when one gateway is lost [Mbit/s]. */
  readonly trafficAfterLossMbps: number;
  private readonly network: ResilientNetwork;

  /** @throws {RefusedError} faults of the site, overlapping blocks, tunnels too narrow for the traffic, one location */
  constructor(scope: Construct, id: string, props: HybridNetworkProps) {
    super(scope, id);
    const { network, site, asn = 64_512, trafficMbps = 500, directConnect } = props;
    this.trafficAfterLossMbps = (site.gateways.length - 1) * TUNNELS_PER_GATEWAY * TUNNEL_MBPS;
    refuse(this.node.path, [
      ...faultsOfSite(site),
      ...faultsOfOverlap({ 'the network': network.cidr, 'the site': site.cidr }),
      ...faultsOfHybrid(network, site, asn),
      faultOfTraffic(trafficMbps, this.trafficAfterLossMbps),
      ...(directConnect === undefined ? [] : faultsOfDirectConnect(directConnect)),
    ]);
    this.network = network;
    this.transitGateway = new ec2.CfnTransitGateway(this, 'TransitGateway', {
      description: `between ${network.node.path} and ${site.name}`,
      amazonSideAsn: asn,
      vpnEcmpSupport: 'enable',
      dnsSupport: 'enable',
      autoAcceptSharedAttachments: 'disable',
    });
    const tunnels = site.gateways.map((gateway, index) => this.addTunnels(index, gateway.address, site.asn, gateway.name));
    this.routeToSite(site.cidr);
    if (directConnect !== undefined) {
      new DirectConnect(this, 'DirectConnect', {
        ...directConnect,
        transitGatewayId: this.transitGateway.ref,
        siteAsn: site.asn,
        advertised: [network.cidr],
      });
    }
    addNames(this, { network, site });
    addAlarms(this, tunnels.map(tunnelAlarm), props.alarmTopic);
  }

  private addTunnels(index: number, address: string, bgpAsn: number, device: string): ec2.CfnVPNConnection {
    const customerGateway = new ec2.CfnCustomerGateway(this, `Gateway${index + 1}`, {
      type: 'ipsec.1',
      ipAddress: address,
      bgpAsn,
      deviceName: device,
    });
    // No property says that two gateways are two devices; the site does.
    customerGateway.addMetadata('nospof', { device });
    const options: ec2.CfnVPNConnection.VpnTunnelOptionsSpecificationProperty = {
      ikeVersions: [{ value: 'ikev2' }],
      startupAction: 'start',
      dpdTimeoutAction: 'restart',
      // AWS asks before it replaces an endpoint of a tunnel.
      enableTunnelLifecycleControl: true,
    };
    return new ec2.CfnVPNConnection(this, `Tunnels${index + 1}`, {
      type: 'ipsec.1',
      customerGatewayId: customerGateway.ref,
      transitGatewayId: this.transitGateway.ref,
      // BGP moves traffic by itself; static routes wait for the tunnel to be declared dead.
      staticRoutesOnly: false,
      vpnTunnelOptionsSpecifications: [options, options],
    });
  }

  private routeToSite(siteCidr: string): void {
    const { vpc, tiers } = this.network;
    const attachment = new ec2.CfnTransitGatewayAttachment(this, 'Attachment', {
      transitGatewayId: this.transitGateway.ref,
      vpcId: vpc.vpcId,
      subnetIds: vpc.selectSubnets(this.network.subnetsOf('transit')).subnetIds,
    });
    for (const tier of (['private', 'isolated'] as const).filter((each) => tiers.includes(each))) {
      vpc.selectSubnets(this.network.subnetsOf(tier)).subnets.forEach((subnet, zone) => {
        const route = new ec2.CfnRoute(this, `ToSite${tier}${zone + 1}`, {
          routeTableId: subnet.routeTable.routeTableId,
          destinationCidrBlock: siteCidr,
          transitGatewayId: this.transitGateway.ref,
        });
        route.addResourceDependency(attachment);
      });
    }
  }
}

function tunnelAlarm(tunnels: ec2.CfnVPNConnection, index: number) {
  return {
    id: `TunnelDown${index + 1}`,
    metric: new cloudwatch.Metric({
      namespace: 'AWS/VPN',
      metricName: 'TunnelState',
      dimensionsMap: { VpnId: tunnels.ref },
      period: ALARM_PERIOD,
      statistic: 'Minimum',
    }),
    description: 'a tunnel of this gateway is down: the next loss cuts it off',
    threshold: 1,
    below: true,
    minutes: 5,
    missingIsBad: true,
  };
}

function faultsOfHybrid(network: ResilientNetwork, site: Site, asn: number): readonly (Fault | undefined)[] {
  const { tiers } = network;
  return [
    faultOfCount('asn', asn, 64_512, 65_534, 'a private number', 'use 64512'),
    asn === site.asn
      ? {
          found: `both sides have the asn ${asn}`,
          bound: 'BGP between two sides needs two numbers',
          wayOut: 'give one of them another',
        }
      : undefined,
    tiers.includes('transit') && (tiers.includes('private') || tiers.includes('isolated'))
      ? undefined
      : {
          found: `the network has the tiers ${tiers.join(', ')}`,
          bound: 'the transit gateway has its legs in transit subnets, and private or isolated ones are routed to it',
          wayOut: 'add transit, and private or isolated, to the tiers of the network',
        },
  ];
}

function faultOfTraffic(trafficMbps: number, afterLossMbps: number): Fault | undefined {
  if (trafficMbps > 0 && trafficMbps <= afterLossMbps) return undefined;
  return {
    found: `trafficMbps is ${trafficMbps}`,
    bound: `when one gateway is lost, the tunnels of the others carry ${afterLossMbps} Mbit/s`,
    wayOut: 'add a gateway to the site, or send less',
  };
}
