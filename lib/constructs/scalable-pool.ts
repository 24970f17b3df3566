import { TimeZone } from 'aws-cdk-lib';
import * as appscaling from 'aws-cdk-lib/aws-applicationautoscaling';
import * as autoscaling from 'aws-cdk-lib/aws-autoscaling';
import type * as ecs from 'aws-cdk-lib/aws-ecs';
import type * as iam from 'aws-cdk-lib/aws-iam';
import type { CapacityPlan } from '../blueprints';

/** A pool that stands, and how its size is moved. */
export interface ScalablePool {
  /** What was decided about its size. */
  readonly plan: CapacityPlan;
  /** The redundant floor [units]. */
  readonly floor: number;
  readonly ceiling: number;
  /** What its units may do in AWS; grant them access to stores with it. */
  readonly role: iam.IRole;
  /**
   * Sets floor and ceiling at the start of a day of every year.
   *
   * @param day - month and day: `03-02`
   * @param timeZone - IANA name
   */
  resize(id: string, day: string, floor: number, ceiling: number, timeZone: string): void;
}

/** Resizes an Auto Scaling group. */
export function resizeGroup(group: autoscaling.AutoScalingGroup): ScalablePool['resize'] {
  return (id, day, minCapacity, maxCapacity, timeZone) => {
    group.scaleOnSchedule(id, { schedule: autoscaling.Schedule.cron(startOf(day)), minCapacity, maxCapacity, timeZone });
  };
}

/** Resizes an ECS service. */
export function resizeTasks(tasks: ecs.ScalableTaskCount): ScalablePool['resize'] {
  return (id, day, minCapacity, maxCapacity, timeZone) => {
    const schedule = appscaling.Schedule.cron(startOf(day));
    tasks.scaleOnSchedule(id, { schedule, minCapacity, maxCapacity, timeZone: TimeZone.of(timeZone) });
  };
}

function startOf(monthAndDay: string): { minute: string; hour: string; day: string; month: string } {
  const [month = '', day = ''] = monthAndDay.split('-');
  return { minute: '0', hour: '0', day: String(Number(day)), month: String(Number(month)) };
}
