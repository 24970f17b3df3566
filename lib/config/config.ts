import type { FunctionKind, Position, Scope } from '../diagnostics';
import type { OWN_LOCALITIES, OWN_NEED_KINDS, OWN_OFFERS, OWN_RECOVERIES, OWN_ROLES, OWN_SPREADS } from './fact-fields';

/** The levels of failure domains, smallest first. */
export const SCOPES = ['component', 'zone', 'region', 'provider'] as const satisfies readonly Scope[];

/** What makes the exit code 1, each with all that stands before it: errors, warnings too, anything unproven too. */
export const FAIL_ON = ['error', 'warning', 'unproven'] as const;
export type FailOn = (typeof FAIL_ON)[number];

/** Rules beyond the proof, off unless they are asked for. */
export const PACKS = ['settings'] as const;
export type Pack = (typeof PACKS)[number];

/** A finding accepted with a reason. */
export interface Acknowledgement {
  readonly rule: string;
  /** Logical id, `stack/id` or construct path. */
  readonly resource: string;
  readonly reason: string;
  /** Last day on which it holds, `2027-03-31`; without it, for good. */
  readonly until?: string;
  readonly owner?: string;
}

/** A number that the properties say, as a floor. */
export interface OwnCount {
  readonly desired?: string;
  readonly min?: string;
  readonly absent: number;
  readonly plus?: number;
}

/** What a user says of a resource type; keys as in nospof.yaml, paths always as lists. */
export interface OwnFact {
  readonly noun?: string;
  readonly inert?: boolean;
  readonly role?: (typeof OWN_ROLES)[number];
  readonly locality?: (typeof OWN_LOCALITIES)[number];
  readonly units?: number | 'many' | 'per-subnet' | OwnCount;
  readonly needed?: number | 'all' | 'majority';
  readonly spread?: (typeof OWN_SPREADS)[number];
  readonly subnets?: readonly string[];
  readonly zones?: readonly string[];
  readonly recovery?: { readonly kind: (typeof OWN_RECOVERIES)[number]; readonly within?: number };
  readonly needs?: readonly {
    readonly path: readonly string[];
    readonly kind?: (typeof OWN_NEED_KINDS)[number];
    readonly because: string;
  }[];
  readonly text?: readonly string[];
  readonly 'security-groups'?: readonly string[];
  readonly names?: readonly string[];
  readonly 'uses-egress'?: boolean;
  readonly offers?: (typeof OWN_OFFERS)[number];
  readonly source?: string;
}

/**
 * What nospof.yaml says. The records by resource name have no prototype, so that a resource called `constructor` is
 * not found in an empty one; their keys are ids, `stack/id` or construct paths.
 */
export interface Config {
  /** As the user named it; undefined when there is no file. */
  readonly file?: string;
  readonly survive?: Scope;
  readonly failOn?: FailOn;
  readonly packs?: readonly Pack[];
  /** `soft`: losing the way out degrades and does not stop; findings of egress drop to info. */
  readonly egress?: 'hard' | 'soft';
  /** What a resource is for, where the template does not show it. */
  readonly roles: Readonly<Record<string, FunctionKind>>;
  /** Zones of subnets that the template takes from outside. */
  readonly subnets: Readonly<Record<string, { readonly zone: string }>>;
  /** Units a group needs to carry the load. */
  readonly capacity: Readonly<Record<string, { readonly required: number }>>;
  /** The device behind each customer gateway; two names are two failure domains. */
  readonly customerGateways: Readonly<Record<string, { readonly device: string }>>;
  readonly objectives: { readonly rtoSeconds?: number; readonly rpoSeconds?: number };
  /** By resource type. */
  readonly facts: Readonly<Record<string, OwnFact>>;
  readonly acknowledgements: readonly Acknowledgement[];
  /** Where each entry stands, by its path: `subnets.PrivateSubnet1`, `acknowledgements[0].rule`. */
  readonly positions: Readonly<Record<string, Position>>;
}

/** What holds when nobody wrote a nospof.yaml. */
export const EMPTY_CONFIG: Config = {
  roles: {},
  subnets: {},
  capacity: {},
  customerGateways: {},
  objectives: {},
  facts: {},
  acknowledgements: [],
  positions: {},
};
