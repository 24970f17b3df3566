import { CfnResource } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';

/**
 * Writes into the template how many units a group must have left when a zone is lost, so that whoever judges the
 * template can hold its size against what it is for. Changes nothing that is deployed.
 */
export function declareRequiredCapacity(group: IConstruct, requiredCapacity: number): void {
  for (const child of group.node.findAll()) {
    if (CfnResource.isCfnResource(child) && GROUPS.has(child.cfnResourceType)) child.addMetadata('nospof', { requiredCapacity });
  }
}

const GROUPS = new Set(['AWS::AutoScaling::AutoScalingGroup', 'AWS::ECS::Service']);
