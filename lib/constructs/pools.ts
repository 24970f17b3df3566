import type * as ec2 from 'aws-cdk-lib/aws-ec2';
import type * as ecs from 'aws-cdk-lib/aws-ecs';
import type * as efs from 'aws-cdk-lib/aws-efs';
import { type Fault, faultsOfCapacity, planCapacity } from '../blueprints';
import { faultsOfTokens } from './tokens';

/** How many units a pool has. */
export interface PoolSize {
  /** Units that carry the peak; this many are left when any one zone is lost [units]. */
  readonly requiredCapacity: number;
  /**
   * Units on top of the redundant floor, for a zone that is lost during a deployment [units].
   * @default 0
   */
  readonly spareUnits?: number;
  /**
   * The most units that scaling may start [units].
   * @default - twice the redundant floor
   */
  readonly maxCapacity?: number;
  /**
   * Mean processor load that scaling keeps [percent]. May not be so high that the rest is overloaded when a zone is lost.
   * @default 50
   */
  readonly targetCpuPercent?: number;
  /**
   * Time from start until a unit answers its health check [s].
   * @default 120 for instances, 60 for containers
   */
  readonly bootSeconds?: number;
  /**
   * Have everything but run nothing: for a Region that is switched on by hand, by raising the minimum capacity.
   * @default false
   */
  readonly dormant?: boolean;
}

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

/** A pool with what was decided about its size. */
export interface SizedPool {
  /** The redundant floor [units]. */
  readonly floor: number;
  readonly ceiling: number;
  readonly targetCpuPercent: number;
  readonly bootSeconds: number;
}

/** Everything wrong with the size of a pool over this many zones. */
export function faultsOfPool(name: string, pool: Pool, zones: number): readonly (Fault | undefined)[] {
  const { requiredCapacity, spareUnits = 0, maxCapacity, targetCpuPercent = 50 } = pool;
  const tokens = faultsOfTokens({
    [`pools.${name}.requiredCapacity`]: requiredCapacity,
    [`pools.${name}.spareUnits`]: spareUnits,
  });
  const size = tokens.length > 0 ? tokens : faultsOfCapacity({ requiredCapacity, zones, spareUnits });
  if (size.some((fault) => fault !== undefined)) return size;
  const { units } = planCapacity({ requiredCapacity, zones, spareUnits });
  // At the target on all zones, the zones that are left run at target * zones / (zones - 1).
  const highest = Math.floor((100 * (zones - 1)) / zones);
  return [
    maxCapacity !== undefined && !(maxCapacity > units)
      ? {
          found: `pools.${name}.maxCapacity is ${maxCapacity}`,
          bound: `the redundant floor for ${requiredCapacity} required units over ${zones} zones is ${units}, and a deployment starts at least one more`,
          wayOut: `set maxCapacity to ${units + 1} or more, or require less`,
        }
      : undefined,
    targetCpuPercent > 0 && targetCpuPercent <= highest
      ? undefined
      : {
          found: `pools.${name}.targetCpuPercent is ${targetCpuPercent}`,
          bound: `over ${zones} zones the rest would run at ${Math.round((targetCpuPercent * zones) / (zones - 1))} percent when one zone is lost`,
          wayOut: `set targetCpuPercent to ${highest} or less`,
        },
  ];
}

/** The size of a faultless pool. */
export function sizeOf(pool: Pool, zones: number): SizedPool {
  const { requiredCapacity, spareUnits = 0, maxCapacity, targetCpuPercent = 50 } = pool;
  const { units } = planCapacity({ requiredCapacity, zones, spareUnits });
  return {
    floor: pool.dormant ? 0 : units,
    ceiling: maxCapacity ?? 2 * units,
    targetCpuPercent,
    bootSeconds: pool.bootSeconds ?? (pool.kind === 'fleet' ? 120 : 60),
  };
}
