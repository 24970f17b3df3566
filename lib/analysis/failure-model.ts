import type { Scope } from '../diagnostics';
import { type EventId, FormulaBuilder, type Leaf, type NodeId } from '../fault-tree';
import { Unknown } from '../model';
import type { FailureDomain } from './failure-domains';
import { hardNeedsOf } from './hard-needs';
import { hostsUnder } from './hosts';
import { LocationFormulas } from './location-formulas';
import { MemberFormulas } from './member-formulas';
import type { Place, Subnet } from './network';
import { OfferedFormulas, type OfferedHost } from './offered-formulas';
import type { Outside } from './outside';
import { RecordFormulas, type RecordHost } from './record-formulas';
import type { DnsRecords } from './records';
import type { Subject } from './subject';
import { type FormulaHost, UnitFormulas, type UnitSources } from './unit-formulas';
import type { Zone } from './zones';

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
export class FailureModel implements FormulaHost, RecordHost, OfferedHost {
  readonly formula = new FormulaBuilder();
  private readonly meanings = new Map<NodeId, Meaning>();
  private readonly retried = new Set<NodeId>();
  private readonly wholes = new Map<string, NodeId>();
  private readonly selves = new Map<string, NodeId>();
  private readonly routes = new Map<string, NodeId>();
  private readonly zoneLeaves = new Map<string, NodeId>();
  /** Nodes that are declared and not yet defined; grows while it is gone through. */
  private readonly open: { readonly node: NodeId; readonly subject: Subject }[] = [];
  readonly works: NodeId;
  private readonly unitFormulas: UnitFormulas;
  private readonly recordFormulas: RecordFormulas;
  private readonly locationFormulas: LocationFormulas;
  private readonly memberFormulas: MemberFormulas;
  private readonly offeredFormulas: OfferedFormulas;

  constructor(
    private readonly sources: UnitSources,
    records: DnsRecords,
  ) {
    this.works = this.formula.leaf({ must: [] });
    this.unitFormulas = new UnitFormulas(this, sources);
    this.recordFormulas = new RecordFormulas(this, records, sources.dependencies);
    this.locationFormulas = new LocationFormulas(this, sources);
    this.memberFormulas = new MemberFormulas(this, sources);
    this.offeredFormulas = new OfferedFormulas(this, sources, this.unitFormulas, this.locationFormulas);
  }

  /** Whether the loss of domains of this scope is judged. */
  judges(scope: Scope): boolean {
    return this.sources.domains.judges(scope);
  }

  get domains(): readonly FailureDomain[] {
    return this.sources.domains.all;
  }

  /** Those of which the loss is judged. */
  get judged(): readonly FailureDomain[] {
    return this.domains.filter(({ scope }) => this.judges(scope));
  }

  /** Says that a node stands for a subject with everything it needs. */
  standsFor(node: NodeId, subject: Subject): void {
    this.meanings.set(node, { kind: 'whole', subject });
  }

  /** Says that a node stands for a subject's own units. */
  standsForUnits(node: NodeId, subject: Subject): void {
    this.meanings.set(node, { kind: 'self', subject });
  }

  /** Says that the loss of one of the ways is met within the request that meets it: nothing has to be noticed first. */
  isRetried(node: NodeId): void {
    this.retried.add(node);
  }

  isMetAtOnce(node: NodeId): boolean {
    return this.retried.has(node);
  }

  meaningOf(node: NodeId): Meaning | undefined {
    return this.meanings.get(node);
  }

  isZone = (event: EventId): boolean => this.domains[event]?.scope === 'zone';

  /** Zones, regions and providers: what a thing that is not known may be in. */
  isPlace = (event: EventId): boolean => this.domains[event]?.scope !== 'component';

  zoneEvent(zone: Zone): EventId {
    return this.sources.domains.zone(zone);
  }

  /** The subject with everything it needs. */
  nodeOf(subject: Subject): NodeId {
    const existing = this.wholes.get(subject.key);
    if (existing !== undefined) return existing;
    const node = this.formula.declare();
    this.wholes.set(subject.key, node);
    this.meanings.set(node, { kind: 'whole', subject });
    this.open.push({ node, subject });
    // Only the outermost call defines what is open, so that a long chain of needs is a loop and no recursion.
    if (this.open.length === 1) this.defineOpen();
    return node;
  }

  private defineOpen(): void {
    for (const { node, subject } of this.open) {
      // Of records it depends on the zone that is asked which of them has to work.
      const own = subject.facts.role === 'record' ? [] : [this.selfOf(subject)];
      const children = [...own, ...this.needsOf(subject)].filter((child) => child !== this.works);
      this.formula.define(node, children.length, children);
    }
    this.open.length = 0;
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
      const children = [this.unitFormulas.of(subject), this.locationFormulas.of(subject)];
      this.formula.define(node, children.length, children);
    }
    return node;
  }

  /** The subject as a function of its own, for which copies in other regions stand in. */
  offeredBy(subject: Subject): NodeId {
    return this.offeredFormulas.of(subject);
  }

  /** A subject's way out of its subnets: works while some unit is alive and its subnet has a route that works. */
  egressOf(subject: Subject): NodeId | undefined {
    const { places } = this.sources.units.of(subject).places;
    const declared = places.filter((place): place is Place & { subnet: Subnet } => place.subnet?.subject !== undefined);
    if (declared.length === 0 || declared.length < places.length) return undefined;
    if (declared.every((place) => this.routeOf(place.subnet) === undefined)) return undefined;
    // What stands in a subnet without any way out does not help what stands in the others.
    const routed = declared.filter(({ subnet }) => !this.isIsolated(subnet));
    return this.formula.any(
      routed.map((place) => this.formula.all([this.zoneLeaf(place.zone), this.routeOf(place.subnet) ?? this.works])),
    );
  }

  /** Whether nothing leads out of the subnet; the main table of a network that is not declared may. */
  private isIsolated(subnet: Subnet): boolean {
    const { network } = this.sources;
    return network.defaultRouteOf(subnet).kind === 'none' && network.ownerOf(subnet) !== undefined;
  }

  /** The default route of a subnet; undefined when it leads straight to the internet or nowhere. */
  routeOf(subnet: Subnet): NodeId | undefined {
    const existing = this.routes.get(subnet.id);
    if (existing !== undefined) return existing === this.works ? undefined : existing;
    const route = this.sources.network.defaultRouteOf(subnet);
    let node = this.works;
    if (route.kind === 'via')
      node = route.subject.facts.role === 'hub' ? this.wayOverHub(route.subject, subnet) : this.nodeOf(route.subject);
    else if (route.kind === 'unknown' && subnet.subject !== undefined) {
      node = this.doubt(subnet.subject, route.because);
    }
    this.routes.set(subnet.id, node);
    return node === this.works ? undefined : node;
  }

  /**
   * A hub is reached through the leg of an attachment in the subnet's own zone; where the input shows no attachment of
   * the network, the hub itself is all that is known. Its links to other sites are no part of the way.
   */
  private wayOverHub(hub: Subject, subnet: Subnet): NodeId {
    const { dependencies, network, units } = this.sources;
    const home = network.networkOf(subnet);
    const places = dependencies
      .membersOf(hub)
      .filter(({ facts }) => facts.role === 'attachment')
      .flatMap((attachment) => units.of(attachment).places.places)
      .filter((place) => place.subnet !== undefined && network.networkOf(place.subnet) === home);
    if (places.length === 0) return this.selfOf(hub);
    const leg = places.find(({ zone }) => zone.index === subnet.zone.index);
    if (leg !== undefined) return this.formula.all([this.selfOf(hub), this.zoneLeaf(leg.zone)]);
    if (subnet.subject === undefined) return this.selfOf(hub);
    const unknown = subnet.zone.unknown ?? places.find(({ zone }) => zone.unknown !== undefined)?.zone.unknown;
    const because = `no attachment of "${hub.resource.id}" stands in zone ${subnet.zone.label}`;
    const missing = new Unknown(`attachment for ${subnet.id}`, because, 'give the attachment a subnet in that zone');
    return this.doubt(subnet.subject, unknown ?? missing, unknown === undefined);
  }

  /** Packets in both directions pass it, so what stands in the subnet does not serve without it. */
  inlineWay(subnet: Subnet): NodeId | undefined {
    if (subnet.subject === undefined) return undefined;
    const route = this.sources.network.defaultRouteOf(subnet);
    return route.kind === 'via' && route.subject.facts.role === 'appliance-endpoint' ? this.nodeOf(route.subject) : undefined;
  }

  /** The zone leaf itself: works while the zone is up. */
  zoneLeaf(zone: Zone): NodeId {
    const event = this.zoneEvent(zone);
    const leaf: Leaf = { must: [event], ...(zone.unknown === undefined ? {} : { anyOfClass: true, places: [event] }) };
    return this.shared(this.zoneLeaves, zone.label, () => this.formula.leaf(leaf));
  }

  /** Something that may fail with any zone, because it is not known; or that never works. */
  doubt(subject: Subject, unknown: Unknown, never = false): NodeId {
    const node = this.formula.leaf(never ? { must: [], never } : { must: [], anyOfClass: true });
    this.meanings.set(node, { kind: 'doubt', subject, unknown });
    return node;
  }

  /** Something that does not work until somebody wakes it. */
  sleeper(subject: Subject, unknown: Unknown): NodeId {
    const node = this.formula.leaf({ must: [], asleep: true });
    this.meanings.set(node, { kind: 'doubt', subject, unknown });
    return node;
  }

  /** What the input does not declare: a doubt, unless a provider answers there from a whole region. */
  beyond(subject: Subject, { unknown, endpoint }: Outside): NodeId {
    if (endpoint === undefined || this.judges('provider')) return this.doubt(subject, unknown);
    return this.inRegion(subject, endpoint.region, unknown);
  }

  /** What no component and no zone takes away, and the region in which it stands does. */
  inRegion(subject: Subject, region: string | undefined, unknown: Unknown): NodeId {
    if (!this.judges('region')) return this.works;
    if (region === undefined || this.judges('provider')) return this.doubt(subject, unknown);
    const node = this.locationFormulas.inRegion(region);
    this.standsForUnits(node, subject);
    return node;
  }

  /** What else has to work for the subject to work. */
  needsOf(subject: Subject): NodeId[] {
    const { role } = subject.facts;
    const nodes: NodeId[] = [];
    if (role === 'record') return this.recordFormulas.of(subject);
    for (const outside of this.sources.dependencies.outsideOf(subject)) nodes.push(this.beyond(subject, outside));
    for (const to of hardNeedsOf(this.sources.dependencies, subject)) {
      // A file system is reached through the leg in the client's zone; the slices of the client ask for it there.
      if (to.facts.legs !== undefined && subject.facts.placement !== undefined) nodes.push(this.selfOf(to));
      else nodes.push(this.nodeOf(to));
    }
    nodes.push(...this.choicesOf(subject));
    const members = this.memberFormulas.of(subject);
    if (members.length > 0) nodes.push(this.formula.any(members));
    // Tasks run on the hosts of their cluster: at least one host must live.
    const hosts = hostsUnder(this.sources, subject);
    if (hosts.length > 0) nodes.push(this.formula.any(hosts.map((host) => this.nodeOf(host))));
    return nodes;
  }

  private wayTo(subject: Subject, targets: readonly Subject[], outside: Outside | undefined): NodeId {
    const doubts = outside === undefined ? [] : [this.beyond(subject, outside)];
    return this.formula.all([this.works, ...doubts, ...targets.map((target) => this.nodeOf(target))]);
  }

  /** Of each list of ways one has to work. */
  choicesOf(subject: Subject): NodeId[] {
    return this.sources.dependencies
      .choicesOf(subject)
      .map((ways) => this.formula.any(ways.map(({ targets, outside }) => this.wayTo(subject, targets, outside))));
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
