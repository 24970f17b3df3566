import { AlertPolicy } from '@pulumi/gcp/monitoring/alertPolicy';
import { type CustomResourceOptions, type Input, output } from '@pulumi/pulumi';

/** One thing worth waking somebody for. */
export interface AlarmPlan {
  readonly id: string;
  readonly description: string;
  readonly metric: string;
  /** Labels of the metric and of what it is measured of, as the filter calls them: `resource.labels.url_map_name`. */
  readonly where: Readonly<Record<string, Input<string | number>>>;
  readonly resource: string;
  /** What is made of the values of a minute. */
  readonly statistic: 'ALIGN_SUM' | 'ALIGN_MEAN' | 'ALIGN_MAX';
  readonly is: 'above' | 'below';
  readonly threshold: number;
  /** Minutes in a row. */
  readonly minutes: number;
}

/** Alarms of one-minute data; they tell `channel` of trouble and of its end, where there is one. */
export function addAlarms(
  name: string,
  plans: readonly AlarmPlan[],
  channel: Input<string> | undefined,
  options: CustomResourceOptions,
): void {
  for (const { id, description, metric, where, resource, statistic, is, threshold, minutes } of plans) {
    const filter = output({ ...where }).apply((labels) =>
      [
        `resource.type = "${resource}"`,
        `metric.type = "${metric}"`,
        ...Object.entries(labels).map(([label, value]) => `${label} = ${JSON.stringify(value)}`),
      ].join(' AND '),
    );
    new AlertPolicy(
      `${name}-${id}`,
      {
        displayName: `${name}: ${description}`,
        combiner: 'OR',
        conditions: [
          {
            displayName: description,
            conditionThreshold: {
              filter,
              comparison: is === 'above' ? 'COMPARISON_GT' : 'COMPARISON_LT',
              thresholdValue: threshold,
              duration: `${60 * minutes}s`,
              aggregations: [
                {
                  alignmentPeriod: '60s',
                  perSeriesAligner: statistic,
                  crossSeriesReducer: is === 'above' ? 'REDUCE_SUM' : 'REDUCE_MIN',
                },
              ],
            },
          },
        ],
        ...(channel === undefined ? {} : { notificationChannels: [channel] }),
      },
      options,
    );
  }
}
