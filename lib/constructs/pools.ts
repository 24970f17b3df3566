import * as ec2 from 'aws-cdk-lib/aws-ec2';
import type * as ecs from 'aws-cdk-lib/aws-ecs';
import type * as efs from 'aws-cdk-lib/aws-efs';
import { type Fault, faultOfCount, faultsOfCapacity, planCapacity } from '../blueprints';
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
    ...(pool.kind === 'fleet' ? faultsOfInstances(name, pool) : []),
  ];
}

function faultsOfInstances(name: string, pool: FleetPool): readonly (Fault | undefined)[] {
  const { instanceType = 't4g.small', spareInstanceTypes = [], spotAboveFloor = false, preparedInstances = 0 } = pool;
  const processorOf = (type: string) => new ec2.InstanceType(type).architecture.toString();
  const other = spareInstanceTypes.find((type) => processorOf(type) !== processorOf(instanceType));
  return [
    other === undefined
      ? undefined
      : {
          found: `pools.${name}.spareInstanceTypes has ${other} (${processorOf(other)}) beside ${instanceType} (${processorOf(instanceType)})`,
          bound: 'one image runs on one kind of processor',
          wayOut: `name types with ${processorOf(instanceType)}`,
        },
    preparedInstances > 0 && (spareInstanceTypes.length > 0 || spotAboveFloor)
      ? {
          found: `pools.${name} has prepared instances and ${spotAboveFloor ? 'spot instances' : 'spare instance types'}`,
          bound: 'AWS prepares instances of one type on demand',
          wayOut: 'leave one of them out',
        }
      : undefined,
    faultOfCount(`pools.${name}.preparedInstances`, preparedInstances, 0, 1000, 'instances', 'leave it out'),
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
