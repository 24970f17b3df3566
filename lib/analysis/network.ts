import { isList, Reference, Unknown, type Value, ZoneList, ZoneSymbol } from '../model';
import { append } from '../multimap';
import { isWithin } from './address-range';
import { type Annotations, identityOf, type Subject, type Subjects, toldOf } from './subject';
import { emptyId, nameOf, splitAtCommas, theOnly } from './subnet-names';
import { tellList, tellZones } from './zone-hints';
import type { Zone, Zones } from './zones';

/** A subnet that the system declares or only names. */
export interface Subnet {
  /** Resource key, symbol of an unknown, or a literal id. */
  readonly id: string;
  readonly label: string;
  readonly zone: Zone;
  readonly subject?: Subject;
  /** The value that names it, where that is not known. */
  readonly open?: Unknown | undefined;
}

/** What a subnet is called, and the value that names it where that is not known. */
interface Named {
  readonly label: string;
  readonly open: Unknown | undefined;
}

/** Where units can be put. */
export interface Place {
  readonly zone: Zone;
  readonly subnet?: Subnet;
}

/** Places found, and the unknown lists that may hold more of them. */
export interface Places {
  readonly places: readonly Place[];
  readonly unknownLists: readonly Unknown[];
}

/** Where traffic leaves a subnet. */
export type DefaultRoute =
  | { readonly kind: 'internet' | 'none' }
  | { readonly kind: 'via'; readonly subject: Subject; readonly route: Subject; readonly table: Subject }
  | { readonly kind: 'unknown'; readonly because: Unknown };

const DEFAULT_DESTINATIONS = new Set(['0.0.0.0/0', '::/0']);

/** Subnets, their zones, and the default route of each: association, table, route, next hop. */
export class Network {
  private readonly subnets = new Map<string, Subnet>();
  private readonly tableOf = new Map<string, Subject | Unknown>();
  private readonly foreign: { route: Subject; via: Subject; table: Unknown }[] = [];
  private readonly defaultOf = new Map<string, { route: Subject; via: Value }[]>();

  constructor(
    private readonly subjects: Subjects,
    readonly zones: Zones,
    private readonly annotations: Annotations,
  ) {
    // Declared subnets first, so that the naming scheme of their zones is the one that others are compared with.
    for (const subject of subjects) if (subject.facts.role === 'subnet') this.subnetOf(new Reference(subject.key), subject);
    for (const subject of subjects) {
      if (subject.facts.associates !== undefined) this.readAssociation(subject);
      if (subject.facts.route !== undefined) this.readRoute(subject);
    }
  }

  /** Every subnet that the system declares or names. */
  all(): readonly Subnet[] {
    return [...this.subnets.values()];
  }

  /** Every subnet that the system declares. */
  declared(): readonly Subnet[] {
    return [...this.subnets.values()].filter((subnet) => subnet.subject !== undefined);
  }

  networkOf(subnet: Subnet): string | undefined {
    const path = subnet.subject?.facts.network;
    if (subnet.subject === undefined || path === undefined) return undefined;
    return identityOf(this.subjects.value(subnet.subject, path));
  }

  /** The network of the subnet of that key. */
  networkNamed(key: string): string | undefined {
    const subnet = this.subnets.get(key);
    return subnet === undefined ? undefined : this.networkOf(subnet);
  }

  /** The declared subnet of a network in whose range an address lies. */
  subnetAround(address: string, home: Value | undefined): Subnet | undefined {
    const network = home instanceof Reference ? home.resource : undefined;
    return this.declared().find((subnet) => {
      const path = subnet.subject?.facts.addressRange;
      if (subnet.subject === undefined || path === undefined || this.networkOf(subnet) !== network) return false;
      const range = this.subjects.value(subnet.subject, path);
      return typeof range === 'string' && isWithin(address, range);
    });
  }

  /** The declared network of a subnet. */
  ownerOf(subnet: Subnet): Subject | undefined {
    const id = this.networkOf(subnet);
    return id === undefined ? undefined : this.subjects.get(id);
  }

  /** Subnets named by values; a list of unknown length is kept apart. */
  fromSubnets(values: readonly Value[], owner: Subject): Places {
    const places: Place[] = [];
    const unknownLists: Unknown[] = [];
    for (const value of values.map(splitAtCommas)) {
      if (isList(value)) {
        const inner = this.fromSubnets(value, owner);
        places.push(...inner.places);
        unknownLists.push(...inner.unknownLists);
      } else if (value instanceof Unknown && value.list) {
        const tell = tellList(value, owner.resource.stack.region);
        unknownLists.push(new Unknown(value.symbol, value.because, tell, true, value.alternatives));
      } else if (value !== null) {
        const subnet = this.subnetOf(value, owner);
        places.push({ zone: subnet.zone, subnet });
      }
    }
    return { places, unknownLists };
  }

  /** Zones named by values. All zones of a region are stood for by the first two: any two differ. */
  fromZones(values: readonly Value[], owner: Subject): Places {
    const places: Place[] = [];
    const unknownLists: Unknown[] = [];
    const region = owner.resource.stack.region;
    for (const value of values) {
      if (isList(value)) {
        const inner = this.fromZones(value, owner);
        places.push(...inner.places);
        unknownLists.push(...inner.unknownLists);
      } else if (value instanceof ZoneList) {
        for (const index of [0, 1])
          places.push({ zone: this.zones.of(new ZoneSymbol(value.region, index), region, owner.resource.id) });
      } else if (value instanceof Unknown && value.list) unknownLists.push(value);
      else if (value instanceof Reference) {
        const subnet = this.subnets.get(value.resource);
        if (subnet === undefined) places.push({ zone: this.zoneBeside(value.resource, owner) });
        else places.push({ zone: subnet.zone });
      } else if (value !== null) places.push({ zone: this.zones.of(value, region, owner.resource.id) });
    }
    return { places, unknownLists };
  }

  /** The zone of something else that is not a subnet, as far as it stands in one: a disk is put where its machine is. */
  private zoneBeside(key: string, owner: Subject): Zone {
    const other = this.subjects.get(key);
    const { subnets = [], zones = [] } = other?.facts.placement ?? {};
    if (other !== undefined && other !== owner) {
      const inSubnets = subnets.flatMap((path) => this.subjects.values(other, path));
      const named = zones.flatMap((path) => this.subjects.values(other, path)).filter((zone) => !(zone instanceof Reference));
      const { places } = inSubnets.length > 0 ? this.fromSubnets(inSubnets, other) : this.fromZones(named, other);
      const [first] = places;
      if (first !== undefined && places.every(({ zone }) => zone.index === first.zone.index)) return first.zone;
    }
    return this.zones.unplaced((other ?? owner).resource.stack.region, other?.resource.id ?? key);
  }

  /** The default route of a subnet; `unknown` when the subnet is not declared here. */
  defaultRouteOf(subnet: Subnet): DefaultRoute {
    if (subnet.subject === undefined) {
      const because = `subnet "${subnet.label}" is not declared in the input`;
      return {
        kind: 'unknown',
        because: new Unknown(`routes of ${subnet.id}`, because, `give the input that declares "${subnet.label}"`),
      };
    }
    const table = this.tableOf.get(subnet.id);
    // No association means the main table of the network, which CloudFormation cannot change: it has no default route.
    if (table === undefined) return { kind: 'none' };
    if (table instanceof Unknown) return { kind: 'unknown', because: table };
    let internet = false;
    for (const { route, via } of this.defaultOf.get(table.key) ?? []) {
      if (via instanceof Unknown) return { kind: 'unknown', because: via };
      const hop = via instanceof Reference ? this.subjects.get(via.resource) : undefined;
      if (hop === undefined) {
        const because = `route "${route.resource.id}" leads to something that is not declared in the input`;
        return {
          kind: 'unknown',
          because: new Unknown(`next hop of ${route.key}`, because, 'give the input that declares the next hop'),
        };
      }
      if (hop.facts.role === 'gateway') internet = true;
      else return { kind: 'via', subject: hop, route, table };
    }
    return { kind: internet ? 'internet' : 'none' };
  }

  /** Default routes in tables that the input does not declare. */
  foreignRoutes(): readonly { readonly route: Subject; readonly via: Subject; readonly table: Unknown }[] {
    return this.foreign;
  }

  /** A default route that leads to the subject. */
  routeThrough(subject: Subject): Subject | undefined {
    for (const routes of this.defaultOf.values()) {
      for (const { route, via } of routes) if (via instanceof Reference && via.resource === subject.key) return route;
    }
    return undefined;
  }

  /** Everything that some default route leads to. */
  nextHops(): ReadonlySet<string> {
    const hops = new Set<string>();
    for (const routes of this.defaultOf.values())
      for (const { via } of routes) if (via instanceof Reference) hops.add(via.resource);
    return hops;
  }

  private subnetOf(value: Value, owner: Subject): Subnet {
    const subject = value instanceof Reference ? this.subjects.get(value.resource) : undefined;
    const id = value instanceof Reference ? value.resource : value instanceof Unknown ? value.symbol : nameOf(value, owner);
    const existing = this.subnets.get(id);
    if (existing !== undefined) return existing;
    const label = subject?.resource.id ?? id;
    const open = value === '' ? emptyId(owner) : value instanceof Unknown ? value : undefined;
    const subnet: Subnet = {
      id,
      label,
      zone: this.zoneOf({ label, open }, subject, owner),
      ...(subject?.facts.role === 'subnet' ? { subject } : {}),
      open,
    };
    this.subnets.set(id, subnet);
    return subnet;
  }

  private zoneOf({ label, open }: Named, subject: Subject | undefined, owner: Subject): Zone {
    const region = (subject ?? owner).resource.stack.region;
    const told = toldOf(this.annotations.zones, subject?.resource ?? { id: label, stack: owner.resource.stack });
    if (told !== undefined) return this.zones.of(told, region, label);
    if (subject === undefined) {
      const symbol = `zone of ${label}`;
      const because = open?.because ?? `nothing says the zone of subnet "${label}"`;
      const tell = tellZones([{ label, open }], region);
      return this.zones.unknown(symbol, region, new Unknown(symbol, because, tell));
    }
    for (const path of subject.facts.placement?.zones ?? []) {
      const zone = theOnly(this.subjects.values(subject, path));
      if (zone instanceof Reference) {
        const other = this.subjects.get(zone.resource);
        if (other?.facts.role === 'subnet' && other !== subject) return this.subnetOf(new Reference(other.key), other).zone;
      }
      if (zone !== undefined && !(zone instanceof ZoneList) && !isList(zone)) return this.zones.of(zone, region, label);
    }
    return this.zones.unplaced(region, label);
  }

  private readAssociation(subject: Subject): void {
    const { subnet, table } = subject.facts.associates ?? {};
    if (subnet === undefined || table === undefined || subject.uncertain !== undefined) return;
    const owner = this.subjects.value(subject, subnet);
    const value = this.subjects.value(subject, table);
    if (!(owner instanceof Reference)) return;
    if (value instanceof Unknown) this.tableOf.set(owner.resource, value);
    else if (value instanceof Reference) {
      const target = this.subjects.get(value.resource);
      if (target !== undefined) this.tableOf.set(owner.resource, target);
    }
  }

  private readRoute(subject: Subject): void {
    const fact = subject.facts.route;
    if (fact === undefined || subject.uncertain !== undefined) return;
    const table = this.subjects.value(subject, fact.table);
    const isDefault = fact.destinations.some((path) =>
      this.subjects.values(subject, path).some((to) => typeof to === 'string' && DEFAULT_DESTINATIONS.has(to)),
    );
    if (!isDefault) return;
    if (table instanceof Unknown) {
      for (const value of fact.via.map((path) => this.subjects.value(subject, path))) {
        const via = value instanceof Reference ? this.subjects.get(value.resource) : undefined;
        if (via !== undefined && via.facts.role !== 'gateway') this.foreign.push({ route: subject, via, table });
      }
    }
    if (!(table instanceof Reference)) return;
    for (const path of fact.via) {
      const via = this.subjects.value(subject, path);
      if (via === undefined) continue;
      append(this.defaultOf, table.resource, { route: subject, via });
    }
  }
}
