import { Duration } from 'aws-cdk-lib';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as elb from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import type { Construct } from 'constructs';
import type { VirtualService } from '../blueprints';
import type { BalancerPlan, BuiltBalancer } from './balancer-plan';
import { ALARM_PERIOD, type AlarmPlan } from './service-alarms';

/** A layer-7 balancer with a node in every zone, a listener per virtual service, a target group per pool and port. */
export function applicationBalancer(scope: Construct, plan: BalancerPlan): BuiltBalancer {
  const { network, internetFacing } = plan;
  const loadBalancer = new elb.ApplicationLoadBalancer(scope, 'Balancer', {
    vpc: network.vpc,
    vpcSubnets: network.subnetsOf(internetFacing ? 'public' : 'private'),
    internetFacing,
    deletionProtection: plan.deletionProtection,
    dropInvalidHeaderFields: true,
  });
  loadBalancer.setAttribute('zonal_shift.config.enabled', String(plan.zonalShift));
  if (plan.accessLogs !== undefined) {
    loadBalancer.setAttribute('access_logs.s3.enabled', 'true');
    loadBalancer.setAttribute('access_logs.s3.bucket', plan.accessLogs.bucketName);
    // The balancer tries to write when it is made.
    if (plan.accessLogs.policy !== undefined) loadBalancer.node.addDependency(plan.accessLogs.policy);
  }
  const groups = new Map<string, elb.ApplicationTargetGroup>();
  for (const service of plan.services) addListener(loadBalancer, service, plan, (name, port) => groupFor(name, port));
  redirectToTls(loadBalancer, plan);

  function groupFor(name: string, port: number): elb.ApplicationTargetGroup {
    const id = `${name}${port}`;
    const group = groups.get(id) ?? targetGroup(scope, `Targets${id}`, name, port, plan);
    groups.set(id, group);
    return group;
  }

  return { loadBalancer, alarms: [...alarmsOf(loadBalancer), ...[...groups].flatMap(([id, group]) => alarmsOfGroup(id, group))] };
}

function addListener(
  loadBalancer: elb.ApplicationLoadBalancer,
  { port, protocol = 'http', members }: VirtualService,
  plan: BalancerPlan,
  groupFor: (name: string, port: number) => elb.ApplicationTargetGroup,
): void {
  const weighted = members.map((member) => ({
    targetGroup: groupFor(member.name, member.port),
    weight: member.weight ?? 1,
  }));
  const [first] = weighted;
  const secure = protocol === 'https';
  const listener = loadBalancer.addListener(`Port${port}`, {
    port,
    protocol: secure ? elb.ApplicationProtocol.HTTPS : elb.ApplicationProtocol.HTTP,
    open: plan.internetFacing,
    ...(secure
      ? {
          sslPolicy: elb.SslPolicy.RECOMMENDED_TLS,
          certificates: plan.certificateArns.map((arn) => elb.ListenerCertificate.fromArn(arn)),
        }
      : {}),
    defaultAction:
      weighted.length === 1 && first !== undefined
        ? elb.ListenerAction.forward([first.targetGroup])
        : elb.ListenerAction.weightedForward(weighted),
  });
  if (!plan.internetFacing) {
    listener.connections.allowDefaultPortFrom(ec2.Peer.ipv4(plan.network.cidr), 'from inside the network');
  }
}

/** Clients that come without TLS are sent to the TLS port, unless the map gives port 80 to somebody. */
function redirectToTls(loadBalancer: elb.ApplicationLoadBalancer, plan: BalancerPlan): void {
  const hasTls = plan.services.some(({ port, protocol }) => port === 443 && protocol === 'https');
  if (!hasTls || plan.services.some(({ port }) => port === 80)) return;
  loadBalancer.addRedirect({ open: plan.internetFacing });
}

function targetGroup(scope: Construct, id: string, name: string, port: number, plan: BalancerPlan): elb.ApplicationTargetGroup {
  const backend = plan.backends[name];
  const group = new elb.ApplicationTargetGroup(scope, id, {
    vpc: plan.network.vpc,
    port,
    protocol: elb.ApplicationProtocol.HTTP,
    targets: backend === undefined ? [] : [backend.targetFor(port)],
    healthCheck: healthCheckOf(plan),
    deregistrationDelay: Duration.seconds(plan.drainingSeconds),
    loadBalancingAlgorithmType: algorithmOf(plan),
    enableAnomalyMitigation: plan.anomalyMitigation,
    ...(plan.crossZone ? {} : { crossZoneEnabled: false }),
    ...(plan.minimumHealthyPercent > 0
      ? { targetGroupHealth: { dnsMinimumHealthyTargetPercentage: plan.minimumHealthyPercent } }
      : {}),
    ...(plan.slowStartSeconds > 0 ? { slowStart: Duration.seconds(plan.slowStartSeconds) } : {}),
    ...(plan.stickySeconds > 0 ? { stickinessCookieDuration: Duration.seconds(plan.stickySeconds) } : {}),
  });
  return group;
}

function algorithmOf({ algorithm, anomalyMitigation }: BalancerPlan): elb.TargetGroupLoadBalancingAlgorithmType {
  // Weights are between target groups; inside each of them requests go in turn.
  if (anomalyMitigation) return elb.TargetGroupLoadBalancingAlgorithmType.WEIGHTED_RANDOM;
  return algorithm === 'least-connections'
    ? elb.TargetGroupLoadBalancingAlgorithmType.LEAST_OUTSTANDING_REQUESTS
    : elb.TargetGroupLoadBalancingAlgorithmType.ROUND_ROBIN;
}

function healthCheckOf({ healthCheck, timers }: BalancerPlan): elb.HealthCheck {
  const http = healthCheck.kind === 'http' ? healthCheck : { kind: 'http' as const, path: '/' };
  return {
    protocol: http.tls ? elb.Protocol.HTTPS : elb.Protocol.HTTP,
    path: http.path,
    healthyHttpCodes: http.statuses ?? '200',
    ...(http.port === undefined ? {} : { port: String(http.port) }),
    interval: Duration.seconds(timers.intervalSeconds),
    timeout: Duration.seconds(timers.timeoutSeconds),
    unhealthyThresholdCount: timers.unhealthyThreshold,
    healthyThresholdCount: timers.healthyThreshold,
  };
}

function alarmsOf(loadBalancer: elb.ApplicationLoadBalancer): readonly AlarmPlan[] {
  return [
    {
      id: 'BalancerErrors',
      metric: loadBalancer.metrics.httpCodeElb(elb.HttpCodeElb.ELB_5XX_COUNT, { period: ALARM_PERIOD, statistic: 'Sum' }),
      description: 'the balancer itself answers with errors: no healthy target, or no capacity',
      threshold: 10,
      minutes: 3,
    },
  ];
}

function alarmsOfGroup(id: string, group: elb.ApplicationTargetGroup): readonly AlarmPlan[] {
  return [
    {
      id: `Unhealthy${id}`,
      metric: group.metrics.unhealthyHostCount({ period: ALARM_PERIOD, statistic: 'Maximum' }),
      description: 'a unit fails its health check and is not replaced',
      threshold: 1,
      minutes: 5,
    },
    {
      id: `Errors${id}`,
      metric: group.metrics.httpCodeTarget(elb.HttpCodeTarget.TARGET_5XX_COUNT, { period: ALARM_PERIOD, statistic: 'Sum' }),
      description: 'units answer with errors',
      threshold: 10,
      minutes: 3,
    },
  ];
}
