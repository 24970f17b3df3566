import { faultsOfCapacity, planCapacity } from './capacity';
import { type Fault, faultOfCount } from './refusal';

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

/** Instances of a fleet, as far as their kinds can contradict each other. */
export interface FleetRequest extends PoolSize {
  readonly kind: 'fleet';
  readonly instanceType?: string;
  readonly spareInstanceTypes?: readonly string[];
  readonly spotAboveFloor?: boolean;
  readonly preparedInstances?: number;
}

/** What is asked of a pool, whatever renders it. */
export type PoolRequest = FleetRequest | (PoolSize & { readonly kind: 'containers' });

/** A pool with what was decided about its size. */
export interface SizedPool {
  /** The redundant floor [units]. */
  readonly floor: number;
  readonly ceiling: number;
  readonly targetCpuPercent: number;
  readonly bootSeconds: number;
}

/** Everything wrong with the size of a pool over this many zones. */
export function faultsOfPool(name: string, pool: PoolRequest, zones: number): readonly (Fault | undefined)[] {
  const { requiredCapacity, spareUnits = 0, maxCapacity, targetCpuPercent = 50 } = pool;
  const size = faultsOfCapacity({ requiredCapacity, zones, spareUnits });
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

function faultsOfInstances(name: string, pool: FleetRequest): readonly (Fault | undefined)[] {
  const { instanceType = 't4g.small', spareInstanceTypes = [], spotAboveFloor = false, preparedInstances = 0 } = pool;
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
export function sizeOf(pool: PoolRequest, zones: number): SizedPool {
  const { requiredCapacity, spareUnits = 0, maxCapacity, targetCpuPercent = 50 } = pool;
  const { units } = planCapacity({ requiredCapacity, zones, spareUnits });
  return {
    floor: pool.dormant ? 0 : units,
    ceiling: maxCapacity ?? 2 * units,
    targetCpuPercent,
    bootSeconds: pool.bootSeconds ?? (pool.kind === 'fleet' ? 120 : 60),
  };
}

/** The processor of an instance type: Graviton families have a `g` behind their generation. */
export function processorOf(instanceType: string): 'arm64' | 'x86_64' {
  const [, family = '', attributes = ''] = /^([a-z]+)\d+([a-z-]*)\./.exec(instanceType) ?? [];
  return family === 'a' || attributes.includes('g') ? 'arm64' : 'x86_64';
}
