import { Duration } from 'aws-cdk-lib';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as elb from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import type { Construct } from 'constructs';
import type { Protocol, VirtualService } from '../blueprints';
import type { BalancerPlan, BuiltBalancer } from './balancer-plan';
import { ALARM_PERIOD, type AlarmPlan } from './service-alarms';

const LISTENER_PROTOCOLS = {
  http: elb.Protocol.TCP,
  https: elb.Protocol.TCP,
  tcp: elb.Protocol.TCP,
  tls: elb.Protocol.TLS,
  udp: elb.Protocol.UDP,
} as const satisfies Record<Protocol, elb.Protocol>;

/** A layer-4 balancer with a node in every zone that reaches the targets of all zones. */
export function networkBalancer(scope: Construct, plan: BalancerPlan): BuiltBalancer {
  const { network, internetFacing } = plan;
  const loadBalancer = new elb.NetworkLoadBalancer(scope, 'Balancer', {
    vpc: network.vpc,
    vpcSubnets: network.subnetsOf(internetFacing ? 'public' : 'private'),
    internetFacing,
    deletionProtection: plan.deletionProtection,
    crossZoneEnabled: plan.crossZone,
    zonalShift: plan.zonalShift,
    securityGroups: [new ec2.SecurityGroup(scope, 'BalancerSecurityGroup', { vpc: network.vpc, description: 'the balancer' })],
  });
  if (plan.accessLogs !== undefined) {
    loadBalancer.setAttribute('access_logs.s3.enabled', 'true');
    loadBalancer.setAttribute('access_logs.s3.bucket', plan.accessLogs.bucketName);
    // The balancer tries to write when it is made.
    if (plan.accessLogs.policy !== undefined) loadBalancer.node.addDependency(plan.accessLogs.policy);
  }
  const groups = new Map<string, elb.NetworkTargetGroup>();
  for (const service of plan.services) addListener(loadBalancer, service, plan, (name, port) => groupFor(name, port, service));

  function groupFor(name: string, port: number, service: VirtualService): elb.NetworkTargetGroup {
    const udp = service.protocol === 'udp';
    const id = `${name}${udp ? 'Udp' : ''}${port}`;
    const group = groups.get(id) ?? targetGroup(scope, `Targets${id}`, name, port, udp, plan);
    groups.set(id, group);
    allowFromBalancer(loadBalancer, name, port, udp, plan);
    return group;
  }

  return { loadBalancer, alarms: [...groups].flatMap(([id, group]) => alarmsOfGroup(id, group)) };
}

function addListener(
  loadBalancer: elb.NetworkLoadBalancer,
  { port, protocol = 'tcp', members }: VirtualService,
  plan: BalancerPlan,
  groupFor: (name: string, port: number) => elb.NetworkTargetGroup,
): void {
  const weighted = members.map((member) => ({ targetGroup: groupFor(member.name, member.port), weight: member.weight ?? 1 }));
  const [first] = weighted;
  loadBalancer.addListener(`Port${port}`, {
    port,
    protocol: LISTENER_PROTOCOLS[protocol],
    ...(protocol === 'tls'
      ? {
          sslPolicy: elb.SslPolicy.RECOMMENDED_TLS,
          certificates: plan.certificateArns.map((arn) => elb.ListenerCertificate.fromArn(arn)),
        }
      : {}),
    defaultAction:
      weighted.length === 1 && first !== undefined
        ? elb.NetworkListenerAction.forward([first.targetGroup])
        : elb.NetworkListenerAction.weightedForward(weighted),
  });
  loadBalancer.connections.allowFrom(
    plan.internetFacing ? ec2.Peer.anyIpv4() : ec2.Peer.ipv4(plan.network.cidr),
    protocol === 'udp' ? ec2.Port.udp(port) : ec2.Port.tcp(port),
    'clients',
  );
}

function allowFromBalancer(
  loadBalancer: elb.NetworkLoadBalancer,
  name: string,
  port: number,
  udp: boolean,
  { backends, healthCheck }: BalancerPlan,
): void {
  const backend = backends[name];
  if (backend === undefined) return;
  backend.connections.allowFrom(loadBalancer, udp ? ec2.Port.udp(port) : ec2.Port.tcp(port), 'from the balancer');
  const checked = healthCheck.kind === 'icmp' ? port : (healthCheck.port ?? port);
  if (udp || checked !== port) backend.connections.allowFrom(loadBalancer, ec2.Port.tcp(checked), 'health check');
}

function targetGroup(
  scope: Construct,
  id: string,
  name: string,
  port: number,
  udp: boolean,
  plan: BalancerPlan,
): elb.NetworkTargetGroup {
  const backend = plan.backends[name];
  return new elb.NetworkTargetGroup(scope, id, {
    vpc: plan.network.vpc,
    port,
    protocol: udp ? elb.Protocol.UDP : elb.Protocol.TCP,
    targets: backend === undefined ? [] : [backend.targetFor(port)],
    healthCheck: healthCheckOf(plan),
    deregistrationDelay: Duration.seconds(plan.drainingSeconds),
    // A connection to a unit that was found dead is cut, so that the client tries again and gets a living one.
    connectionTermination: true,
    ...(plan.minimumHealthyPercent > 0
      ? { targetGroupHealth: { dnsMinimumHealthyTargetPercentage: plan.minimumHealthyPercent } }
      : {}),
  });
}

function healthCheckOf({ healthCheck, timers }: BalancerPlan): elb.HealthCheck {
  const port = healthCheck.kind === 'icmp' || healthCheck.port === undefined ? {} : { port: String(healthCheck.port) };
  const times = {
    interval: Duration.seconds(timers.intervalSeconds),
    timeout: Duration.seconds(timers.timeoutSeconds),
    unhealthyThresholdCount: timers.unhealthyThreshold,
    healthyThresholdCount: timers.healthyThreshold,
    ...port,
  };
  if (healthCheck.kind !== 'http') return { protocol: elb.Protocol.TCP, ...times };
  return {
    protocol: healthCheck.tls ? elb.Protocol.HTTPS : elb.Protocol.HTTP,
    path: healthCheck.path,
    healthyHttpCodes: healthCheck.statuses ?? '200',
    ...times,
  };
}

function alarmsOfGroup(id: string, group: elb.NetworkTargetGroup): readonly AlarmPlan[] {
  return [
    {
      id: `Unhealthy${id}`,
      metric: group.metrics.unHealthyHostCount({ period: ALARM_PERIOD, statistic: 'Maximum' }),
      description: 'a unit fails its health check and is not replaced',
      threshold: 1,
      minutes: 5,
    },
  ];
}
