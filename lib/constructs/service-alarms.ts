import { Duration } from 'aws-cdk-lib';
import * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import type * as sns from 'aws-cdk-lib/aws-sns';
import type { Construct } from 'constructs';

/** One thing worth waking somebody for. */
export interface AlarmPlan {
  readonly id: string;
  readonly metric: cloudwatch.IMetric;
  readonly description: string;
  readonly threshold: number;
  readonly below?: boolean;
  /** Minutes in a row. */
  readonly minutes: number;
  /** Missing data means that the fault is there; otherwise that it is not. */
  readonly missingIsBad?: boolean;
}

/** Alarms of one-minute data; they tell `topic` of trouble and of its end, where there is one. */
export function addAlarms(scope: Construct, plans: readonly AlarmPlan[], topic: sns.ITopic | undefined): cloudwatch.Alarm[] {
  return plans.map((plan) => {
    const alarm = new cloudwatch.Alarm(scope, plan.id, {
      metric: plan.metric,
      alarmDescription: plan.description,
      threshold: plan.threshold,
      evaluationPeriods: plan.minutes,
      comparisonOperator: plan.below
        ? cloudwatch.ComparisonOperator.LESS_THAN_THRESHOLD
        : cloudwatch.ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
      treatMissingData: plan.missingIsBad ? cloudwatch.TreatMissingData.BREACHING : cloudwatch.TreatMissingData.NOT_BREACHING,
    });
    if (topic !== undefined) {
      alarm.addAlarmAction(new SnsAction(topic));
      alarm.addOkAction(new SnsAction(topic));
    }
    return alarm;
  });
}

/** Period of all alarm metrics. */
export const ALARM_PERIOD = Duration.minutes(1);
