import * as zonalshift from 'aws-cdk-lib/aws-arczonalshift';
import type * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';
import type { Construct } from 'constructs';

/**
 * Lets AWS shift a balancer out of a zone that it finds impaired, and practise it weekly; a practice stops as soon as
 * one of the alarms goes off.
 *
 * @see https://docs.aws.amazon.com/r53recovery/latest/dg/arc-zonal-autoshift.html
 */
export function addAutoshift(scope: Construct, loadBalancerArn: string, alarms: readonly cloudwatch.Alarm[]): void {
  new zonalshift.CfnZonalAutoshiftConfiguration(scope, 'Autoshift', {
    resourceIdentifier: loadBalancerArn,
    zonalAutoshiftStatus: 'ENABLED',
    practiceRunConfiguration: {
      outcomeAlarms: alarms.slice(0, 1).map(({ alarmArn }) => ({ type: 'CLOUDWATCH', alarmIdentifier: alarmArn })),
    },
  });
}
