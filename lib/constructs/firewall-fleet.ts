import { Aws } from 'aws-cdk-lib';
import * as autoscaling from 'aws-cdk-lib/aws-autoscaling';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as elb from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import { Construct } from 'constructs';
import {
  type CapacityPlan,
  type Fault,
  faultsOfHealthCheck,
  faultsOfPool,
  faultsOfTimers,
  type HealthCheck,
  type HealthCheckTimers,
  planCapacity,
  refuse,
  resolveTimers,
  type Span,
  sizeOf,
  type Timers,
  timeToDetect,
} from '../blueprints';
import { Fleet } from './fleet';
import type { FleetPool } from './pools';
import type { ResilientNetwork } from './resilient-network';
import { faultsOfSizeTokens } from './tokens';

export interface FirewallFleetProps {
  /** A network with the tiers public, isolated and firewall. */
  readonly network: ResilientNetwork;
  /**
   * The appliances: instances that take packets in GENEVE on port 6081 and hand back those that may pass. They stand in
   * isolated subnets, so the image brings everything with it.
   */
  readonly appliances: Omit<FleetPool, 'kind'>;
  /**
   * How an appliance is asked whether it works; TCP or HTTP, on a port of its own.
   * @default - TCP on port 80
   */
  readonly healthCheck?: HealthCheck;
  /**
   * When it is asked [s].
   * @default - every 10 s, 5 s for an answer, down after 2, up after 2
   */
  readonly timers?: HealthCheckTimers;
  /**
   * What keeps packets on one appliance: source and destination address and port and protocol (`5-tuple`), without the
   * ports (`3-tuple`), or the two addresses alone (`2-tuple`).
   * @default '5-tuple'
   */
  readonly flow?: '5-tuple' | '3-tuple' | '2-tuple';
  /**
   * Refuse to delete the balancer until this is switched off.
   * @default true
   */
  readonly deletionProtection?: boolean;
}

const GENEVE_PORT = 6081;
const FLOWS = { '3-tuple': 'source_ip_dest_ip_proto', '2-tuple': 'source_ip_dest_ip' } as const;

/**
 * Active-active firewalls between the internet and the public subnets: a gateway balancer in every zone, an endpoint in
 * every zone, and each zone routed through its own endpoint in both directions. Flows of a lost appliance move to the
 * others. Promises to survive the loss of a zone or an appliance.
 */
export class FirewallFleet extends Construct {
  /** Endpoints in the order of the zones. */
  readonly endpoints: readonly ec2.CfnVPCEndpoint[];
  readonly capacity: CapacityPlan;
  /** From the fault of an appliance until its flows move. */
  readonly timeToDetect: Span;
  private readonly network: ResilientNetwork;

  /** @throws {RefusedError} a tier is missing, a check or timer that a gateway balancer has not, too few appliances */
  constructor(scope: Construct, id: string, props: FirewallFleetProps) {
    super(scope, id);
    const { network, healthCheck = { kind: 'tcp', port: 80 }, flow = '5-tuple' } = props;
    const pool: FleetPool = { kind: 'fleet', ...props.appliances };
    const zones = network.zones.length;
    const sizeTokens = faultsOfSizeTokens('appliances', pool);
    refuse(this.node.path, [
      faultOfTiers(network),
      ...(sizeTokens.length > 0 ? sizeTokens : faultsOfPool('appliances', pool, zones)),
      ...faultsOfHealthCheck(healthCheck, 'gwlb'),
      ...faultsOfTimers(props.timers, 'gwlb'),
    ]);
    this.network = network;
    this.capacity = planCapacity({ ...pool, zones });
    const timers = resolveTimers(props.timers);
    this.timeToDetect = timeToDetect(timers);
    const targets = this.addTargets(healthCheck, timers, flow);
    this.addAppliances(pool, targets, portOf(healthCheck));
    const service = this.addBalancer(targets, props.deletionProtection ?? true);
    this.endpoints = network.vpc
      .selectSubnets(network.subnetsOf('firewall'))
      .subnets.map((subnet, zone) => this.addEndpoint(service, subnet, zone));
    this.routeThroughEndpoints();
  }

  private addTargets(healthCheck: HealthCheck, timers: Timers, flow: '5-tuple' | '3-tuple' | '2-tuple'): elb.CfnTargetGroup {
    return new elb.CfnTargetGroup(this, 'Targets', {
      vpcId: this.network.vpc.vpcId,
      protocol: 'GENEVE',
      port: GENEVE_PORT,
      targetType: 'instance',
      healthCheckProtocol: healthCheck.kind === 'http' ? (healthCheck.tls ? 'HTTPS' : 'HTTP') : 'TCP',
      healthCheckPort: String(portOf(healthCheck)),
      ...(healthCheck.kind === 'http'
        ? { healthCheckPath: healthCheck.path, matcher: { httpCode: healthCheck.statuses ?? '200' } }
        : {}),
      healthCheckIntervalSeconds: timers.intervalSeconds,
      healthCheckTimeoutSeconds: timers.timeoutSeconds,
      unhealthyThresholdCount: timers.unhealthyThreshold,
      healthyThresholdCount: timers.healthyThreshold,
      targetGroupAttributes: attributes({
        'deregistration_delay.timeout_seconds': '30',
        // Without these, flows stay with an appliance that is gone until the client gives up.
        'target_failover.on_deregistration': 'rebalance',
        'target_failover.on_unhealthy': 'rebalance',
        ...(flow === '5-tuple' ? {} : { 'stickiness.enabled': 'true', 'stickiness.type': FLOWS[flow] }),
      }),
    });
  }

  private addAppliances(pool: FleetPool, targets: elb.CfnTargetGroup, healthPort: number): void {
    const { network } = this;
    const size = sizeOf(pool, network.zones.length);
    const { group } = new Fleet(this, 'Appliances', { network, pool, size, tier: 'isolated', zonalShift: false });
    const resource = group.node.defaultChild;
    if (resource instanceof autoscaling.CfnAutoScalingGroup) resource.targetGroupArns = [targets.ref];
    for (const { ipv4CidrBlock } of network.vpc.selectSubnets(network.subnetsOf('isolated')).subnets) {
      group.connections.allowFrom(ec2.Peer.ipv4(ipv4CidrBlock), ec2.Port.udp(GENEVE_PORT), 'packets from the balancer');
      group.connections.allowFrom(ec2.Peer.ipv4(ipv4CidrBlock), ec2.Port.tcp(healthPort), 'health check');
    }
  }

  private addBalancer(targets: elb.CfnTargetGroup, deletionProtection: boolean): ec2.CfnVPCEndpointService {
    const { network } = this;
    const balancer = new elb.CfnLoadBalancer(this, 'Balancer', {
      type: 'gateway',
      subnets: network.vpc.selectSubnets(network.subnetsOf('isolated')).subnetIds,
      loadBalancerAttributes: attributes({
        'deletion_protection.enabled': String(deletionProtection),
        // A zone whose own appliances are down is served by those of the other zones.
        'load_balancing.cross_zone.enabled': 'true',
      }),
    });
    new elb.CfnListener(this, 'Listener', {
      loadBalancerArn: balancer.ref,
      defaultActions: [{ type: 'forward', targetGroupArn: targets.ref }],
    });
    return new ec2.CfnVPCEndpointService(this, 'EndpointService', {
      gatewayLoadBalancerArns: [balancer.ref],
      acceptanceRequired: false,
    });
  }

  private addEndpoint(service: ec2.CfnVPCEndpointService, subnet: ec2.ISubnet, zone: number): ec2.CfnVPCEndpoint {
    return new ec2.CfnVPCEndpoint(this, `Endpoint${zone + 1}`, {
      vpcId: this.network.vpc.vpcId,
      vpcEndpointType: 'GatewayLoadBalancer',
      serviceName: `com.amazonaws.vpce.${Aws.REGION}.${service.attrServiceId}`,
      subnetIds: [subnet.subnetId],
    });
  }

  /** Public subnets leave through the endpoint of their zone, and what comes from the internet to them enters through it. */
  private routeThroughEndpoints(): void {
    const { vpc } = this.network;
    const edge = new ec2.CfnRouteTable(this, 'Edge', { vpcId: vpc.vpcId });
    new ec2.CfnGatewayRouteTableAssociation(this, 'EdgeAssociation', {
      gatewayId: internetGatewayOf(vpc),
      routeTableId: edge.ref,
    });
    vpc.selectSubnets(this.network.subnetsOf('public')).subnets.forEach((subnet, zone) => {
      const endpoint = this.endpoints[zone];
      if (endpoint === undefined) return;
      new ec2.CfnRoute(this, `Inward${zone + 1}`, {
        routeTableId: edge.ref,
        destinationCidrBlock: subnet.ipv4CidrBlock,
        vpcEndpointId: endpoint.ref,
      });
      const outward = subnet.node.tryFindChild('DefaultRoute');
      if (outward instanceof ec2.CfnRoute) {
        outward.addPropertyDeletionOverride('GatewayId');
        outward.vpcEndpointId = endpoint.ref;
      }
    });
  }
}

function attributes(list: Readonly<Record<string, string>>): { key: string; value: string }[] {
  return Object.entries(list).map(([key, value]) => ({ key, value }));
}

function portOf(healthCheck: HealthCheck): number {
  return healthCheck.kind === 'icmp' ? 80 : (healthCheck.port ?? 80);
}

function internetGatewayOf(vpc: ec2.IVpc): string {
  return vpc instanceof ec2.Vpc ? (vpc.internetGatewayId ?? '') : '';
}

function faultOfTiers({ tiers }: ResilientNetwork): Fault | undefined {
  const missing = (['public', 'isolated', 'firewall'] as const).filter((tier) => !tiers.includes(tier));
  if (missing.length === 0) return undefined;
  return {
    found: `the network has the tiers ${tiers.join(', ')}`,
    bound: 'endpoints stand in firewall subnets, appliances in isolated ones, and what they protect in public ones',
    wayOut: `add ${missing.join(' and ')} to the tiers of the network`,
  };
}
