import type { RegionInstanceGroupManager } from '@pulumi/gcp/compute/regionInstanceGroupManager';
import type { AlarmPlan } from './alarms';
import type { BuiltBalancer } from './balancer';

/** What is watched of a balancer and of each group behind it. */
export function alarmsOf(
  { routes }: BuiltBalancer,
  groups: ReadonlyMap<string, RegionInstanceGroupManager>,
  pools: Readonly<Record<string, { readonly floor: number }>>,
): readonly AlarmPlan[] {
  return [
    ...[...routes].map(([port, { name }]): AlarmPlan => {
      return {
        id: `errors-${port}`,
        description: 'units answer with errors, or none answers',
        metric: 'loadbalancing.googleapis.com/https/request_count',
        resource: 'https_lb_rule',
        where: { 'metric.labels.response_code_class': 500, 'resource.labels.url_map_name': name },
        statistic: 'ALIGN_SUM',
        is: 'above',
        threshold: 10,
        minutes: 3,
      };
    }),
    ...[...groups].map(([pool, { name }]): AlarmPlan => {
      return {
        id: `size-${pool}`,
        description: 'the group is smaller than its redundant floor, and does not grow',
        metric: 'compute.googleapis.com/instance_group/size',
        resource: 'instance_group',
        where: { 'resource.labels.instance_group_name': name },
        statistic: 'ALIGN_MEAN',
        is: 'below',
        threshold: pools[pool]?.floor ?? 0,
        minutes: 5,
      };
    }),
  ];
}
