import { numberOf, valuesIn } from '../knowledge';
import { isMap, Unknown, type Value } from '../model';
import { append } from '../multimap';
import { identityOf, type Subject, type Subjects } from './subject';

/** One opened door of a security group. */
export interface Opening {
  /** The security group that is let in, or undefined for an address range. */
  readonly fromGroup?: string;
  readonly fromAnywhere: boolean;
  readonly ports: readonly [number, number] | 'all' | 'unknown';
  readonly protocol: string;
  /** The resource that opens it. */
  readonly by: Subject;
}

/** Ports on which people log in or dial in, not clients: SSH, RDP, WinRM, OpenVPN, WireGuard, IPsec. */
const ADMIN_PORTS = new Set([22, 3389, 5985, 5986, 1194, 943, 51820, 500, 4500]);

/** Security groups: who is in them, and what they let in. Groups are known by resource key or by the symbol of an unknown. */
export class SecurityGroups {
  private readonly openingsOf = new Map<string, Opening[]>();
  private readonly membersOf = new Map<string, Subject[]>();
  private readonly groupsOf = new Map<string, readonly string[]>();

  constructor(private readonly subjects: Subjects) {
    for (const subject of subjects) {
      if (subject.facts.ingress !== undefined) this.readIngress(subject);
    }
  }

  /** Says that a subject's units are in the groups that the values name. */
  enrol(subject: Subject, values: readonly Value[]): void {
    const groups: string[] = [];
    for (const value of values.flat(4) as Value[]) {
      const group = identityOf(value);
      if (group !== undefined && !groups.includes(group)) groups.push(group);
    }
    this.groupsOf.set(subject.key, groups);
    for (const group of groups) {
      append(this.membersOf, group, subject);
    }
  }

  groupsWith(subject: Subject): readonly string[] {
    return this.groupsOf.get(subject.key) ?? [];
  }

  members(group: string): readonly Subject[] {
    return this.membersOf.get(group) ?? [];
  }

  openings(group: string): readonly Opening[] {
    return this.openingsOf.get(group) ?? [];
  }

  /** Groups that let someone in, in the order of the input. */
  opened(): Iterable<readonly [string, readonly Opening[]]> {
    return this.openingsOf;
  }

  /** Whether people can reach the subject from outside on ports for logging in, and nobody on any other port. */
  isForAdmins(subject: Subject): boolean {
    let doors = 0;
    for (const group of this.groupsWith(subject)) {
      for (const opening of this.openings(group)) {
        if (opening.protocol === 'icmp' || opening.protocol === '1') continue;
        if (opening.ports === 'all' || opening.ports === 'unknown') return false;
        const [from, to] = opening.ports;
        if (from !== to || !ADMIN_PORTS.has(from)) return false;
        if (!this.isMachine(opening.fromGroup, subject)) doors++;
      }
    }
    return doors > 0;
  }

  /** Whether another machine is let in: whoever comes from there manages what he comes to, and does not pass through it. */
  private isMachine(group: string | undefined, subject: Subject): boolean {
    return group !== undefined && this.members(group).some((member) => member !== subject && member.facts.role === 'compute');
  }

  /** Whether a group may let in one of the callers' groups, or addresses, on a port. */
  lets(group: string, callers: readonly string[], port: number): boolean {
    return this.openings(group).some(({ fromGroup, ports }) => {
      if (fromGroup !== undefined && !callers.includes(fromGroup)) return false;
      return ports === 'all' || ports === 'unknown' || (ports[0] <= port && port <= ports[1]);
    });
  }

  /** The doors of a subject as comparable words: protocol, ports, and whether groups or addresses may enter; sorted. */
  doorsOf(subject: Subject): readonly string[] {
    const doors = this.groupsWith(subject).flatMap((group) =>
      this.openings(group).map(
        ({ protocol, ports, fromGroup }) => `${protocol} ${String(ports)} ${fromGroup === undefined ? 'address' : 'group'}`,
      ),
    );
    return [...new Set(doors)].sort();
  }

  private readIngress(subject: Subject): void {
    const fact = subject.facts.ingress;
    if (fact === undefined) return;
    const own = fact.group === undefined ? subject.key : identityOf(this.subjects.value(subject, fact.group));
    if (own === undefined) return;
    const rules = fact.rules === '' ? [subject.resource.properties] : this.subjects.values(subject, fact.rules);
    for (const rule of rules) {
      if (!isMap(rule)) continue;
      const groups = fact.sourceGroups.flatMap((path) => valuesIn(rule, path, this.subjects.find));
      const cidrs = fact.cidrs.flatMap((path) => valuesIn(rule, path, this.subjects.find));
      const openings = this.openingsOf.get(own) ?? [];
      this.openingsOf.set(own, openings);
      const ports = portsOf(rule[fact.from], rule[fact.to], rule[fact.protocol]);
      const protocol = String(rule[fact.protocol] ?? '').toLowerCase();
      for (const group of groups) {
        const fromGroup = identityOf(group);
        openings.push({ ...(fromGroup === undefined ? {} : { fromGroup }), fromAnywhere: false, ports, protocol, by: subject });
      }
      for (const cidr of cidrs)
        openings.push({ fromAnywhere: cidr === '0.0.0.0/0' || cidr === '::/0', ports, protocol, by: subject });
    }
  }
}

function portsOf(from: Value | undefined, to: Value | undefined, protocol: Value | undefined): Opening['ports'] {
  if (String(protocol) === '-1') return 'all';
  const low = numberOf(from);
  const high = numberOf(to) ?? low;
  if (low instanceof Unknown || high instanceof Unknown) return 'unknown';
  if (low === undefined || high === undefined) return 'all';
  return [low, high];
}

/** Whether an opening is only for logging in. */
export function isAdminOpening(opening: Opening): boolean {
  return Array.isArray(opening.ports) && opening.ports[0] === opening.ports[1] && ADMIN_PORTS.has(opening.ports[0] as number);
}

/** Whether an opening names ports of a service, and not all ports or those for logging in. */
export function isService(opening: Opening): boolean {
  return Array.isArray(opening.ports) && (opening.protocol === 'tcp' || opening.protocol === '6') && !isAdminOpening(opening);
}
