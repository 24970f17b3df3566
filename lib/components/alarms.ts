import { MetricAlarm } from '@pulumi/aws/cloudwatch/metricAlarm';
import type { CustomResourceOptions, Input } from '@pulumi/pulumi';

/** One thing worth waking somebody for. */
export interface AlarmPlan {
  readonly id: string;
  readonly namespace: string;
  readonly metric: string;
  readonly statistic: 'Sum' | 'Maximum';
  readonly dimensions: Readonly<Record<string, Input<string>>>;
  readonly description: string;
  readonly threshold: number;
  /** Minutes in a row. */
  readonly minutes: number;
}

/** Alarms of one-minute data; they tell `topic` of trouble and of its end, where there is one. */
export function addAlarms(
  name: string,
  plans: readonly AlarmPlan[],
  topic: Input<string> | undefined,
  options: CustomResourceOptions,
): void {
  for (const { id, namespace, metric, statistic, dimensions, description, threshold, minutes } of plans) {
    new MetricAlarm(
      `${name}-${id}`,
      {
        namespace,
        metricName: metric,
        statistic,
        dimensions: { ...dimensions },
        alarmDescription: description,
        threshold,
        period: 60,
        evaluationPeriods: minutes,
        comparisonOperator: 'GreaterThanOrEqualToThreshold',
        treatMissingData: 'notBreaching',
        ...(topic === undefined ? {} : { alarmActions: [topic], okActions: [topic] }),
      },
      options,
    );
  }
}
