import type { Input } from '@pulumi/pulumi';
import type { PoolSize } from '../../blueprints';

/** Instances of one immutable image: a change is a new image, never a change in place. */
export interface FleetPool extends Omit<PoolSize, 'dormant'> {
  readonly kind: 'fleet';
  /**
   * The image that everything is installed on: its self link, or a family.
   * @default - the current Debian 12
   */
  readonly image?: Input<string>;
  /** @default 'e2-small' */
  readonly instanceType?: string;
  /**
   * What an instance does at each start, as plain text.
   * @default - nothing: the image starts its service by itself
   */
  readonly userData?: Input<string>;
}

/** Units of one kind that serve together. */
export type Pool = FleetPool;
