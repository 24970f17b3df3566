import { type Facts, referencesIn } from '../knowledge';
import { isList, isMap, Text, type Value } from '../model';
import type { DependencyGraph } from './dependency-graph';
import { ANSWERING, healthQuestions } from './health-questions';
import { LoneServers } from './lone-servers';
import { Permissions } from './permissions';
import { isAdminOpening, isService, type Opening, type SecurityGroups } from './security-groups';
import type { Subject } from './subject';

const SOFT_ROLES: ReadonlySet<Facts['role']> = new Set(['cache', 'replication']);

/** It stands in one region, and not in that of its caller. */
function isOfAnotherRegion({ facts, resource }: Subject, from: Subject): boolean {
  return facts.locality === 'region' && resource.stack.region !== from.resource.stack.region;
}

/** Finds dependencies that no property states: in text that runs, in opened doors, in what comes from another region. */
export class InferredDependencies {
  private readonly servers: LoneServers;

  constructor(
    private readonly graph: DependencyGraph,
    private readonly securityGroups: SecurityGroups,
  ) {
    this.servers = new LoneServers(graph, securityGroups);
  }

  read(): void {
    for (const subject of this.graph.subjects) this.readText(subject);
    for (const { asker, asked, question, owner } of healthQuestions(this.graph)) {
      const because = `the ${question.noun} of "${owner.resource.id}" asks "${asked.resource.id}"`;
      this.graph.add(asker, asked, 'hard', because, owner);
    }
    const permissions = new Permissions(this.graph);
    for (const subject of this.graph.subjects) this.readPermissions(subject, permissions);
    this.readOpenings();
    const regions = new Set(this.graph.subjects.system.stacks.map(({ region }) => region));
    if (regions.size > 1) for (const subject of this.graph.subjects) this.readFarReferences(subject);
  }

  /** Text that runs on the units names what they talk to; so does the text of the templates they are launched from. */
  private readText(subject: Subject): void {
    if (subject.facts.role !== 'compute' && subject.facts.role !== 'entry') return;
    for (const owner of [subject, ...this.graph.templates(subject)]) {
      const values = (owner.facts.text ?? []).flatMap((path) => this.graph.subjects.values(owner, path));
      if (owner.resource.bootstrap !== undefined) values.push(owner.resource.bootstrap);
      for (const reference of values.flatMap(referencesIn)) {
        this.mention(subject, this.graph.subjects.get(reference.resource), owner, 0);
      }
      for (const text of values.flatMap(endsOfTexts)) this.mention(subject, this.graph.subjects.named(text, subject), owner, 0);
    }
  }

  /** A role that may write to a table that its policy names belongs to something that writes to it. */
  private readPermissions(subject: Subject, permissions: Permissions): void {
    if (subject.facts.role !== 'compute' && subject.facts.role !== 'entry') return;
    for (const { action, kind, resources, by } of permissions.of(subject)) {
      for (const target of this.graph.targets(resources, subject)) {
        if (target === subject || this.graph.isPartOf(subject, target)) continue;
        // A key, a secret or a parameter of the own region is there as long as its caller; one of another need not be.
        if (!ANSWERING.has(target.facts.role) && !isOfAnotherRegion(target, subject)) continue;
        const because = `"${by.resource.id}" lets it call ${action} on "${target.resource.id}"`;
        this.graph.add(subject, this.wholeOf(target), this.isSoft(target) ? 'soft' : kind, because, by);
      }
    }
  }

  private mention(from: Subject, target: Subject | undefined, seenIn: Subject, depth: number): void {
    if (target === undefined || target === from || depth > 3) return;
    const { role, carries } = target.facts;
    const { region } = target.resource.stack;
    const because = `the text of "${seenIn.resource.id}" names "${target.resource.id}"`;
    if (role === 'cluster') {
      if (from.facts.machines === true) this.graph.join(target, from);
      return;
    }
    if (carries !== undefined) {
      for (const value of carries.flatMap((path) => this.graph.subjects.values(target, path))) {
        for (const inner of referencesIn(value)) {
          this.mention(from, this.graph.subjects.get(inner.resource), target, depth + 1);
        }
      }
      // A parameter or secret of the own region is read at the start; one of another region has to be there too.
      if (region !== from.resource.stack.region) this.graph.add(from, target, 'hard', because, seenIn);
      return;
    }
    // An interface without a machine is taken over by whoever names it; with one, it is a peer, or a server known by its address.
    const isTaken = role === 'interface' && !this.graph.of(target).some(({ to }) => to.facts.role === 'compute');
    if (!(ANSWERING.has(role) || isTaken) || this.graph.isPartOf(from, target)) return;
    const kind = this.isSoft(target) ? 'soft' : 'hard';
    this.graph.add(from, this.wholeOf(target), kind, because, seenIn);
  }

  /**
   * What runs in one region and is given something of another region (a key, a secret, an image) does not
   * start or does not work without that region: what new capacity needs of another region, it needs to serve. Copies of a
   * store are no such thing, nor is what it goes on without as facts say: a certificate, a place for logs.
   */
  private readFarReferences(subject: Subject): void {
    const { role, inert, locality } = subject.facts;
    if (inert === true || role === 'network' || !isInRegion(locality)) return;
    const owners = [subject, ...this.graph.templates(subject)];
    for (const owner of owners) {
      for (const reference of referencesIn(owner.resource.properties)) {
        const target = this.graph.subjects.get(reference.resource);
        if (target === undefined || !isInRegion(target.facts.locality)) continue;
        const { region } = target.resource.stack;
        if (region === subject.resource.stack.region || this.graph.standbysOf(subject).includes(target)) continue;
        if (this.graph.runsWithout(subject, target)) continue;
        this.graph.add(subject, target, 'hard', `"${owner.resource.id}" is given "${target.resource.id}" of ${region}`, owner);
      }
    }
  }

  /** What degrades its users when it is lost, and does not stop them; a replica does where they have its source too. */
  private isSoft(target: Subject): boolean {
    const { role, repeatsSource } = target.facts;
    return SOFT_ROLES.has(role) || (repeatsSource === true && this.graph.standbysOf(target).length > 0);
  }

  /** A lone machine that lets in an app on a port of its own is what the app talks to: a database that somebody runs. */
  private readDoors(server: Subject, openings: readonly Opening[]): void {
    for (const opening of openings) {
      const { fromGroup } = opening;
      if (fromGroup === undefined || !isService(opening)) continue;
      for (const client of this.securityGroups.members(fromGroup)) {
        if (client === server || client.facts.role !== 'compute' || this.securityGroups.isForAdmins(client)) continue;
        if (this.letsIn(client, server)) continue;
        const because = `the security group of "${server.resource.id}" lets in that of "${client.resource.id}"`;
        this.graph.add(client, server, 'hard', because, opening.by);
      }
    }
  }

  /** Whether the caller comes in as well: two that call each other are peers, or neither says who needs whom. */
  private letsIn(subject: Subject, caller: Subject): boolean {
    const groups = this.securityGroups.groupsWith(caller);
    return this.securityGroups
      .groupsWith(subject)
      .flatMap((group) => this.securityGroups.openings(group))
      .some((opening) => opening.fromGroup !== undefined && groups.includes(opening.fromGroup) && !isAdminOpening(opening));
  }

  private wholeOf(subject: Subject): Subject {
    if (subject.facts.memberOf === undefined) return subject;
    const [whole] = this.graph.named(subject, subject.facts.memberOf);
    return whole ?? subject;
  }

  /** A store whose security group lets in the group of an app is what the app talks to. */
  private readOpenings(): void {
    for (const [group, openings] of this.securityGroups.opened()) {
      const members = this.securityGroups.members(group);
      const stores = members.filter((member) => isData(member));
      const [server] = stores.length > 0 ? [] : this.servers.among(members);
      if (server !== undefined) this.readDoors(server, openings);
      if (stores.length === 0) continue;
      for (const opening of openings) {
        if (opening.fromGroup === undefined || opening.fromGroup === group || isAdminOpening(opening)) continue;
        for (const client of this.securityGroups.members(opening.fromGroup)) {
          if (client.facts.role !== 'compute' || this.securityGroups.isForAdmins(client)) continue;
          for (const store of stores) {
            const whole = this.wholeOf(store);
            const kind = this.isSoft(whole) ? 'soft' : 'hard';
            this.graph.add(
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

function isData({ facts: { role } }: Subject): boolean {
  return role === 'store' || role === 'member' || role === 'cache' || role === 'queue';
}

/** Texts that may be a name: whole ones, and the known ends of those that are put together, as ARNs are. */
function endsOfTexts(value: Value): string[] {
  if (typeof value === 'string') return value.length > 2 && !/\s/.test(value) ? [value] : [];
  if (value instanceof Text) {
    const last = value.parts[value.parts.length - 1];
    return typeof last === 'string' && /[:/]/.test(last) && !/\s/.test(last) ? [last] : [];
  }
  if (isList(value)) return value.flatMap(endsOfTexts);
  return isMap(value) ? Object.values(value).flatMap(endsOfTexts) : [];
}
