import type { Path } from './path';

/** hard: needed to serve; launch: for new capacity; control: to change things or to look back at them; soft: degrades only. */
export type DependencyKind = 'hard' | 'launch' | 'control' | 'soft';

/** The resource depends on what the path names. */
export interface Need {
  readonly path: Path;
  readonly kind: DependencyKind;
  readonly because: string;
  /** A value that names nothing in the input leads outside: whether it works there cannot be told. */
  readonly outside?: 'unproven';
  /** Of all that it names, as many as this says suffice: no single one of them is needed. */
  readonly atLeast?: Path;
  /** Where this is documented, when that is not where the rest of the type is. */
  readonly source?: string;
}

/** A relation that a resource makes between two others (an association, a listener, an attachment). */
export interface Link {
  readonly from: Path;
  readonly to: readonly Path[];
  readonly kind: DependencyKind;
  readonly because: string;
  /** As for a {@link Need}. */
  readonly source?: string;
}

/** A condition on properties; every entry must hold. Absent properties are `absent`. */
export interface When {
  readonly [path: Path]: string | number | boolean | readonly (string | number | boolean)[] | 'absent' | 'present';
}

/**
 * Targets listed by id, of which some are grouped so that one stands in for another, and of which only those count that
 * something leads to: origins and origin groups.
 */
export interface Choice {
  /** Ids of the targets and groups that are used. */
  readonly used: readonly Path[];
  readonly groups: Path;
  /** Below a group. */
  readonly members: Path;
  readonly entries: Path;
  /** The member that holds the id, of groups and of entries. */
  readonly id: string;
  /** Below an entry. */
  readonly targets: readonly Path[];
  readonly because: string;
}

/** Entries of lists, and what each of them leads to. */
export interface Alternatives {
  readonly each: readonly Path[];
  /** Below an entry; without them, the entry itself. */
  readonly targets?: readonly Path[];
  readonly because: string;
}

/** The route of a route table. */
export interface RouteFact {
  readonly table: Path;
  readonly destinations: readonly Path[];
  readonly via: readonly Path[];
}

/** `arn:aws:dynamodb:…:table/orders`: service `dynamodb`, `table/` before the name. */
export interface ArnFact {
  readonly service: string;
  readonly before: string;
  readonly name: Path;
}

/** Rules of a security group: inline lists or resources of their own. */
export interface IngressFact {
  /** The group that is opened; absent for inline rules of the group itself. */
  readonly group?: Path;
  readonly rules: Path;
  readonly sourceGroups: readonly string[];
  readonly cidrs: readonly string[];
  readonly from: string;
  readonly to: string;
  readonly protocol: string;
}
