import { Reference, Unknown, type Value } from '../model';
import type { Subject, Subjects } from './subject';

/** One DNS record of a set that answers one question together. */
export interface DnsRecord {
  readonly subject: Subject;
  /** `PRIMARY`, `SECONDARY`; absent when the set does not fail over. */
  readonly failover?: string;
  /** It is one of several by weight, latency, place or chance. */
  readonly routed: boolean;
  /** Whether its health is looked at; undefined when that is not known. */
  readonly evaluated?: boolean;
}

/** DNS records in sets: same zone, name and type, told apart by a set identifier. */
export class DnsRecords {
  readonly groups: DnsRecord[][] = [];
  private readonly groupOf = new Map<string, DnsRecord[]>();

  constructor(subjects: Subjects) {
    const byQuestion = new Map<string, DnsRecord[]>();
    for (const subject of subjects) {
      const { dns } = subject.facts;
      if (dns === undefined) continue;
      const read = (path: string) => subjects.value(subject, path);
      const zone = dns.zone.map(read).find((value) => value !== undefined);
      const question = [wordOf(zone), nameOf(read(dns.name)), wordOf(read(dns.type))].join('\u0000');
      const key = read(dns.set) === undefined ? `${question}\u0000${subject.key}` : question;
      let group = byQuestion.get(key);
      if (group === undefined) {
        group = [];
        byQuestion.set(key, group);
        this.groups.push(group);
      }
      const failover = read(dns.failover);
      const evaluated = isEvaluated(read(dns.healthCheck), read(dns.evaluatesTarget));
      group.push({
        subject,
        routed: dns.weighted.some((path) => read(path) !== undefined),
        ...(typeof failover === 'string' ? { failover: failover.toUpperCase() } : {}),
        ...(evaluated === undefined ? {} : { evaluated }),
      });
      this.groupOf.set(subject.key, group);
    }
  }

  groupWith(record: Subject): readonly DnsRecord[] {
    return this.groupOf.get(record.key) ?? [];
  }
}

function isEvaluated(check: Value | undefined, target: Value | undefined): boolean | undefined {
  if (check !== undefined && !(check instanceof Unknown)) return true;
  if (target instanceof Unknown || check instanceof Unknown) return undefined;
  return String(target).toLowerCase() === 'true';
}

/** A name with and without its closing dot, and in any case, is one name. */
function nameOf(value: Value | undefined): string {
  return wordOf(value).toLowerCase().replace(/\.$/, '');
}

function wordOf(value: Value | undefined): string {
  if (value instanceof Reference) return value.resource;
  if (value instanceof Unknown) return value.symbol;
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}
