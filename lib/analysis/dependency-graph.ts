import { type DependencyKind, type Facts, type Path, referencesIn } from '../knowledge';
import { Reference, type Unknown, type Value } from '../model';
import { addTo, append } from '../multimap';
import type { Outside } from './outside';
import { nameIn, type Subject, type Subjects } from './subject';

/** One dependency: from the dependent to the dependency, and why nospof believes it. */
export interface Dependency {
  readonly from: Subject;
  readonly to: Subject;
  /** `choice`: one of several that may stand in for each other. */
  readonly kind: DependencyKind | 'choice';
  readonly because: string;
  /** The resource in whose properties it was found. */
  readonly seenIn: Subject;
}

/** One of several ways: what it leads to, or that it leads outside. */
export interface Way {
  readonly targets: readonly Subject[];
  readonly outside?: Outside;
}

/**
 * What is known of who needs whom, as it is found: dependencies, members of pools and clusters, templates, copies.
 * A pair of subjects is kept once per kind, with the first evidence.
 */
export class DependencyGraph {
  private readonly outgoing = new Map<string, Dependency[]>();
  private readonly seen = new Set<string>();
  private readonly hardlyUsed = new Set<string>();
  private readonly users = new Map<string, Set<Facts['role']>>();
  /** Members of pools, clusters and stores made of members, by the key of the whole. */
  private readonly joined = new Map<string, Subject[]>();
  private readonly copies = new Map<string, readonly Subject[]>();
  private readonly copiesOutside = new Map<string, Unknown>();
  private readonly received = new Map<string, readonly Subject[]>();
  private readonly outside = new Map<string, readonly Outside[]>();
  private readonly interfaces = new Map<string, string[]>();
  private readonly choices = new Map<string, readonly (readonly Way[])[]>();
  private readonly templatesOf = new Map<string, readonly Subject[]>();
  /** Members of wholes that are not known: each may belong to any whole made of members. */
  readonly perhapsMembers: { readonly member: Subject; readonly of: Unknown }[] = [];

  constructor(readonly subjects: Subjects) {}

  of(subject: Subject): readonly Dependency[] {
    return this.outgoing.get(subject.key) ?? [];
  }

  /** Whether some other subject needs this one to serve. */
  isNeeded(subject: Subject): boolean {
    return this.hardlyUsed.has(subject.key);
  }

  /** Whether it is known what one needs the other for, and new capacity is not it. */
  runsWithout(from: Subject, to: Subject): boolean {
    const kinds = this.of(from).flatMap((dependency) => (dependency.to === to ? [dependency.kind] : []));
    return kinds.length > 0 && kinds.every((kind) => kind === 'control' || kind === 'soft');
  }

  /** Whether some other subject uses this one at all. */
  isUsed(subject: Subject): boolean {
    return this.users.has(subject.key);
  }

  /** Whether all that uses it is at work only while stacks are deployed. */
  isForDeploymentOnly(subject: Subject): boolean {
    const users = this.users.get(subject.key);
    return users !== undefined && [...users].every((role) => role === 'deployment');
  }

  private noteUser(subject: Subject, role: Facts['role']): void {
    addTo(this.users, subject.key, role);
  }

  membersOf(subject: Subject): readonly Subject[] {
    return this.joined.get(subject.key) ?? [];
  }

  templates(subject: Subject): readonly Subject[] {
    return this.templatesOf.get(subject.key) ?? [];
  }

  /** Copies of a store elsewhere, whichever of the two names the other. */
  standbysOf(subject: Subject): readonly Subject[] {
    return this.copies.get(subject.key) ?? [];
  }

  /** Copies elsewhere that get what is written to a store: not every copy gives back what is written to it. */
  receiversOf(subject: Subject): readonly Subject[] {
    return this.received.get(subject.key) ?? [];
  }

  /** A copy that the input names and does not declare. */
  copyOutside(subject: Subject): Unknown | undefined {
    return this.copiesOutside.get(subject.key);
  }

  /** Values that a subject needs and that name nothing in the input. */
  outsideOf(subject: Subject): readonly Outside[] {
    return this.outside.get(subject.key) ?? [];
  }

  /** Keys of the network interfaces that belong to a machine. */
  interfacesOf(subject: Subject): readonly string[] {
    return this.interfaces.get(subject.key) ?? [];
  }

  add(from: Subject, to: Subject, kind: Dependency['kind'], because: string, seenIn: Subject): void {
    if (from === to) return;
    const id = `${from.key}\u0000${to.key}\u0000${kind}`;
    if (this.seen.has(id)) return;
    this.seen.add(id);
    if (from.facts.role === 'interface') append(this.interfaces, to.key, from.key);
    append(this.outgoing, from.key, { from, to, kind, because, seenIn });
    this.noteUser(to, from.facts.role);
    if (kind === 'hard' || kind === 'choice') this.hardlyUsed.add(to.key);
  }

  join(whole: Subject, member: Subject): void {
    const id = `${whole.key}\u0000${member.key}\u0000member`;
    if (this.seen.has(id)) return;
    this.seen.add(id);
    append(this.joined, whole.key, member);
    this.noteUser(member, whole.facts.role);
    this.hardlyUsed.add(member.key);
  }

  /** `a` is copied to `b`; either stands in for the other when it is lost. */
  isCopied(a: Subject, b: Subject): void {
    if (!this.standbysOf(a).includes(b)) this.copies.set(a.key, [...this.standbysOf(a), b]);
    if (!this.standbysOf(b).includes(a)) this.copies.set(b.key, [...this.standbysOf(b), a]);
    this.received.set(a.key, [...this.receiversOf(a), b]);
  }

  hasCopyOutside(subject: Subject, copy: Unknown): void {
    this.copiesOutside.set(subject.key, copy);
  }

  leadsOutside(subject: Subject, to: Outside): void {
    this.outside.set(subject.key, [...this.outsideOf(subject), to]);
  }

  /** Ways of which any one suffices, for each thing that the subject chooses among. */
  choicesOf(subject: Subject): readonly (readonly Way[])[] {
    return this.choices.get(subject.key) ?? [];
  }

  choosesAmong(subject: Subject, ways: readonly Way[], because: string): void {
    this.choices.set(subject.key, [...this.choicesOf(subject), ways]);
    // For pictures, paths and the search for entries the subject still needs each of them; the formula asks for one.
    for (const { targets } of ways) for (const target of targets) this.add(subject, target, 'choice', because, subject);
  }

  launchesFrom(subject: Subject, templates: readonly Subject[]): void {
    this.templatesOf.set(subject.key, templates);
  }

  /** Whether a subject is among what another one leads to: the service behind its balancer. */
  isPartOf(from: Subject, whole: Subject): boolean {
    return (
      this.membersOf(whole).includes(from) ||
      this.of(whole).some(
        ({ to, kind }) => (kind === 'hard' || kind === 'choice') && (to === from || this.membersOf(to).includes(from)),
      )
    );
  }

  /** What a path of the subject names. */
  named(subject: Subject, path: Path): Subject[] {
    return this.targets(this.subjects.values(subject, path), subject);
  }

  /** What values name: by reference, or by a literal name that the input itself gives to something. */
  targets(values: readonly Value[], from: Subject): Subject[] {
    const found: Subject[] = [];
    const add = (subject: Subject | undefined) => {
      if (subject !== undefined && !found.includes(subject)) found.push(subject);
    };
    for (const value of values) {
      const references = value instanceof Reference ? [value] : referencesIn(value);
      for (const reference of references) add(this.subjects.get(reference.resource));
      const name = references.length > 0 ? undefined : nameIn(value);
      if (name !== undefined) add(this.subjects.named(name, from));
    }
    return found;
  }
}
