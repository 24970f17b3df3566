import { LogGroup } from '@pulumi/aws/cloudwatch/logGroup';
import { FlowLog } from '@pulumi/aws/ec2/flowLog';
import { Role } from '@pulumi/aws/iam/role';
import { RolePolicy } from '@pulumi/aws/iam/rolePolicy';
import { type CustomResourceOptions, interpolate, jsonStringify, type Output } from '@pulumi/pulumi';
import { trustOf } from './trust';

/** Accepted and rejected flows of a network, kept for 90 days. */
export function addFlowLogs(name: string, vpcId: Output<string>, options: CustomResourceOptions): void {
  const id = `${name}-flows`;
  const logGroup = new LogGroup(id, { retentionInDays: 90 }, options);
  const role = new Role(id, { assumeRolePolicy: trustOf('vpc-flow-logs.amazonaws.com') }, options);
  const statement = {
    Effect: 'Allow',
    Action: ['logs:CreateLogStream', 'logs:PutLogEvents', 'logs:DescribeLogStreams'],
    Resource: [logGroup.arn, interpolate`${logGroup.arn}:*`],
  };
  new RolePolicy(id, { role: role.id, policy: jsonStringify({ Version: '2012-10-17', Statement: [statement] }) }, options);
  new FlowLog(id, { vpcId, trafficType: 'ALL', logDestination: logGroup.arn, iamRoleArn: role.arn }, options);
}
