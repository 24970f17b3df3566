import { type ArnText, withoutTail } from '../knowledge';
import { append } from '../multimap';
import type { Subject, Subjects } from './subject';

/** Subjects by the ARNs that name them, and the regions in which each of them is. */
export class ArnNames {
  private readonly bearers = new Map<string, Subject[]>();
  /** Regions that something of a region is copied to, by what is copied and from where. */
  private readonly filled = new Map<string, string[]>();

  constructor(private readonly subjects: Subjects) {
    for (const subject of subjects) {
      const { arn, fills } = subject.facts;
      const name = arn === undefined ? undefined : subjects.value(subject, arn.name);
      if (arn !== undefined && typeof name === 'string') append(this.bearers, `${arn.service} ${arn.before}${name}`, subject);
      if (fills === undefined) continue;
      const regions = subjects.values(subject, fills.regions).filter((value) => typeof value === 'string');
      append(this.filled, `${fills.what} ${subject.resource.stack.region}`, ...regions);
    }
  }

  /** The subjects of all regions that an ARN may mean. */
  bearersOf({ service, resource }: ArnText): readonly Subject[] {
    return this.bearers.get(`${service} ${resource}`) ?? this.bearers.get(`${service} ${withoutTail(resource)}`) ?? [];
  }

  /** The regions that a subject or its copies are in. */
  regionsOf(subject: Subject): ReadonlySet<string> {
    const { facts, resource } = subject;
    const named = (facts.regions ?? []).flatMap((path) => this.subjects.values(subject, path));
    const copied = facts.filledBy === undefined ? [] : (this.filled.get(`${facts.filledBy} ${resource.stack.region}`) ?? []);
    return new Set([resource.stack.region, ...named.filter((value) => typeof value === 'string'), ...copied]);
  }
}
