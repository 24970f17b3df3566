import type { Finding, Scope, Unproven, Witness } from './finding';
import type { Position, Problem } from './problem';
import type { ResourceRef } from './resource-ref';
import type { Topology } from './topology';

/** Numbers for the last line of a report. A "pair" is one function under the loss of one failure domain. */
export interface Summary {
  readonly resources: number;
  readonly functions: number;
  readonly failureDomains: number;
  /** Pairs by verdict. */
  readonly lost: number;
  readonly unproven: number;
  readonly survives: number;
  /** Resources that no function uses, so that their loss takes nothing away. */
  readonly idle: number;
  /**
   * With `--worlds all`: other worlds judged, those that turned out the same as one judged before, and those left out for their
   * number. Worlds of three choices are looked at, and counted, once all of two are judged.
   */
  readonly worlds?: { readonly judged: number; readonly same: number; readonly left: number };
}

/** Something that could offer a function and that nobody uses. */
export interface Idle {
  readonly resource: ResourceRef;
  /** Absent where it simply has no user. */
  readonly because?: string;
}

/** What a user taught nospof about a resource type of the system. */
export interface Override {
  readonly type: string;
  /** What is said of it: keys of nospof.yaml, sorted. */
  readonly says: readonly string[];
  /** nospof knew nothing of the type; otherwise what it knew was changed. */
  readonly new: boolean;
  /** Resources of the type. */
  readonly resources: number;
  readonly at?: Position;
}

/** The whole result of a run: version 1 of the JSON report. Fields may be added, never changed. */
export interface Assessment {
  readonly version: 1;
  readonly system: {
    readonly inputs: readonly string[];
    readonly survive: Scope;
    readonly world: Readonly<Record<string, string>>;
  };
  readonly summary: Summary;
  /** Sorted by file, line, column, rule. Acknowledged ones included. */
  readonly findings: readonly Finding[];
  readonly unproven: readonly Unproven[];
  readonly witnesses: readonly Witness[];
  readonly topology: Topology;
  /** What the number `summary.idle` counts; absent in reports of older versions. */
  readonly idleResources?: readonly Idle[];
  /** Resource types that nospof has no facts for, with the number of resources. */
  readonly unknownTypes: Readonly<Record<string, number>>;
  /** Facts that nospof.yaml adds or changes; absent where it has none. */
  readonly overrides?: readonly Override[];
  /** Non-fatal problems of the input and of the configuration. */
  readonly problems: readonly Problem[];
}
