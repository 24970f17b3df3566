import { holds } from '../knowledge';
import { Reference, Unknown, type Value } from '../model';
import type { Dependencies } from './dependencies';
import { type Answering, DnsZones, dnsName } from './dns-zones';
import type { Subject, Subjects } from './subject';

/** One DNS record of a set that answers one question together. */
export interface DnsRecord {
  readonly subject: Subject;
  /** `PRIMARY`, `SECONDARY`; absent when the set does not fail over. */
  readonly failover?: string;
  /** It answers only while the others may not: the second of a pair, or one of weight 0. */
  readonly standby: boolean;
  /** It is one of several by weight, latency, place or chance. */
  readonly routed: boolean;
  /** The region in which what it leads to stands, where it says so. */
  readonly region?: string;
  /** Whether its health is looked at; an unknown when that is not known. */
  readonly evaluated: boolean | Unknown;
}

/** A question that clients ask, and the sets that answer it: one for each zone that they may turn to. */
export interface DnsQuestion extends Omit<Answering, 'zones'> {
  readonly sets: readonly (readonly DnsRecord[])[];
  /** Zones that are asked too and have no answer. */
  readonly silent: readonly Subject[];
}

/** DNS records in sets: same zone, name and type, told apart by a set identifier. */
export class DnsRecords {
  readonly groups: DnsRecord[][] = [];
  private readonly groupOf = new Map<string, DnsRecord[]>();
  /** By zone, name and type. */
  private readonly answers = new Map<string, DnsRecord[]>();
  private readonly questions = new Map<string, { readonly zone: Subject; readonly asked: string }>();
  private readonly zones: DnsZones;

  constructor(subjects: Subjects, dependencies: Dependencies) {
    this.zones = new DnsZones(subjects, dependencies);
    const byQuestion = new Map<string, DnsRecord[]>();
    for (const subject of subjects) {
      const { dns } = subject.facts;
      if (dns === undefined) continue;
      const read = (path: string) => subjects.value(subject, path);
      const zone = dns.zone.map(read).find((value) => value !== undefined);
      const asked = `${nameOf(read(dns.name))}\u0000${wordOf(read(dns.type))}`;
      const question = `${wordOf(zone)}\u0000${asked}`;
      const key = read(dns.set) === undefined ? `${question}\u0000${subject.key}` : question;
      let group = byQuestion.get(key);
      if (group === undefined) {
        group = [];
        byQuestion.set(key, group);
        this.groups.push(group);
      }
      const declared = zone instanceof Reference ? subjects.get(zone.resource) : undefined;
      if (declared !== undefined) this.questions.set(subject.key, { zone: declared, asked });
      if (!this.answers.has(question)) this.answers.set(question, group);
      const failover = read(dns.failover);
      const evaluated = isEvaluated(this.checkOf(subjects, read(dns.healthCheck)), read(dns.evaluatesTarget));
      const weight = dns.weight === undefined ? undefined : read(dns.weight);
      const region = dns.region === undefined ? undefined : read(dns.region);
      group.push({
        subject,
        standby: String(failover).toUpperCase() === 'SECONDARY' || String(weight) === '0',
        routed: dns.weighted.some((path) => read(path) !== undefined),
        ...(typeof failover === 'string' ? { failover: failover.toUpperCase() } : {}),
        ...(typeof region === 'string' ? { region } : {}),
        evaluated,
      });
      this.groupOf.set(subject.key, group);
    }
  }

  /** A check that never finds anything unhealthy is none. */
  private checkOf(subjects: Subjects, check: Value | undefined): Value | undefined {
    const subject = check instanceof Reference ? subjects.get(check.resource) : undefined;
    const blind = subject?.facts.health?.seesNothingWhen;
    if (subject === undefined || blind === undefined) return check;
    return holds(blind, subject.resource, subjects.find) === true ? undefined : check;
  }

  groupWith(record: Subject): readonly DnsRecord[] {
    return this.groupOf.get(record.key) ?? [];
  }

  /** The question that a record answers, with the answers of the other zones that clients may turn to. */
  questionOf(record: Subject): DnsQuestion {
    const own = this.groupOf.get(record.key) ?? [{ subject: record, standby: false, routed: false, evaluated: false }];
    const question = this.questions.get(record.key);
    if (question === undefined) return { sets: [own], silent: [], above: [] };
    const { zones, ...asked } = this.zones.answeringWith(question.zone);
    const setIn = (zone: Subject) => (zone === question.zone ? own : this.answers.get(`${zone.key}\u0000${question.asked}`));
    const sets = zones.flatMap((zone) => [setIn(zone) ?? []]).filter((set) => set.length > 0);
    return { sets, silent: zones.filter((zone) => setIn(zone) === undefined), ...asked };
  }
}

function isEvaluated(check: Value | undefined, target: Value | undefined): boolean | Unknown {
  if (check !== undefined && !(check instanceof Unknown)) return true;
  if (check instanceof Unknown) return check;
  return target instanceof Unknown ? target : String(target).toLowerCase() === 'true';
}

function nameOf(value: Value | undefined): string {
  return dnsName(value) ?? wordOf(value);
}

function wordOf(value: Value | undefined): string {
  if (value instanceof Reference) return value.resource;
  if (value instanceof Unknown) return value.symbol;
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}
