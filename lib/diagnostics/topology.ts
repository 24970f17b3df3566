import type { FunctionKind, Scope } from './finding';
import type { ResourceRef } from './resource-ref';

/** What stands where and what depends on what: all that a picture needs, in the order of the input. */
export interface Topology {
  readonly zones: readonly TopologyZone[];
  readonly resources: readonly TopologyResource[];
  readonly dependencies: readonly TopologyDependency[];
  readonly functions: readonly TopologyFunction[];
  /** Every failure domain that takes something away, with what it takes. */
  readonly domains: readonly TopologyDomain[];
}

export interface TopologyZone {
  /** As in `failureDomain`, without the word zone. */
  readonly label: string;
  readonly region: string;
  /** A symbol: which zone it is cannot be told. */
  readonly unknown: boolean;
}

export interface TopologyResource {
  /** Unique in the report; what `dependencies` and `functions` refer to. */
  readonly key: string;
  readonly ref: ResourceRef;
  readonly noun: string;
  /** What it is in the architecture: `balancer`, `compute`, `store`, … */
  readonly role: string;
  /** Region of its stack; absent for what stands in no region: global services, points of presence, other sites. */
  readonly region?: string;
  /** Zone labels in which it may have units; empty for what spans the region. */
  readonly zones: readonly string[];
  /** Units at least; absent where the provider runs as many as needed. */
  readonly units?: number;
}

export interface TopologyDependency {
  readonly from: string;
  readonly to: string;
  readonly kind: 'hard' | 'launch' | 'control' | 'soft' | 'member' | 'route';
  readonly because: string;
}

export interface TopologyFunction {
  readonly kind: FunctionKind;
  readonly name: string;
  /** Key of the entry. */
  readonly entry: string;
}

export interface TopologyDomain {
  readonly label: string;
  readonly scope: Scope;
  /** Keys of resources that stop with it. */
  readonly stops: readonly string[];
  /** Names of functions that are lost, and of those that cannot be decided. */
  readonly lost: readonly string[];
  readonly unproven: readonly string[];
  /** The same as positions in `functions`, which tell functions of one name apart. */
  readonly lostFunctions?: readonly number[];
  readonly unprovenFunctions?: readonly number[];
  /** Share of units left per group that has units there, 0 to 1, by resource key. */
  readonly capacityLeft: Readonly<Record<string, number>>;
}
