import type { AlarmPlan } from './alarms';
import type { BuiltBalancer } from './balancer';

/** What is watched of a balancer and of each group behind it. */
export function alarmsOf(kind: 'application' | 'network', { loadBalancer, groups }: BuiltBalancer): readonly AlarmPlan[] {
  const namespace = kind === 'application' ? 'AWS/ApplicationELB' : 'AWS/NetworkELB';
  const ofBalancer = { LoadBalancer: loadBalancer.arnSuffix };
  const ofGroups = groups.flatMap(({ pool, port, udp, targets }): AlarmPlan[] => {
    const id = `${pool}-${udp ? 'udp-' : ''}${port}`;
    const dimensions = { ...ofBalancer, TargetGroup: targets.arnSuffix };
    const unhealthy: AlarmPlan = {
      id: `unhealthy-${id}`,
      namespace,
      dimensions,
      metric: 'UnHealthyHostCount',
      statistic: 'Maximum',
      description: 'a unit fails its health check and is not replaced',
      threshold: 1,
      minutes: 5,
    };
    if (kind === 'network') return [unhealthy];
    const errors: AlarmPlan = {
      id: `errors-${id}`,
      namespace,
      dimensions,
      metric: 'HTTPCode_Target_5XX_Count',
      statistic: 'Sum',
      description: 'units answer with errors',
      threshold: 10,
      minutes: 3,
    };
    return [unhealthy, errors];
  });
  if (kind === 'network') return ofGroups;
  const balancerErrors: AlarmPlan = {
    id: 'balancer-errors',
    namespace,
    dimensions: ofBalancer,
    metric: 'HTTPCode_ELB_5XX_Count',
    statistic: 'Sum',
    description: 'the balancer itself answers with errors: no healthy target, or no capacity',
    threshold: 10,
    minutes: 3,
  };
  return [balancerErrors, ...ofGroups];
}
