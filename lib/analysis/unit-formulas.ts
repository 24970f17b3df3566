import type { EventId, FormulaBuilder, Leaf, NodeId } from '../fault-tree';
import { Unknown } from '../model';
import type { ApartZones } from './apart-zones';
import type { Dependencies } from './dependencies';
import type { FailureDomains } from './failure-domains';
import type { Network, Place, Places, Subnet } from './network';
import { type Subject, type Subjects, toldOf } from './subject';
import type { UnitGroup, UnitGroups } from './units';
import type { Zone } from './zones';

/** What the formulas of units need from the model that they are part of. */
export interface FormulaHost {
  readonly formula: FormulaBuilder;
  readonly works: NodeId;
  nodeOf(subject: Subject): NodeId;
  zoneLeaf(zone: Zone): NodeId;
  doubt(subject: Subject, unknown: Unknown, never?: boolean): NodeId;
  /** Something that does not work until somebody wakes it. */
  sleeper(subject: Subject, unknown: Unknown): NodeId;
  /** The inspection endpoint that a subnet's default route leads through. */
  inlineWay(subnet: Subnet): NodeId | undefined;
}

/** What {@link UnitFormulas} looks at. */
export interface UnitSources {
  readonly subjects: Subjects;
  readonly network: Network;
  readonly dependencies: Dependencies;
  readonly units: UnitGroups;
  readonly domains: FailureDomains;
  readonly apart: ApartZones;
}

/** Formulas over the units of one subject: how many, in which zones, with which legs, and how many suffice. */
export class UnitFormulas {
  private readonly formula: FormulaBuilder;
  private readonly works: NodeId;
  private readonly subjects: Subjects;
  private readonly network: Network;
  private readonly dependencies: Dependencies;
  private readonly units: UnitGroups;
  private readonly domains: FailureDomains;
  private readonly apart: ApartZones;

  constructor(
    private readonly host: FormulaHost,
    sources: UnitSources,
  ) {
    this.formula = host.formula;
    this.works = host.works;
    this.subjects = sources.subjects;
    this.network = sources.network;
    this.dependencies = sources.dependencies;
    this.units = sources.units;
    this.domains = sources.domains;
    this.apart = sources.apart;
  }

  /** Works while enough of the subject's own units live. */
  of(subject: Subject): NodeId {
    if (subject.uncertain !== undefined)
      return this.formula.leaf({ must: [], may: [this.componentOf(subject)], anyOfClass: true });
    const { doubt } = subject.facts;
    if (doubt !== undefined)
      return this.host.doubt(subject, new Unknown(`settings of ${subject.key}`, doubt.because, doubt.tell));
    if (subject.facts.placement === undefined && subject.facts.units === undefined) return this.works;
    const group = this.units.of(subject);
    if (group.count instanceof Unknown) {
      const perhapsOne = this.inOneOf(subject, group.places, { must: [], may: [this.componentOf(subject)] });
      // However many there are, what stands in one zone is lost with it.
      return this.formula.all([perhapsOne, this.several(subject, group, 'many')]);
    }
    if (group.count === 0 && this.mayTakeOver()) return this.asleep(subject, this.single(subject, group));
    if (group.count !== 'many' && group.count <= 1) return this.single(subject, group);
    return this.several(subject, group, group.count);
  }

  /** Whether there is another region that something could take over from, and the loss of a region is judged. */
  private mayTakeOver(): boolean {
    return this.domains.judges('region') && new Set(this.subjects.system.stacks.map(({ region }) => region)).size > 1;
  }

  /** What may run nothing takes over from nobody: the second region that sleeps has to be woken up. */
  private asleep(subject: Subject, awake: NodeId): NodeId {
    const because = `"${subject.resource.id}" may run no unit at all`;
    const unknown = new Unknown(`units of ${subject.key}`, because, 'raise the least count that it can be scaled to');
    return this.formula.all([awake, this.host.sleeper(subject, unknown)]);
  }

  /** One unit: it is lost alone, and with the zone it happens to be in. */
  private single(subject: Subject, group: UnitGroup): NodeId {
    const component = this.componentOf(subject);
    const { places, unknownLists } = group.places;
    const [first] = places;
    const oneZone = unknownLists.length === 0 && places.every(({ zone }) => zone.index === first?.zone.index);
    if (first !== undefined && oneZone) {
      const zone =
        places.length === 1 ? this.withLegs(subject, first, this.host.zoneLeaf(first.zone)) : this.host.zoneLeaf(first.zone);
      return this.formula.all([this.formula.leaf({ must: [component] }), zone]);
    }
    return this.inOneOf(subject, group.places, { must: [component] });
  }

  private several(subject: Subject, group: UnitGroup, count: number | 'many'): NodeId {
    const { places, unknownLists } = group.places;
    const children: NodeId[] = [];
    if (count !== 'many' && count - 1 < group.needed) children.push(this.formula.leaf({ must: [this.componentOf(subject)] }));
    const zones = new Map<number, Place[]>();
    for (const place of places) {
      const same = zones.get(place.zone.index);
      if (same === undefined) zones.set(place.zone.index, [place]);
      else same.push(place);
    }
    const provenSingle = zones.size === 1 && unknownLists.length === 0;
    const allKnown = unknownLists.length === 0 && zones.size > 0 && places.every(({ zone }) => zone.unknown === undefined);
    if ((group.spread === 'distinct-zones' || group.zonesEnforced) && !allKnown && !provenSingle) {
      // The provider itself keeps the units in different zones, whichever they are.
      return this.formula.all([this.works, ...children]);
    }
    if (group.spread === 'unsaid' && !provenSingle) {
      const { noun } = subject.facts;
      const because = `nothing keeps the nodes of ${noun} "${subject.resource.id}" in different zones`;
      return this.formula.all([
        ...children,
        this.host.doubt(subject, new Unknown(`spread of ${subject.key}`, because, 'turn on its Multi-AZ setting')),
      ]);
    }
    if (group.spread === 'one-place') {
      const [zone] = zones.values();
      children.push(
        provenSingle && zone?.[0] !== undefined ? this.host.zoneLeaf(zone[0].zone) : this.ownZone(subject, group.places),
      );
      return this.formula.all(children);
    }
    if (zones.size === 0 && unknownLists.length === 0) return this.formula.all([this.works, ...children]);
    const slices: NodeId[] = [...zones.values()].map((inZone) =>
      this.formula.any(inZone.map((place) => this.withLegs(subject, place, this.host.zoneLeaf(place.zone)))),
    );
    const oneSuffices = count === 'many' || (group.needed === 1 && !this.mounts(subject));
    for (const list of unknownLists) {
      const spansZones = oneSuffices && this.apart.leastZonesOf(list) > 1;
      slices.push(spansZones ? this.works : this.host.doubt(subject, list));
    }
    // Two or more units that are kept in balance stand in two or more zones, so that one is left unless all zones fail.
    if (oneSuffices) children.push(this.formula.any(slices));
    else children.push(this.formula.atLeast(slices.length - expendable(slices.length, count, count - group.needed), slices));
    return this.formula.all(children);
  }

  private mounts(subject: Subject): boolean {
    return this.dependencies.of(subject).some(({ kind, to }) => kind === 'hard' && to.facts.legs !== undefined);
  }

  /** All units in one zone of several: its own event, and possibly each of the zones. */
  private ownZone(subject: Subject, places: Places): NodeId {
    const zone = this.network.zones.unplaced(subject.resource.stack.region, subject.resource.id);
    return this.inOneOf(subject, places, { must: [this.domains.zone(zone)] });
  }

  /** Stands in one of the places; where the zone of one is not known, or there may be others, that is any zone. */
  private inOneOf({ facts }: Subject, { places, unknownLists }: Places, { must, may = [] }: Leaf): NodeId {
    const nowhere = places.length === 0 && /^zones?$/.test(facts.locality);
    const anyOfClass = nowhere || unknownLists.length > 0 || places.some(({ zone }) => zone.unknown !== undefined);
    const eventOf = ({ zone }: Place) => this.domains.zone(zone);
    const open = nowhere || unknownLists.length > 0 ? {} : { places: places.filter(({ zone }) => zone.unknown).map(eventOf) };
    return this.formula.leaf({ must, may: [...may, ...places.map(eventOf)], anyOfClass, ...open });
  }

  /** In each zone, the legs of the file systems that the subject mounts, and what all packets of the subnet pass. */
  private withLegs(subject: Subject, place: Place, slice: NodeId): NodeId {
    const needed = this.dependencies.of(subject).filter(({ kind, to }) => kind === 'hard' && to.facts.legs !== undefined);
    // Clients of a balancer and what goes out through a NAT gateway come over the default route; tasks answer inside.
    const facesOut = subject.facts.role === 'balancer' || subject.facts.role === 'nat';
    const inline = facesOut && place.subnet !== undefined ? this.host.inlineWay(place.subnet) : undefined;
    if (needed.length === 0 && inline === undefined) return slice;
    return this.formula.all([slice, ...needed.map(({ to }) => this.legIn(to, place)), ...(inline === undefined ? [] : [inline])]);
  }

  private legIn(owner: Subject, place: Place): NodeId {
    const legs = this.dependencies.membersOf(owner).filter((member) => member.facts.role === 'mount');
    if (legs.length === 0) return this.works;
    let maybe: { leg: Subject; unknown: Unknown } | undefined;
    for (const leg of legs) {
      const [own] = this.units.of(leg).places.places;
      if (own === undefined) continue;
      if (own.subnet !== undefined && own.subnet.id === place.subnet?.id) return this.host.nodeOf(leg);
      if (own.zone.index === place.zone.index) return this.host.nodeOf(leg);
      const unknown = place.zone.unknown ?? own.zone.unknown;
      if (unknown !== undefined) maybe ??= { leg, unknown };
    }
    if (maybe !== undefined) return this.host.doubt(maybe.leg, maybe.unknown);
    const because = `no mount target of "${owner.resource.id}" stands in zone ${place.zone.label}`;
    const unknown = new Unknown(`leg of ${owner.key} in ${place.zone.label}`, because, 'make a mount target in that zone');
    return this.host.doubt(owner, unknown, true);
  }

  /** The event that the subject itself fails; things that are one in the world share it. */
  private componentOf(subject: Subject): EventId {
    const { identity } = subject.facts;
    const told = toldOf(this.subjects.annotations.devices, subject.resource) ?? subject.resource.device;
    const value = told ?? (identity === undefined ? undefined : this.subjects.value(subject, identity));
    return this.domains.component(
      subject,
      typeof value === 'string' && value !== '' ? `${subject.facts.noun} ${value}` : subject.key,
    );
  }
}

/** The most zones that may fail, whichever they are, with no more than `slack` units lost: the fullest go first. */
function expendable(zones: number, count: number, slack: number): number {
  let lost = 0;
  for (let failed = 0; failed < zones; failed++) {
    lost += Math.floor(count / zones) + (failed < count % zones ? 1 : 0);
    if (lost > slack) return failed;
  }
  return zones - 1;
}
