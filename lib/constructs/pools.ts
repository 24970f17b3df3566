import type * as ec2 from 'aws-cdk-lib/aws-ec2';
import type * as ecs from 'aws-cdk-lib/aws-ecs';
import type * as efs from 'aws-cdk-lib/aws-efs';
import type { PoolSize } from '../blueprints';

/** Instances of one immutable image: a change is a new image, never a change in place. */
export interface FleetPool extends PoolSize {
  readonly kind: 'fleet';
  /**
   * Image that everything is installed on.
   * @default - the current Amazon Linux 2023 for the processor of the instance type, resolved at deployment
   */
  readonly image?: ec2.IMachineImage;
  /** @default 't4g.small' */
  readonly instanceType?: string;
  /**
   * Other instance types of the same processor, taken when the first is not to be had in a zone.
   * @default - none
   */
  readonly spareInstanceTypes?: readonly string[];
  /**
   * Take spot instances for what scaling adds above the redundant floor, which itself is never on spot.
   * @default false
   */
  readonly spotAboveFloor?: boolean;
  /**
   * Instances that are prepared and stopped, so that scaling is quicker; they do not count towards the floor [units].
   * @default 0
   */
  readonly preparedInstances?: number;
  /**
   * Scale ahead of a load that repeats every day or week.
   * @default false
   */
  readonly predictive?: boolean;
  /**
   * What an instance does at its first start.
   * @default - nothing: the image starts its service by itself
   */
  readonly userData?: ec2.UserData;
  /**
   * Device name of the root volume, which is encrypted.
   * @default '/dev/xvda'
   */
  readonly rootDevice?: string;
}

/** Containers on Fargate. */
export interface ContainerPool extends PoolSize {
  readonly kind: 'containers';
  readonly image: ecs.ContainerImage;
  /**
   * Processor share of a task [1024 = one processor].
   * @default 256
   */
  readonly cpu?: number;
  /**
   * Memory of a task [MiB].
   * @default 512
   */
  readonly memoryMib?: number;
  /** @default - none */
  readonly environment?: Readonly<Record<string, string>>;
  /** @default - none */
  readonly secrets?: Readonly<Record<string, ecs.Secret>>;
  /**
   * Folders of shared files, by the path at which the container sees them.
   * @default - none
   */
  readonly mounts?: Readonly<Record<string, efs.IAccessPoint>>;
}

/** Units of one kind that serve together. */
export type Pool = FleetPool | ContainerPool;
