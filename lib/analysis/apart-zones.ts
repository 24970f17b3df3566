import type { Apart, EventId } from '../fault-tree';
import type { ApartFact } from '../knowledge';
import { Unknown, type Value } from '../model';
import { append } from '../multimap';
import type { FailureDomain } from './failure-domains';
import type { Network, Place } from './network';
import { identityOf, type Subject, type Subjects } from './subject';
import type { UnitGroups } from './units';
import type { Zone } from './zones';

/**
 * Zones that are certainly different although the input does not say which they are, because the provider refuses
 * anything else: two subnets of one load balancer, two mount targets of one file system. Whoever else uses them knows it, too.
 */
export class ApartZones {
  /** Unknown lists that no two subnets of one zone can stand in, by symbol. */
  private readonly apartLists = new Set<string>();
  private readonly leastZones = new Map<string, number>();

  constructor(
    private readonly subjects: Subjects,
    private readonly network: Network,
    private readonly units: UnitGroups,
  ) {
    for (const subject of subjects) {
      if (subject.uncertain !== undefined) continue;
      const { apart, placement } = subject.facts;
      if (apart?.among === undefined)
        for (const list of this.named(subject, apart?.subnets).filter(isOpenList)) this.apartLists.add(list.symbol);
      const { enforcedZones = 1 } = placement ?? {};
      const [only, ...others] = enforcedZones > 1 ? this.named(subject, placement?.subnets) : [];
      if (only !== undefined && others.length === 0 && isOpenList(only))
        this.leastZones.set(only.symbol, Math.max(enforcedZones, this.leastZones.get(only.symbol) ?? 0));
    }
  }

  /** How many zones a list of subnets that is not known spans at least. */
  leastZonesOf(list: Unknown): number {
    return this.leastZones.get(list.symbol) ?? 1;
  }

  /** The same for events, once everything has its place. */
  amongEvents(domains: readonly FailureDomain[]): Apart {
    const eventOf = new Map<number, EventId>();
    for (const [event, { zone }] of domains.entries()) if (zone !== undefined) eventOf.set(zone.index, event);
    const apart = new Map<EventId, Set<EventId>>();
    for (const zones of this.groups()) {
      const events = new Set(zones.map(({ index }) => eventOf.get(index)).filter((event) => event !== undefined));
      for (const event of events) {
        const others = apart.get(event) ?? new Set<EventId>();
        for (const other of events) if (other !== event) others.add(other);
        if (others.size > 0) apart.set(event, others);
      }
    }
    return (event) => apart.get(event);
  }

  /** Zones of which any two differ, group by group. */
  private groups(): readonly (readonly Zone[])[] {
    const groups: Zone[][] = [];
    const byWhole = new Map<string, Zone[]>();
    for (const subject of this.subjects) {
      if (subject.uncertain !== undefined) continue;
      const { apart, placement } = subject.facts;
      if (apart !== undefined && this.isFull(subject, apart)) {
        const zones = this.zonesOf(subject, this.named(subject, apart.subnets));
        const whole = apart.among === undefined ? undefined : identityOf(this.subjects.value(subject, apart.among));
        if (apart.among === undefined) groups.push(zones);
        else if (whole !== undefined) append(byWhole, `${subject.resource.type} ${whole}`, ...zones);
      }
      const named = this.named(subject, placement?.subnets);
      // As many subnets as zones are demanded, so no two of them can share one.
      if (named.length === placement?.enforcedZones && !named.some(isOpenList)) groups.push(this.zonesOf(subject, named));
    }
    for (const { id, zone } of this.network.all()) {
      const list = /^(.+)\[\d+\]$/.exec(id)?.[1];
      if (list !== undefined && this.apartLists.has(list)) append(byWhole, list, zone);
    }
    return [...groups, ...byWhole.values(), ...this.spreadMembers()];
  }

  /** Whether there are no more subnets than zones that they have to be in. */
  private isFull(subject: Subject, { subnets, leastZones }: ApartFact): boolean {
    if (leastZones === undefined) return true;
    const named = this.named(subject, subnets);
    return named.length === leastZones && !named.some(isOpenList);
  }

  /** Members that the provider itself puts into different zones of a list, as long as there are no more of them than zones. */
  private spreadMembers(): readonly (readonly Zone[])[] {
    const byWhole = new Map<string, { readonly member: Subject; readonly place: Place | undefined }[]>();
    for (const member of this.subjects) {
      const whole =
        member.facts.memberOf === undefined ? undefined : identityOf(this.subjects.value(member, member.facts.memberOf));
      if (whole !== undefined) append(byWhole, whole, { member, place: this.units.of(member).places.places[0] });
    }
    return [...byWhole.values()].flatMap((members) => {
      const most = Math.min(...members.map(({ member }) => this.units.spreadZonesOf(member)));
      const zones = members.flatMap(({ place }) => (place?.zone.unknown === undefined ? [] : [place.zone]));
      return zones.length === members.length && members.length <= most ? [zones] : [];
    });
  }

  private zonesOf(subject: Subject, values: readonly Value[]): Zone[] {
    return this.network.fromSubnets(values, subject).places.map(({ zone }) => zone);
  }

  /** What is named for certain: a value that one world lacks or has otherwise proves nothing in the others. */
  private named(subject: Subject, paths: readonly string[] = []): readonly Value[] {
    return paths
      .flatMap((path) => this.subjects.values(subject, path))
      .filter((value) => !(value instanceof Unknown && value.alternatives !== undefined));
  }
}

function isOpenList(value: Value): value is Unknown {
  return value instanceof Unknown && value.list;
}
