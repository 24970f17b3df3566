import { Reference, Unknown, type Value } from '../model';
import { append } from '../multimap';
import type { Dependencies } from './dependencies';
import type { Subject, Subjects } from './subject';

/** Who answers for the names of one zone. */
export interface Answering {
  /** Zones that are asked, at one provider or at several. */
  readonly zones: readonly Subject[];
  /** Present when nothing in the input says which of them the name is handed to. */
  readonly undelegated?: Unknown;
  /** Records of a zone above that hand the name on: one of them has to be found. */
  readonly above: readonly Subject[];
  /** The name is handed to other zones only. */
  readonly unasked?: boolean;
  /** A name server that nobody declares: what it answers is not known. */
  readonly outside?: Unknown;
}

/** DNS zones that bear one name, and the delegation that says which of them the world asks. */
export class DnsZones {
  private readonly byName = new Map<string, Subject[]>();
  private readonly delegated = new Map<string, Answering>();

  constructor(
    private readonly subjects: Subjects,
    private readonly dependencies: Dependencies,
  ) {
    for (const subject of subjects) {
      const name = this.nameOf(subject);
      if (name === undefined) continue;
      append(this.byName, name, subject);
    }
    if (this.byName.size > 0) for (const subject of subjects) this.readDelegation(subject);
  }

  /** The zones that answer beside this one; itself alone, where it is the only one that is asked. */
  answeringWith(zone: Subject): Answering {
    const name = this.nameOf(zone);
    const alone = { zones: [zone], above: [] };
    if (name === undefined) return alone;
    const delegated = this.delegated.get(name);
    if (delegated !== undefined) return delegated.zones.includes(zone) ? delegated : { ...alone, unasked: true };
    const bearers = this.byName.get(name) ?? [];
    // Two zones of one name at one provider are two stages or a mistake; nobody asks both.
    if (new Set(bearers.map(({ resource }) => resource.stack.provider)).size < 2) return alone;
    const because = `nothing in the input says which name servers "${name}" is handed to`;
    const tell = 'declare its registered domain, or its NS records in the zone above, with the name servers of every zone';
    return { zones: bearers, above: [], undelegated: new Unknown(`delegation of ${name}`, because, tell) };
  }

  private readDelegation(subject: Subject): void {
    const { delegates, dns } = subject.facts;
    const name = delegates === undefined ? undefined : dnsName(this.subjects.value(subject, delegates.name));
    if (delegates === undefined || name === undefined) return;
    const above = dns === undefined ? undefined : this.zoneOf(subject, dns.zone);
    // A zone lists its own name servers too, and hands nothing on by that.
    if (above !== undefined && this.nameOf(above) === name) return;
    const servers = delegates.servers.flatMap((path) => this.subjects.values(subject, path));
    const zones = this.dependencies.targets(servers, subject).filter((target) => this.nameOf(target) === name);
    if (zones.length === 0) return;
    const stranger = servers.find((server) => this.dependencies.targets([server], subject).length === 0);
    const before = this.delegated.get(name);
    const outside = stranger === undefined ? before?.outside : notDeclared(stranger);
    this.delegated.set(name, {
      zones: [...new Set([...(before?.zones ?? []), ...zones])],
      above: [...(before?.above ?? []), ...(dns === undefined ? [] : [subject])],
      ...(outside === undefined ? {} : { outside }),
    });
  }

  private zoneOf(record: Subject, paths: readonly string[]): Subject | undefined {
    const value = paths.map((path) => this.subjects.value(record, path)).find((found) => found !== undefined);
    return value instanceof Reference ? this.subjects.get(value.resource) : undefined;
  }

  private nameOf(subject: Subject): string | undefined {
    const { answersFor } = subject.facts;
    return answersFor === undefined ? undefined : dnsName(this.subjects.value(subject, answersFor));
  }
}

/** A name with and without its closing dot, and in any case, is one name. */
export function dnsName(value: Value | undefined): string | undefined {
  return typeof value === 'string' ? value.toLowerCase().replace(/\.$/, '') : undefined;
}

function notDeclared(server: Value): Unknown {
  if (server instanceof Unknown) return server;
  const because = `name server "${String(server)}" belongs to no zone in the input`;
  return new Unknown(`name server ${String(server)}`, because, 'give what declares its zone too');
}
