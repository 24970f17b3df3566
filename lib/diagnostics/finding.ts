import type { Repair } from './repair';
import type { ResourceRef } from './resource-ref';

export type Severity = 'error' | 'warning' | 'info';

/** The vocabulary of AWS Resilience Hub. */
export type Category =
  | 'SINGLE_POINT_OF_FAILURE'
  | 'SHARED_FATE'
  | 'EXCESSIVE_LOAD'
  | 'EXCESSIVE_LATENCY'
  | 'MISCONFIGURATION_AND_BUGS';

/** What can be lost; see docs/glossary.md. */
export type FunctionKind = 'serve' | 'egress' | 'admin' | 'auxiliary' | 'recover';

/** The level of the failure domain. */
export type Scope = 'component' | 'zone' | 'region' | 'provider';

/** What happens next without a person: nothing, recreated in minutes, or a standby takes over. */
export type Recovery = 'none' | 'self-healing' | 'failover';

/** One hop of the path that proves a finding: `from` depends on `to`, and why nospof believes it. */
export interface Evidence {
  readonly from: string;
  readonly to: string;
  readonly because: string;
  readonly file?: string;
  readonly line?: number;
  /** What each of the two is, where another one on the path bears the same name. */
  readonly fromNoun?: string;
  readonly toNoun?: string;
}

/** A judgement about the user's architecture. */
export interface Finding {
  readonly rule: string;
  readonly category: Category;
  readonly severity: Severity;
  readonly function: FunctionKind;
  /** Names of the functions lost: ids of their entries, sorted. */
  readonly loses: readonly string[];
  readonly scope: Scope;
  readonly recovery: Recovery;
  /** The function is not lost: it serves some of its clients less until the fault is noticed. Absent: see the category. */
  readonly effect?: 'degraded';
  /** Seconds until the function is back, where the timers tell. */
  readonly recoverySeconds?: number;
  readonly resource: ResourceRef;
  /** `component Db`, `zone us-east-1#0`. */
  readonly failureDomain: string;
  readonly message: string;
  /** The change that removes it, imperative. */
  readonly fix: string;
  readonly evidence: readonly Evidence[];
  /** Address of what says how the resource that is lost behaves; absent where only the rule has sources. */
  readonly source?: string;
  /** The smallest assignment that brings it in; empty in the default world. */
  readonly world: Readonly<Record<string, string>>;
  /** With `--fix-plan`: the edit that makes it go away, where one is enough. */
  readonly repair?: Repair;
  readonly acknowledged?: Acknowledged;
}

/** Present when someone accepted it; `baseline` when it only stands in the baseline. */
export interface Acknowledged {
  readonly reason: string;
  readonly until?: string;
  readonly by?: string;
  readonly baseline?: true;
}

/** What could not be decided, and what would decide it. */
export interface Unproven {
  readonly function: FunctionKind;
  readonly of: string;
  readonly failureDomain: string;
  readonly because: string;
  /** What is not known, whatever it is not known of: entries of one cause are one question. */
  readonly cause?: string;
  readonly tell: string;
  readonly resource?: ResourceRef;
  /** It stays open, and somebody lives with that. */
  readonly acknowledged?: Acknowledged;
}

/** Why a function survives the loss of a failure domain: one path through what is left. */
export interface Witness {
  readonly function: FunctionKind;
  readonly of: string;
  /** Key of the entry as in the topology; tells functions of one name apart. */
  readonly entry?: string;
  readonly failureDomain: string;
  readonly path: readonly string[];
  /** Most seconds until traffic flows again around the loss; absent when nothing has to move. */
  readonly recoverySeconds?: number;
  /** The part that takes longest, and how its time comes about. */
  readonly slowest?: { readonly id: string; readonly because: string };
}
