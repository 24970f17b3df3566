import { SecurityGroup } from '@pulumi/aws/ec2/securityGroup';
import { SecurityGroupRule } from '@pulumi/aws/ec2/securityGroupRule';
import type { CustomResourceOptions, Input } from '@pulumi/pulumi';

const OUTWARDS = [{ protocol: '-1', fromPort: 0, toPort: 0, cidrBlocks: ['0.0.0.0/0'] }];

/** A group that lets nothing in; its members may call anybody, unless they only answer. */
export function securityGroup(
  name: string,
  description: string,
  vpcId: Input<string>,
  options: CustomResourceOptions,
  calls = true,
): SecurityGroup {
  const group = { vpcId, description, tags: { Name: name }, ...(calls ? { egress: OUTWARDS } : {}) };
  // Rules of its own would be taken away by a group that lists some, so ways in are rules and ways out are listed.
  return new SecurityGroup(name, group, { ...options, ignoreChanges: ['ingress'] });
}

/** Lets members of one group reach a port of another. */
export function allowFromGroup(
  name: string,
  to: SecurityGroup,
  from: SecurityGroup,
  port: number,
  options: CustomResourceOptions,
  protocol: 'tcp' | 'udp' = 'tcp',
): void {
  const ports = { protocol, fromPort: port, toPort: port };
  new SecurityGroupRule(name, { type: 'ingress', securityGroupId: to.id, sourceSecurityGroupId: from.id, ...ports }, options);
}

/** Lets a block reach a port. */
export function allowFromBlock(
  name: string,
  to: SecurityGroup,
  cidr: string,
  port: number,
  options: CustomResourceOptions,
  protocol: 'tcp' | 'udp' = 'tcp',
): void {
  const ports = { protocol, fromPort: port, toPort: port };
  new SecurityGroupRule(name, { type: 'ingress', securityGroupId: to.id, cidrBlocks: [cidr], ...ports }, options);
}
