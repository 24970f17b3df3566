import { TargetGroup, type TargetGroupArgs } from '@pulumi/aws/lb/targetGroup';
import type { CustomResourceOptions } from '@pulumi/pulumi';
import type { BalancerPlan } from './balancer-plan';

/** What of a pool is behind a port: a group that is asked whether its units can serve. */
export function targetGroup(
  name: string,
  { pool, port, udp }: { readonly pool: string; readonly port: number; readonly udp: boolean },
  plan: BalancerPlan,
  options: CustomResourceOptions,
): TargetGroup {
  return new TargetGroup(
    name,
    {
      vpcId: plan.network.vpc.id,
      port,
      targetType: plan.pools[pool]?.kind === 'containers' ? 'ip' : 'instance',
      healthCheck: healthCheckOf(plan),
      deregistrationDelay: plan.drainingSeconds,
      ...(plan.minimumHealthyPercent > 0
        ? { targetGroupHealth: { dnsFailover: { minimumHealthyTargetsPercentage: String(plan.minimumHealthyPercent) } } }
        : {}),
      ...(plan.balancer === 'application'
        ? forRequests(plan)
        : // A connection to a unit that was found dead is cut, so that the client tries again and gets a living one.
          { protocol: udp ? 'UDP' : 'TCP', connectionTermination: true }),
    },
    options,
  );
}

function forRequests(plan: BalancerPlan): Partial<TargetGroupArgs> {
  const { anomalyMitigation, crossZone, slowStartSeconds, stickySeconds } = plan;
  return {
    protocol: 'HTTP',
    loadBalancingAlgorithmType: algorithmOf(plan),
    loadBalancingAnomalyMitigation: anomalyMitigation ? 'on' : 'off',
    ...(crossZone ? {} : { loadBalancingCrossZoneEnabled: 'false' }),
    ...(slowStartSeconds > 0 ? { slowStart: slowStartSeconds } : {}),
    ...(stickySeconds > 0 ? { stickiness: { type: 'lb_cookie', enabled: true, cookieDuration: stickySeconds } } : {}),
  };
}

function algorithmOf({ algorithm, anomalyMitigation }: BalancerPlan): string {
  // Weights are between target groups; inside each of them requests go in turn.
  if (anomalyMitigation) return 'weighted_random';
  return algorithm === 'least-connections' ? 'least_outstanding_requests' : 'round_robin';
}

function healthCheckOf({ balancer: kind, healthCheck, timers }: BalancerPlan) {
  const times = {
    enabled: true,
    interval: timers.intervalSeconds,
    timeout: timers.timeoutSeconds,
    unhealthyThreshold: timers.unhealthyThreshold,
    healthyThreshold: timers.healthyThreshold,
    ...(healthCheck.kind === 'icmp' || healthCheck.port === undefined ? {} : { port: String(healthCheck.port) }),
  };
  if (healthCheck.kind !== 'http') return { protocol: kind === 'application' ? 'HTTP' : 'TCP', ...times };
  const { tls = false, path, statuses = '200' } = healthCheck;
  return { protocol: tls ? 'HTTPS' : 'HTTP', path, matcher: statuses, ...times };
}
