import { type EventId, FormulaBuilder, type Leaf, type NodeId } from '../fault-tree';
import { Reference, Unknown, type Value } from '../model';
import type { Dependencies } from './dependencies';
import type { Network, Place, Subnet } from './network';
import type { DnsRecords } from './records';
import type { Subject, Subjects } from './subject';
import type { UnitGroup, UnitGroups } from './units';
import type { Zone } from './zones';

/** Something that fails as a whole. */
export interface FailureDomain {
  readonly scope: 'component' | 'zone';
  /** `component Db`, `zone us-east-1#0`. */
  readonly label: string;
  readonly subject?: Subject;
  readonly zone?: Zone;
}

/** What a node of the formula stands for; nodes without a meaning are plumbing. */
export interface Meaning {
  /** `whole`: the subject with all it needs. `self`: its own units and places. `doubt`: something about it that is not known. */
  readonly kind: 'whole' | 'self' | 'doubt';
  readonly subject: Subject;
  readonly unknown?: Unknown;
}

/**
 * The system as one monotone formula: for every subject a node that says when it works, over the events that a
 * component or a zone fails. Nodes are made on demand and once.
 */
export class FailureModel {
  readonly formula = new FormulaBuilder();
  readonly domains: FailureDomain[] = [];
  private readonly meanings = new Map<NodeId, Meaning>();
  private readonly wholes = new Map<string, NodeId>();
  private readonly selves = new Map<string, NodeId>();
  private readonly routes = new Map<string, NodeId>();
  private readonly zoneEvents = new Map<number, EventId>();
  private readonly componentEvents = new Map<string, EventId>();
  private readonly zoneLeaves = new Map<string, NodeId>();
  private readonly works: NodeId;

  constructor(
    private readonly subjects: Subjects,
    private readonly network: Network,
    private readonly dependencies: Dependencies,
    private readonly units: UnitGroups,
    private readonly records: DnsRecords,
  ) {
    this.works = this.formula.leaf({ must: [] });
  }

  meaningOf(node: NodeId): Meaning | undefined {
    return this.meanings.get(node);
  }

  isZone = (event: EventId): boolean => this.domains[event]?.scope === 'zone';

  zoneEvent(zone: Zone): EventId {
    return this.eventOf(this.zoneEvents, zone.index, () => ({ scope: 'zone', label: `zone ${zone.label}`, zone }));
  }

  /** The subject with everything it needs. */
  nodeOf(subject: Subject): NodeId {
    const existing = this.wholes.get(subject.key);
    if (existing !== undefined) return existing;
    const node = this.formula.declare();
    this.wholes.set(subject.key, node);
    this.meanings.set(node, { kind: 'whole', subject });
    const children = [this.selfOf(subject), ...this.needsOf(subject)].filter((child) => child !== this.works);
    this.formula.define(node, children.length, children);
    return node;
  }

  /** The subject's own units in their places, without what they need elsewhere. */
  selfOf(subject: Subject): NodeId {
    let node = this.selves.get(subject.key);
    if (node === undefined) {
      node = this.formula.declare();
      this.selves.set(subject.key, node);
      this.meanings.set(node, {
        kind: 'self',
        subject,
        ...(subject.uncertain === undefined ? {} : { unknown: subject.uncertain }),
      });
      const child = this.buildSelf(subject);
      this.formula.define(node, 1, [child]);
    }
    return node;
  }

  /** A subject's way out of its subnets: works while some unit is alive and its subnet has a route that works. */
  egressOf(subject: Subject): NodeId | undefined {
    const { places } = this.units.of(subject).places;
    const declared = places.filter((place): place is Place & { subnet: Subnet } => place.subnet?.subject !== undefined);
    if (declared.length === 0 || declared.length < places.length) return undefined;
    const ways = declared.map((place) => this.routeOf(place.subnet));
    if (ways.every((way) => way === undefined)) return undefined;
    return this.formula.any(
      declared.map((place, index) => this.formula.all([this.zoneLeaf(place.zone), ways[index] ?? this.works])),
    );
  }

  /** The default route of a subnet; undefined when it leads straight to the internet or nowhere. */
  routeOf(subnet: Subnet): NodeId | undefined {
    const existing = this.routes.get(subnet.id);
    if (existing !== undefined) return existing === this.works ? undefined : existing;
    const route = this.network.defaultRouteOf(subnet);
    let node = this.works;
    if (route.kind === 'via') node = this.nodeOf(route.subject);
    else if (route.kind === 'unknown' && subnet.subject !== undefined) {
      node = this.doubt(subnet.subject, route.because);
    }
    this.routes.set(subnet.id, node);
    return node === this.works ? undefined : node;
  }

  /** The zone leaf itself: works while the zone is up. */
  zoneLeaf(zone: Zone): NodeId {
    const leaf: Leaf = { must: [this.zoneEvent(zone)], ...(zone.unknown === undefined ? {} : { anyOfClass: true }) };
    return this.shared(this.zoneLeaves, zone.label, () => this.formula.leaf(leaf));
  }

  /** Something that may fail with any zone, because it is not known. */
  doubt(subject: Subject, unknown: Unknown): NodeId {
    const node = this.formula.leaf({ must: [], anyOfClass: true });
    this.meanings.set(node, { kind: 'doubt', subject, unknown });
    return node;
  }

  private needsOf(subject: Subject): NodeId[] {
    const { role } = subject.facts;
    const nodes: NodeId[] = [];
    const hard = this.dependencies.of(subject).filter(({ kind }) => kind === 'hard');
    if (role === 'record') return [this.recordNode(subject)];
    for (const unknown of this.dependencies.outsideOf(subject)) nodes.push(this.doubt(subject, unknown));
    for (const { to } of hard) {
      // A file system is reached through the leg in the client's zone; the slices of the client ask for it there.
      if (to.facts.legs !== undefined && subject.facts.placement !== undefined) nodes.push(this.selfOf(to));
      else nodes.push(this.nodeOf(to));
    }
    const members = this.dependencies.membersOf(subject);
    if (role === 'pool' || role === 'cluster' || role === 'hub' || subject.facts.madeOfMembers === true) {
      const relevant = role === 'hub' ? members.filter((member) => member.facts.role === 'link') : members;
      if (relevant.length > 0) nodes.push(this.formula.any(relevant.map((member) => this.nodeOf(member))));
    } else if (role === 'balancer' && members.length > 0) {
      nodes.push(this.formula.any(members.map((member) => this.nodeOf(member))));
    }
    nodes.push(...this.hostsOf(subject));
    return nodes;
  }

  /** Tasks run on the hosts of their cluster: at least one host must live. */
  private hostsOf(subject: Subject): NodeId[] {
    const path = subject.facts.placement?.hosts;
    const cluster = path === undefined ? undefined : this.subjects.value(subject, path);
    const target = cluster instanceof Reference ? this.subjects.get(cluster.resource) : undefined;
    if (target === undefined || this.ownSubnets(subject)) return [];
    const hosts = this.dependencies
      .membersOf(target)
      .filter((host) => host !== subject && host.facts.placement?.hosts === undefined);
    return hosts.length === 0 ? [] : [this.formula.any(hosts.map((host) => this.nodeOf(host)))];
  }

  private ownSubnets(subject: Subject): boolean {
    return (subject.facts.placement?.subnets ?? []).some((path) => this.subjects.values(subject, path).length > 0);
  }

  /** One record leads to its targets; of a set, any healthy one answers, if the health of each is looked at. */
  private recordNode(record: Subject): NodeId {
    const group = this.records.groupWith(record);
    const ways = (group.length === 0 ? [{ subject: record, evaluated: false }] : group).map(({ subject }) => {
      const targets = this.dependencies.of(subject).filter(({ kind }) => kind === 'hard');
      const outside = this.dependencies.outsideOf(subject).map((unknown) => this.doubt(subject, unknown));
      return this.formula.all([this.works, ...outside, ...targets.map(({ to }) => this.nodeOf(to))]);
    });
    return group.length > 1 && group.every(({ evaluated }) => evaluated === true)
      ? this.formula.any(ways)
      : this.formula.all(ways);
  }

  private buildSelf(subject: Subject): NodeId {
    if (subject.uncertain !== undefined)
      return this.formula.leaf({ must: [], may: [this.componentEvent(subject)], anyOfClass: true });
    const { doubt } = subject.facts;
    if (doubt !== undefined) return this.doubt(subject, new Unknown(`settings of ${subject.key}`, doubt.because, doubt.tell));
    if (subject.facts.role === 'device') return this.formula.leaf({ must: [this.componentEvent(subject)] });
    if (subject.facts.placement === undefined && subject.facts.units === undefined) return this.works;
    const group = this.units.of(subject);
    if (group.count instanceof Unknown) {
      return this.formula.leaf({ must: [], may: [this.componentEvent(subject)], anyOfClass: true });
    }
    if (group.count !== 'many' && group.count <= 1) return this.single(subject, group);
    return this.several(subject, group, group.count);
  }

  /** One unit: it is lost alone, and with the zone it happens to be in. */
  private single(subject: Subject, group: UnitGroup): NodeId {
    const component = this.componentEvent(subject);
    const { places, unknownLists } = group.places;
    const [first] = places;
    const oneZone = unknownLists.length === 0 && places.every(({ zone }) => zone.index === first?.zone.index);
    if (first !== undefined && oneZone) {
      const zone = places.length === 1 ? this.withLegs(subject, first, this.zoneLeaf(first.zone)) : this.zoneLeaf(first.zone);
      return this.formula.all([this.formula.leaf({ must: [component] }), zone]);
    }
    return this.formula.leaf({ must: [component], may: places.map(({ zone }) => this.zoneEvent(zone)) });
  }

  private several(subject: Subject, group: UnitGroup, count: number | 'many'): NodeId {
    const { places, unknownLists } = group.places;
    const children: NodeId[] = [];
    if (count !== 'many' && count - 1 < group.needed) children.push(this.formula.leaf({ must: [this.componentEvent(subject)] }));
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
        this.doubt(subject, new Unknown(`spread of ${subject.key}`, because, 'turn on its Multi-AZ setting')),
      ]);
    }
    if (group.spread === 'one-place') {
      const [zone] = zones.values();
      children.push(provenSingle && zone?.[0] !== undefined ? this.zoneLeaf(zone[0].zone) : this.ownZone(subject, places));
      return this.formula.all(children);
    }
    if (zones.size === 0 && unknownLists.length === 0) return this.formula.all([this.works, ...children]);
    const slices: NodeId[] = [...zones.values()].map((inZone) =>
      this.formula.any(inZone.map((place) => this.withLegs(subject, place, this.zoneLeaf(place.zone)))),
    );
    for (const list of unknownLists) {
      slices.push(this.doubt(subject, list));
    }
    if (count === 'many') children.push(this.formula.any(slices));
    else {
      // Balanced over the zones, the fullest holds ceil(n/m); with fewer units than zones each unit has a zone of its own.
      const fullest = Math.ceil(count / slices.length);
      const slack = count - group.needed;
      children.push(
        this.formula.atLeast(
          Math.max(1, slices.length * fullest - slack),
          slices,
          slices.map(() => fullest),
        ),
      );
    }
    return this.formula.all(children);
  }

  /** All units in one zone of several: its own event, and possibly each of the zones. */
  private ownZone(subject: Subject, places: readonly Place[]): NodeId {
    const zone = this.network.zones.unplaced(subject.resource.stack.region, subject.resource.id);
    return this.formula.leaf({ must: [this.zoneEvent(zone)], may: places.map((place) => this.zoneEvent(place.zone)) });
  }

  /** In each zone, the legs of the file systems that the subject mounts. */
  private withLegs(subject: Subject, place: Place, slice: NodeId): NodeId {
    const needed = this.dependencies.of(subject).filter(({ kind, to }) => kind === 'hard' && to.facts.legs !== undefined);
    if (needed.length === 0) return slice;
    return this.formula.all([slice, ...needed.map(({ to }) => this.legIn(to, place))]);
  }

  private legIn(owner: Subject, place: Place): NodeId {
    const legs = this.dependencies.membersOf(owner).filter((member) => member.facts.role === 'mount');
    if (legs.length === 0) return this.works;
    let maybe: Subject | undefined;
    for (const leg of legs) {
      const [own] = this.units.of(leg).places.places;
      if (own === undefined) continue;
      if (own.subnet !== undefined && own.subnet.id === place.subnet?.id) return this.nodeOf(leg);
      if (own.zone.index === place.zone.index) return this.nodeOf(leg);
      if (own.zone.unknown !== undefined || place.zone.unknown !== undefined) maybe ??= leg;
    }
    if (maybe !== undefined) {
      const unknown =
        place.zone.unknown ??
        new Unknown(`leg of ${owner.key}`, `cannot tell whether a mount target stands in the zone of ${place.zone.label}`, '');
      return this.doubt(maybe, unknown);
    }
    return this.formula.leaf({ must: [], never: true });
  }

  private componentEvent(subject: Subject): EventId {
    const { identity } = subject.facts;
    const value: Value | undefined = identity === undefined ? undefined : this.subjects.value(subject, identity);
    const key = typeof value === 'string' && value !== '' ? `${subject.facts.noun} ${value}` : subject.key;
    return this.eventOf(this.componentEvents, key, () => ({
      scope: 'component',
      label: `component ${subject.resource.id}`,
      subject,
    }));
  }

  private eventOf<K>(events: Map<K, EventId>, key: K, make: () => FailureDomain): EventId {
    let event = events.get(key);
    if (event === undefined) {
      event = this.domains.length;
      this.domains.push(make());
      events.set(key, event);
    }
    return event;
  }

  private shared(nodes: Map<string, NodeId>, key: string, make: () => NodeId): NodeId {
    let node = nodes.get(key);
    if (node === undefined) {
      node = make();
      nodes.set(key, node);
    }
    return node;
  }
}
