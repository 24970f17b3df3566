import type { SecurityGroup } from '@pulumi/aws/ec2/securityGroup';
import type { TargetGroup } from '@pulumi/aws/lb/targetGroup';
import type { Resource } from '@pulumi/pulumi';
import type { SizedPool } from '../blueprints';
import type { ResilientNetwork } from './resilient-network';

/** What the units of a pool are put behind and into. */
export interface PoolPlan {
  readonly network: ResilientNetwork;
  readonly size: SizedPool;
  /** The target groups of the pool, with the port inside of each. */
  readonly targetGroups: readonly { readonly port: number; readonly targets: TargetGroup }[];
  /** What sends requests to the groups: a service may only join groups that a balancer uses. */
  readonly listeners: readonly Resource[];
  readonly zonalShift: boolean;
}

/** A pool that stands. */
export interface Built {
  readonly securityGroup: SecurityGroup;
}
