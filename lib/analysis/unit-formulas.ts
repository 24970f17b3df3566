import type { EventId, FormulaBuilder, Leaf, NodeId } from '../fault-tree';
import { Unknown } from '../model';
import { append } from '../multimap';
import type { ApartZones } from './apart-zones';
import type { Dependencies } from './dependencies';
import type { FailureDomains } from './failure-domains';
import { isOnlyInPlace } from './hard-needs';
import { hostsUnder } from './hosts';
import { MountLegs } from './mount-legs';
import type { Network, Place, Places, Subnet } from './network';
import { type Subject, type Subjects, toldOf } from './subject';
import { runsNothing, type UnitGroup, type UnitGroups } from './units';
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
  private readonly legs: MountLegs;
  /** What says what it is in the world, by noun. */
  private readonly devices = new Map<string, Subject[]>();

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
    this.legs = new MountLegs(sources);
    for (const subject of sources.subjects) {
      const { identity, noun } = subject.facts;
      if (identity === undefined) continue;
      append(this.devices, noun, subject);
    }
  }

  /** Works while enough of the subject's own units live. */
  of(subject: Subject): NodeId {
    // A key or a place for logs cannot fail by itself, whether it is there or not.
    if (subject.uncertain !== undefined && !isOnlyInPlace(this.dependencies, subject))
      return this.formula.leaf({ must: [], may: [this.componentOf(subject)], anyOfClass: true });
    const { doubt } = subject.facts;
    if (doubt !== undefined)
      return this.host.doubt(subject, new Unknown(`settings of ${subject.key}`, doubt.because, doubt.tell));
    if (subject.facts.placement === undefined && subject.facts.units === undefined) return this.works;
    const group = this.units.of(subject);
    if (this.isCarriedInOneZone(subject, group.places)) {
      const legs = this.formula.any(group.places.places.map((place) => this.withLegs(subject, place, this.works)));
      return this.formula.all([this.enoughOf(subject, group), legs]);
    }
    if (group.count instanceof Unknown) {
      const perhapsOne = this.inOneOf(subject, this.legs.whereItWorks(subject, group.places), {
        must: [],
        may: [this.componentOf(subject)],
      });
      // However many there are, what stands in one zone is lost with it.
      return this.formula.all([perhapsOne, this.several(subject, group, 'many')]);
    }
    if (group.count === 0 && this.mayTakeOver()) return this.asleep(subject, group);
    // What is declared to run nothing cannot lose a unit, and answers nobody until somebody raises its count.
    if (runsNothing(group)) return this.host.doubt(subject, this.nothingRuns(subject), true);
    if (group.count !== 'many' && group.count <= 1) return this.single(subject, group);
    if (group.count !== 'many' && group.enough > group.needed) return this.perhapsEnough(subject, group, group.count);
    return this.several(subject, group, group.count);
  }

  /** Between the least that must live and what is enough for certain, nobody knows. */
  private perhapsEnough(subject: Subject, group: UnitGroup, count: number): NodeId {
    const { places, unknownLists } = group.places;
    // Where they stand has to be known first; until then that is the one question.
    if (group.spread === 'balanced' && places.length === 0 && unknownLists.length > 0) return this.several(subject, group, count);
    const { noun } = subject.facts;
    const { id } = subject.resource;
    const because = `of the ${count} units of ${noun} "${id}" none stands in for another, and a majority may have to live`;
    const tell = `run an odd number of them over at least 3 zones, or nospof.yaml: capacity: {"${id}": {required: …}}`;
    const doubt = this.host.doubt(subject, new Unknown(`quorum of ${subject.key}`, because, tell));
    const one = count > group.enough ? [] : [this.formula.leaf({ must: [], may: [this.componentOf(subject)] })];
    const certain = this.several(subject, { ...group, needed: group.enough }, count);
    const perhaps = this.formula.any([certain, this.formula.all([doubt, ...one])]);
    return this.formula.all([this.several(subject, group, count), perhaps]);
  }

  /** Hosts that all stand in one zone are lost with it themselves: what they carry is no fault of its own. */
  private isCarriedInOneZone(subject: Subject, { places, unknownLists }: Places): boolean {
    if (unknownLists.length > 0 || new Set(places.map(({ zone }) => zone.index)).size !== 1) return false;
    return hostsUnder({ subjects: this.subjects, dependencies: this.dependencies }, subject).length > 0;
  }

  /** Whether there is another region that something could take over from, and the loss of a region is judged. */
  private mayTakeOver(): boolean {
    return this.domains.judges('region') && new Set(this.subjects.system.stacks.map(({ region }) => region)).size > 1;
  }

  /** What may run nothing takes over from nobody: the second region that sleeps has to be woken up. */
  private asleep(subject: Subject, group: UnitGroup): NodeId {
    if (runsNothing(group))
      return this.formula.all([this.several(subject, group, 'many'), this.host.sleeper(subject, this.nothingRuns(subject))]);
    const because = `"${subject.resource.id}" may run no unit at all`;
    const unknown = new Unknown(`units of ${subject.key}`, because, 'raise the least count that it can be scaled to');
    return this.formula.all([this.single(subject, group), this.host.sleeper(subject, unknown)]);
  }

  private nothingRuns({ facts: { noun, units }, resource: { id }, key }: Subject): Unknown {
    const count = typeof units?.count === 'object' ? (units.count.desired ?? units.count.min) : undefined;
    const because = `${noun} "${id}" is declared with 0 units: nothing runs there, and nobody answers`;
    return new Unknown(`units of ${key}`, because, `set ${count ?? 'the count'} of "${id}" to what runs`);
  }

  /** One unit: it is lost alone, and with the zone it happens to be in. */
  private single(subject: Subject, group: UnitGroup): NodeId {
    const unit = this.oneUnit(subject, group);
    const same = this.perhapsSame(subject);
    return same === undefined ? unit : this.formula.all([unit, this.host.doubt(subject, same)]);
  }

  private oneUnit(subject: Subject, group: UnitGroup): NodeId {
    const component = this.componentOf(subject);
    const { places, unknownLists } = this.legs.whereItWorks(subject, group.places);
    const [first] = places;
    const oneZone = unknownLists.length === 0 && places.every(({ zone }) => zone.index === first?.zone.index);
    if (first !== undefined && oneZone) {
      const zone = this.withLegs(subject, first, this.host.zoneLeaf(first.zone));
      return this.formula.all([this.formula.leaf({ must: [component] }), zone]);
    }
    const own =
      this.isNowhere(subject, group.places) && this.staysInItsZone(subject) ? [this.domains.zone(this.zoneOf(subject))] : [];
    const unit = this.inOneOf(subject, { places, unknownLists }, { must: [component, ...own] });
    const leg = this.legs.inDoubt(subject, places);
    return leg === undefined ? unit : this.formula.all([unit, this.host.doubt(leg.leg, leg.unknown)]);
  }

  /** Works while one unit may be lost, or is not; wherever they are. */
  private enoughOf(subject: Subject, { count, needed }: UnitGroup): NodeId {
    if (count instanceof Unknown) return this.formula.leaf({ must: [], may: [this.componentOf(subject)] });
    return count === 'many' || count - 1 >= needed ? this.works : this.formula.leaf({ must: [this.componentOf(subject)] });
  }

  private several(subject: Subject, group: UnitGroup, count: number | 'many'): NodeId {
    const { places, unknownLists } = group.places;
    const children: NodeId[] = [this.enoughOf(subject, { ...group, count })].filter((node) => node !== this.works);
    const zones = new Map<number, Place[]>();
    for (const place of places) {
      append(zones, place.zone.index, place);
    }
    const provenSingle = zones.size === 1 && unknownLists.length === 0;
    const allKnown = unknownLists.length === 0 && zones.size > 0 && places.every(({ zone }) => zone.unknown === undefined);
    if ((group.spread === 'distinct-zones' || group.zonesEnforced) && !allKnown && !provenSingle) {
      // The provider itself keeps the units in different zones, whichever they are.
      return this.formula.all([this.works, ...children]);
    }
    if (group.spread === 'unsaid' && !provenSingle) {
      const { noun } = subject.facts;
      const because = `nothing keeps the units of ${noun} "${subject.resource.id}" in different zones`;
      const tell = subject.facts.units?.unsaid?.tell ?? 'turn on its Multi-AZ setting';
      return this.formula.all([...children, this.host.doubt(subject, new Unknown(`spread of ${subject.key}`, because, tell))]);
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
    const oneSuffices = count === 'many' || (group.needed === 1 && this.legs.mountedBy(subject).length === 0);
    for (const list of unknownLists) {
      const spansZones = oneSuffices && this.apart.leastZonesOf(list) > 1;
      slices.push(spansZones ? this.works : this.host.doubt(subject, list));
    }
    // Two or more units that are kept in balance stand in two or more zones, so that one is left unless all zones fail.
    if (oneSuffices) children.push(this.formula.any(slices));
    else children.push(this.formula.atLeast(slices.length - expendable(slices.length, count, count - group.needed), slices));
    return this.formula.all(children);
  }

  /** All units in one zone of several: its own event, and possibly each of the zones. */
  private ownZone(subject: Subject, places: Places): NodeId {
    return this.inOneOf(subject, places, { must: [this.domains.zone(this.zoneOf(subject))] });
  }

  /** The zone in which it stands, whichever that is. */
  private zoneOf({ resource }: Subject): Zone {
    return this.network.zones.unplaced(resource.stack.region, resource.id);
  }

  /** It is lost with its zone, whichever that is; what is made anew by itself comes back. */
  private staysInItsZone({ facts: { recovery } }: Subject): boolean {
    return recovery?.kind !== 'self-healing';
  }

  /** It stands in a zone, and nothing says in which. */
  private isNowhere({ facts }: Subject, { places, unknownLists }: Places): boolean {
    return places.length === 0 && unknownLists.length === 0 && /^zones?$/.test(facts.locality);
  }

  /** Stands in one of the places; where the zone of one is not known, or there may be others, that is any zone. */
  private inOneOf(subject: Subject, all: Places, { must, may = [] }: Leaf): NodeId {
    const { places, unknownLists } = all;
    const isAnywhere = this.isNowhere(subject, all) || unknownLists.length > 0;
    const anyOfClass = isAnywhere || places.some(({ zone }) => zone.unknown !== undefined);
    const eventOf = ({ zone }: Place) => this.domains.zone(zone);
    const open = isAnywhere ? {} : { places: places.filter(({ zone }) => zone.unknown).map(eventOf) };
    return this.formula.leaf({ must, may: [...may, ...places.map(eventOf)], anyOfClass, ...open });
  }

  /** In each zone, the legs of the file systems that the subject mounts, and what all packets of the subnet pass. */
  private withLegs(subject: Subject, place: Place, slice: NodeId): NodeId {
    const owners = this.legs.mountedBy(subject);
    // Clients of a balancer and what goes out through a NAT gateway come over the default route; tasks answer inside.
    const facesOut = subject.facts.role === 'balancer' || subject.facts.role === 'nat';
    const inline = facesOut && place.subnet !== undefined ? this.host.inlineWay(place.subnet) : undefined;
    if (owners.length === 0 && inline === undefined) return slice;
    return this.formula.all([
      slice,
      ...owners.map((owner) => this.legIn(owner, place)),
      ...(inline === undefined ? [] : [inline]),
    ]);
  }

  private legIn(owner: Subject, place: Place): NodeId {
    const found = this.legs.of(owner, place);
    if (found === 'none') {
      const because = `no mount target of "${owner.resource.id}" is in the input`;
      return this.host.doubt(owner, new Unknown(`legs of ${owner.key}`, because, 'give the input that makes them'));
    }
    if (found !== 'missing')
      return found.unknown === undefined ? this.host.nodeOf(found.leg) : this.host.doubt(found.leg, found.unknown);
    const because = `no mount target of "${owner.resource.id}" stands in zone ${place.zone.label}`;
    const unknown = new Unknown(`leg of ${owner.key} in ${place.zone.label}`, because, 'make a mount target in that zone');
    return this.host.doubt(owner, unknown, true);
  }

  /** What tells two devices apart is not known: they may be one in the world. */
  private perhapsSame(subject: Subject): Unknown | undefined {
    const { facts, resource, key } = subject;
    const value = facts.identity === undefined ? undefined : this.subjects.value(subject, facts.identity);
    const told = toldOf(this.subjects.annotations.devices, resource) ?? resource.device;
    if (!(value instanceof Unknown) || told !== undefined) return undefined;
    const other = this.devices.get(facts.noun)?.find((device) => device.key !== key);
    if (other === undefined) return undefined;
    const because = `whether it is another ${facts.noun} than "${other.resource.id}" is not known (${value.because})`;
    const tell = `nospof.yaml: customer-gateways: {"${resource.id}": {device: …}}`;
    return new Unknown(`device of ${key}`, because, tell);
  }

  /** The event that the subject itself fails; things that are one in the world share it. */
  private componentOf(subject: Subject): EventId {
    const { identity } = subject.facts;
    const told = toldOf(this.subjects.annotations.devices, subject.resource) ?? subject.resource.device;
    const value = told ?? (identity === undefined ? undefined : this.subjects.value(subject, identity));
    const word = value instanceof Unknown ? value.symbol : value;
    return this.domains.component(
      subject,
      typeof word === 'string' && word !== '' ? `${subject.facts.noun} ${word}` : subject.key,
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
