import { type Alternatives, type Choice, type Path, valuesIn } from '../knowledge';
import { isMap, Unknown, type Value } from '../model';
import { DeclaredCopies } from './declared-copies';
import type { DependencyGraph, Way } from './dependency-graph';
import { outsideOf } from './outside';
import type { SecurityGroups } from './security-groups';
import type { Subject } from './subject';

/** Reads dependencies that facts point at: needs, links, members, templates; and copies. */
export class DeclaredDependencies {
  constructor(
    private readonly graph: DependencyGraph,
    private readonly securityGroups: SecurityGroups,
  ) {}

  read(): void {
    // Templates come first: the security groups and the text of a unit are those of what it is launched from.
    for (const subject of this.graph.subjects) this.readTemplates(subject);
    for (const subject of this.graph.subjects) this.readDeclared(subject);
    new DeclaredCopies(this.graph).read();
  }

  private readTemplates(subject: Subject): void {
    const { templates, securityGroups } = subject.facts;
    const launched = (templates ?? []).flatMap((path) => this.graph.named(subject, path));
    if (launched.length > 0) this.graph.launchesFrom(subject, launched);
    const paths: readonly (readonly [Subject, Path])[] = [
      ...(securityGroups ?? []).map((path) => [subject, path] as const),
      ...launched.flatMap((template) => (template.facts.securityGroups ?? []).map((path) => [template, path] as const)),
    ];
    if (paths.length > 0 && subject.facts.role !== 'template') {
      this.securityGroups.enrol(
        subject,
        paths.flatMap(([owner, path]) => this.graph.subjects.values(owner, path)),
      );
    }
  }

  private readDeclared(subject: Subject): void {
    const { facts } = subject;
    for (const owner of [subject, ...this.graph.templates(subject)]) this.readNeeds(subject, owner);
    if (facts.choice !== undefined) this.readChoice(subject, facts.choice);
    if (facts.alternatives !== undefined) this.readAlternatives(subject, facts.alternatives);
    for (const link of facts.links ?? []) {
      const from = this.graph.named(subject, link.from);
      const to = link.to.flatMap((path) => this.graph.named(subject, path));
      for (const dependent of from)
        for (const dependency of to) this.graph.add(dependent, dependency, link.kind, link.because, subject);
    }
    // What a template names leads to whatever is launched from it.
    for (const owner of facts.role === 'template' ? [] : [subject, ...this.graph.templates(subject)])
      for (const path of owner.facts.facedBy ?? [])
        for (const face of this.graph.named(owner, path)) this.graph.add(face, subject, 'hard', 'it leads to it', owner);
    for (const path of facts.joins ?? []) {
      for (const whole of this.graph.named(subject, path)) this.graph.join(whole, subject);
    }
    for (const path of facts.members ?? []) {
      for (const member of this.graph.named(subject, path)) this.graph.join(subject, member);
    }
    if (facts.hosts !== undefined) {
      const clusters = this.graph.named(subject, facts.hosts.cluster);
      const hosts = facts.hosts.hosts.flatMap((path) => this.graph.named(subject, path));
      for (const cluster of clusters) for (const host of hosts) this.graph.join(cluster, host);
    }
    if (facts.memberOf !== undefined) {
      for (const whole of this.graph.named(subject, facts.memberOf)) this.graph.join(whole, subject);
      for (const value of this.graph.subjects.values(subject, facts.memberOf))
        if (value instanceof Unknown) this.graph.perhapsMembers.push({ member: subject, of: value });
    }
  }

  /** What a template needs is needed by what is launched from it. */
  private readNeeds(subject: Subject, owner: Subject): void {
    for (const need of owner.facts.needs ?? []) {
      const kind = need.kind === 'hard' && need.atLeast !== undefined ? 'choice' : need.kind;
      for (const value of this.graph.subjects.values(owner, need.path)) {
        const targets = this.graph.targets([value], subject);
        for (const target of targets) this.graph.add(subject, target, kind, need.because, owner);
        if (targets.length === 0 && need.outside !== undefined) this.graph.leadsOutside(subject, outsideOf(value));
      }
    }
  }

  /** Entries that are used by themselves are needed; those of a used group stand in for each other; the rest is not used. */
  private readChoice(subject: Subject, choice: Choice): void {
    const { subjects } = this.graph;
    const used = new Set(choice.used.flatMap((path) => subjects.values(subject, path)).map(String));
    const entries = new Map<string, Way>();
    for (const entry of subjects.values(subject, choice.entries)) {
      const values = choice.targets.flatMap((path) => valuesIn(entry, path, subjects.find));
      const targets = this.graph.targets(values, subject);
      const [first] = values;
      const id = isMap(entry) ? String(entry[choice.id]) : '';
      entries.set(id, targets.length > 0 || first === undefined ? { targets } : { targets, outside: outsideOf(first) });
    }
    const together = new Set<string>();
    for (const group of subjects.values(subject, choice.groups)) {
      if (!isMap(group) || !used.has(String(group[choice.id]))) continue;
      const members = valuesIn(group, choice.members, subjects.find).map(String);
      for (const member of members) together.add(member);
      const ways = members.flatMap((member) => entries.get(member) ?? []);
      if (ways.length > 0) this.graph.choosesAmong(subject, ways, choice.because);
    }
    for (const [id, way] of entries) {
      if (together.has(id) ? !used.has(id) : used.size > 0 && !used.has(id)) continue;
      this.graph.choosesAmong(subject, [way], choice.because);
    }
  }

  private readAlternatives(subject: Subject, { each, targets, because }: Alternatives): void {
    const entries = each.flatMap((path) => this.graph.subjects.values(subject, path));
    const named =
      targets === undefined
        ? entries
        : entries.flatMap((entry) => targets.flatMap((path) => valuesIn(entry, path, this.graph.subjects.find)));
    const ways = named.map((value) => this.wayTo(value, subject));
    if (ways.length > 0) this.graph.choosesAmong(subject, ways, because);
  }

  private wayTo(value: Value, from: Subject): Way {
    const targets = this.graph.targets([value], from);
    return targets.length > 0 ? { targets } : { targets, outside: outsideOf(value) };
  }
}
