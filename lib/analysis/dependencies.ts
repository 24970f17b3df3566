import { type DependencyKind, type Facts, type Path, referencesIn } from '../knowledge';
import { Reference, Unknown, type Value } from '../model';
import { isAdminOpening, SecurityGroups } from './security-groups';
import type { Subject, Subjects } from './subject';

/** One dependency: from the dependent to the dependency, and why nospof believes it. */
export interface Dependency {
  readonly from: Subject;
  readonly to: Subject;
  readonly kind: DependencyKind;
  readonly because: string;
  /** The resource in whose properties it was found. */
  readonly seenIn: Subject;
}

const DATA_ROLES: ReadonlySet<Facts['role']> = new Set([
  'store',
  'member',
  'cache',
  'queue',
  'balancer',
  'entry',
  'compute',
  'replication',
]);
const SOFT_ROLES: ReadonlySet<Facts['role']> = new Set(['cache', 'replication']);

/** Dependencies between subjects, however they were found. */
export class Dependencies {
  private readonly outgoing = new Map<string, Dependency[]>();
  private readonly seen = new Set<string>();
  private readonly hardlyUsed = new Set<string>();
  private readonly users = new Map<string, Set<Facts['role']>>();
  /** Members of pools, clusters and stores made of members, by the key of the whole. */
  private readonly joined = new Map<string, Subject[]>();
  private readonly copiesOutside = new Map<string, Unknown>();
  private readonly sharing = new Map<string, readonly Subject[]>();
  private readonly copies = new Map<string, readonly Subject[]>();
  private readonly outside = new Map<string, readonly Unknown[]>();
  private readonly interfaces = new Map<string, readonly string[]>();
  private readonly templatesOf = new Map<string, readonly Subject[]>();
  readonly securityGroups: SecurityGroups;

  constructor(private readonly subjects: Subjects) {
    this.securityGroups = new SecurityGroups(subjects);
    for (const subject of subjects) this.readTemplates(subject);
    for (const subject of subjects) this.readDeclared(subject);
    for (const subject of subjects) this.readText(subject);
    this.readOpenings();
    if (new Set(subjects.system.stacks.map(({ region }) => region)).size > 1)
      for (const subject of subjects) this.readFarReferences(subject);
  }

  of(subject: Subject): readonly Dependency[] {
    return this.outgoing.get(subject.key) ?? [];
  }

  /** Whether some other subject needs this one to serve. */
  isNeeded(subject: Subject): boolean {
    return this.hardlyUsed.has(subject.key);
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
    const users = this.users.get(subject.key);
    if (users === undefined) this.users.set(subject.key, new Set([role]));
    else users.add(role);
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

  /** A copy that the input names and does not declare. */
  copyOutside(subject: Subject): Unknown | undefined {
    return this.copiesOutside.get(subject.key);
  }

  /** Values that a subject needs and that name nothing in the input. */
  outsideOf(subject: Subject): readonly Unknown[] {
    return this.outside.get(subject.key) ?? [];
  }

  private leadsOutside(subject: Subject, value: Value): void {
    this.outside.set(subject.key, [...this.outsideOf(subject), outsideOf(value)]);
  }

  /** Keys of the network interfaces that belong to a machine. */
  interfacesOf(subject: Subject): readonly string[] {
    return this.interfaces.get(subject.key) ?? [];
  }

  private add(from: Subject, to: Subject, kind: DependencyKind, because: string, seenIn: Subject): void {
    if (from === to) return;
    const id = `${from.key}\u0000${to.key}\u0000${kind}`;
    if (this.seen.has(id)) return;
    this.seen.add(id);
    const list = this.outgoing.get(from.key);
    const dependency = { from, to, kind, because, seenIn };
    if (from.facts.role === 'interface') this.interfaces.set(to.key, [...this.interfacesOf(to), from.key]);
    if (list === undefined) this.outgoing.set(from.key, [dependency]);
    else list.push(dependency);
    this.noteUser(to, from.facts.role);
    if (kind === 'hard') this.hardlyUsed.add(to.key);
  }

  private join(whole: Subject, member: Subject): void {
    const list = this.joined.get(whole.key);
    if (list === undefined) this.joined.set(whole.key, [member]);
    else if (!list.includes(member)) list.push(member);
    this.noteUser(member, whole.facts.role);
    this.hardlyUsed.add(member.key);
  }

  /** What values name: by reference, or by a literal name that the input itself gives to something. */
  private targets(values: readonly Value[], from: Subject): Subject[] {
    const found: Subject[] = [];
    const add = (subject: Subject | undefined) => {
      if (subject !== undefined && !found.includes(subject)) found.push(subject);
    };
    for (const value of values) {
      if (typeof value === 'string') add(this.subjects.named(value, from));
      else
        for (const reference of value instanceof Reference ? [value] : referencesIn(value))
          add(this.subjects.get(reference.resource));
    }
    return found;
  }

  private readTemplates(subject: Subject): void {
    const { templates, securityGroups } = subject.facts;
    const launched = (templates ?? []).flatMap((path) => this.targets(this.subjects.values(subject, path), subject));
    if (launched.length > 0) this.templatesOf.set(subject.key, launched);
    const paths: readonly (readonly [Subject, Path])[] = [
      ...(securityGroups ?? []).map((path) => [subject, path] as const),
      ...launched.flatMap((template) => (template.facts.securityGroups ?? []).map((path) => [template, path] as const)),
    ];
    if (paths.length > 0 && subject.facts.role !== 'template') {
      this.securityGroups.enrol(
        subject,
        paths.flatMap(([owner, path]) => this.subjects.values(owner, path)),
      );
    }
  }

  private readDeclared(subject: Subject): void {
    const { facts } = subject;
    for (const need of facts.needs ?? []) {
      for (const value of this.subjects.values(subject, need.path)) {
        const targets = this.targets([value], subject);
        for (const target of targets) this.add(subject, target, need.kind, need.because, subject);
        if (targets.length === 0 && need.outside !== undefined) this.leadsOutside(subject, value);
      }
    }
    for (const value of (facts.standbys ?? []).flatMap((path) => this.subjects.values(subject, path))) {
      const copies = this.targets([value], subject);
      for (const copy of copies) this.areCopies(subject, copy);
      if (copies.length === 0) this.copiesOutside.set(subject.key, outsideOf(value));
    }
    if (facts.copiesShare !== undefined) this.readCopies(subject, facts.copiesShare);
    for (const link of facts.links ?? []) {
      const from = this.targets(this.subjects.values(subject, link.from), subject);
      const to = link.to.flatMap((path) => this.targets(this.subjects.values(subject, path), subject));
      for (const dependent of from)
        for (const dependency of to) this.add(dependent, dependency, link.kind, link.because, subject);
    }
    for (const path of facts.facedBy ?? []) {
      for (const face of this.targets(this.subjects.values(subject, path), subject))
        this.add(face, subject, 'hard', 'it leads to it', subject);
    }
    for (const path of facts.joins ?? []) {
      for (const whole of this.targets(this.subjects.values(subject, path), subject)) this.join(whole, subject);
    }
    for (const path of facts.members ?? []) {
      for (const member of this.targets(this.subjects.values(subject, path), subject)) this.join(subject, member);
    }
    if (facts.hosts !== undefined) {
      const clusters = this.targets(this.subjects.values(subject, facts.hosts.cluster), subject);
      const hosts = facts.hosts.hosts.flatMap((path) => this.targets(this.subjects.values(subject, path), subject));
      for (const cluster of clusters) for (const host of hosts) this.join(cluster, host);
    }
    if (facts.memberOf !== undefined) {
      for (const whole of this.targets(this.subjects.values(subject, facts.memberOf), subject)) this.join(whole, subject);
    }
  }

  private areCopies(a: Subject, b: Subject): void {
    this.copies.set(a.key, [...this.standbysOf(a), b]);
    this.copies.set(b.key, [...this.standbysOf(b), a]);
  }

  private readCopies(subject: Subject, path: Path): void {
    const value = this.subjects.value(subject, path);
    const [shared] = value === undefined ? [] : this.targets([value], subject);
    const key = shared?.key ?? (typeof value === 'string' ? value : undefined);
    if (key === undefined) return;
    const others = this.sharing.get(key) ?? [];
    for (const other of others) this.areCopies(subject, other);
    this.sharing.set(key, [...others, subject]);
  }

  /** Text that runs on the units names what they talk to; so does the text of the templates they are launched from. */
  private readText(subject: Subject): void {
    if (subject.facts.role !== 'compute' && subject.facts.role !== 'entry') return;
    for (const owner of [subject, ...this.templates(subject)]) {
      const values = (owner.facts.text ?? []).flatMap((path) => this.subjects.values(owner, path));
      if (owner.resource.bootstrap !== undefined) values.push(owner.resource.bootstrap);
      for (const reference of values.flatMap(referencesIn)) this.mention(subject, reference, owner, 0);
    }
  }

  private mention(from: Subject, reference: Reference, seenIn: Subject, depth: number): void {
    const target = this.subjects.get(reference.resource);
    if (target === undefined || depth > 3) return;
    const { role, carries } = target.facts;
    if (role === 'cluster') {
      if (from.facts.machines === true) this.join(target, from);
      return;
    }
    if (carries !== undefined) {
      for (const value of carries.flatMap((path) => this.subjects.values(target, path))) {
        for (const inner of referencesIn(value)) this.mention(from, inner, target, depth + 1);
      }
      return;
    }
    if (!DATA_ROLES.has(role) || this.isPartOf(from, target)) return;
    const kind = isSoft(target) ? 'soft' : 'hard';
    this.add(from, this.wholeOf(target), kind, `the text of "${seenIn.resource.id}" names "${target.resource.id}"`, seenIn);
  }

  /**
   * What runs in one region and is given something of another region (a key, a secret, an image, a certificate) does not
   * start or does not work without that region. Copies of a store are no such thing.
   */
  private readFarReferences(subject: Subject): void {
    const { role, inert, locality } = subject.facts;
    if (inert === true || role === 'network' || !isInRegion(locality)) return;
    const owners = [subject, ...this.templates(subject)];
    for (const owner of owners) {
      for (const reference of referencesIn(owner.resource.properties)) {
        const target = this.subjects.get(reference.resource);
        if (target === undefined || !isInRegion(target.facts.locality)) continue;
        const { region } = target.resource.stack;
        if (region === subject.resource.stack.region || this.standbysOf(subject).includes(target)) continue;
        this.add(subject, target, 'hard', `"${owner.resource.id}" is given "${target.resource.id}" of ${region}`, owner);
      }
    }
  }

  /** A unit that names the pool, balancer or group it is itself behind does not depend on it. */
  private isPartOf(from: Subject, target: Subject): boolean {
    return (
      this.membersOf(target).includes(from) || this.of(target).some(({ to }) => to === from || this.membersOf(to).includes(from))
    );
  }

  private wholeOf(subject: Subject): Subject {
    if (subject.facts.memberOf === undefined) return subject;
    const [whole] = this.targets(this.subjects.values(subject, subject.facts.memberOf), subject);
    return whole ?? subject;
  }

  /** A store whose security group lets in the group of an app is what the app talks to. */
  private readOpenings(): void {
    for (const [group, openings] of this.securityGroups.opened()) {
      const stores = this.securityGroups.members(group).filter((member) => isData(member));
      if (stores.length === 0) continue;
      for (const opening of openings) {
        if (opening.fromGroup === undefined || opening.fromGroup === group || isAdminOpening(opening)) continue;
        for (const client of this.securityGroups.members(opening.fromGroup)) {
          if (client.facts.role !== 'compute' || this.securityGroups.isForAdmins(client)) continue;
          for (const store of stores) {
            const whole = this.wholeOf(store);
            const kind = isSoft(whole) ? 'soft' : 'hard';
            this.add(
              client,
              whole,
              kind,
              `the security group of "${store.resource.id}" lets in that of "${client.resource.id}"`,
              opening.by,
            );
          }
        }
      }
    }
  }
}

function isInRegion(locality: Facts['locality']): boolean {
  return locality === 'zone' || locality === 'zones' || locality === 'region';
}

/** What degrades its users when it is lost, and does not stop them. */
function isSoft({ facts: { role, repeatsSource } }: Subject): boolean {
  return SOFT_ROLES.has(role) || repeatsSource === true;
}

function isData({ facts: { role } }: Subject): boolean {
  return role === 'store' || role === 'member' || role === 'cache' || role === 'queue';
}

/** Something that is named and not declared. */
function outsideOf(value: Value): Unknown {
  if (value instanceof Unknown) return value;
  const because = `"${String(value)}" is not declared in the input`;
  return new Unknown(`outside ${String(value)}`, because, 'give the template that declares it');
}
