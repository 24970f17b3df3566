import type { Input } from '@pulumi/pulumi';
import type { PoolSize } from '../blueprints';

/** Instances of one immutable image: a change is a new image, never a change in place. */
export interface FleetPool extends PoolSize {
  readonly kind: 'fleet';
  /**
   * Id of the image that everything is installed on.
   * @default - the current Amazon Linux 2023 for the processor of the instance type, resolved when an instance starts
   */
  readonly image?: Input<string>;
  /** @default 't4g.small' */
  readonly instanceType?: string;
  /**
   * What an instance does at its first start, as plain text.
   * @default - nothing: the image starts its service by itself
   */
  readonly userData?: Input<string>;
  /**
   * Device name of the root volume, which is encrypted.
   * @default '/dev/xvda'
   */
  readonly rootDevice?: string;
}

/** Containers on Fargate. */
export interface ContainerPool extends PoolSize {
  readonly kind: 'containers';
  readonly image: Input<string>;
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
  readonly environment?: Readonly<Record<string, Input<string>>>;
  /**
   * ARNs of secrets, by the variable that each is put into.
   * @default - none
   */
  readonly secrets?: Readonly<Record<string, Input<string>>>;
}

/** Units of one kind that serve together. */
export type Pool = FleetPool | ContainerPool;
