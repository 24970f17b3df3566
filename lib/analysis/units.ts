import { type Count, numberOf, type Path, referencesIn } from '../knowledge';
import { Reference, Text, Unknown, type Value, ZoneList } from '../model';
import type { Dependencies } from './dependencies';
import type { Network, Place, Places } from './network';
import { type Subject, type Subjects, toldOf } from './subject';

/** How many units a subject has at least, where they are, and how many must live. */
export interface UnitGroup {
  readonly count: number | 'many' | Unknown;
  readonly needed: number;
  /** How many are enough for certain; more than `needed` where nothing says how many must live. */
  readonly enough: number;
  /** What was wanted when the group starts, where a scale-in makes the floor lower. */
  readonly desired?: number;
  /** Resources that can scale the group in. */
  readonly scaledBy: readonly Subject[];
  readonly spread: 'balanced' | 'one-place' | 'unsaid' | 'distinct-zones';
  readonly places: Places;
  /** The provider guarantees at least two zones even if the subnets are not known. */
  readonly zonesEnforced: boolean;
}

/** Whether nothing runs as declared, and nothing is there that would start something by itself. */
export function runsNothing({ count, scaledBy }: UnitGroup): boolean {
  return count === 0 && scaledBy.length === 0;
}

/** Reads units and placement of subjects; each once. */
export class UnitGroups {
  private readonly groups = new Map<string, UnitGroup>();
  private readonly scalersOf = new Map<string, Subject[]>();
  private readonly busy = new Set<string>();

  constructor(
    private readonly subjects: Subjects,
    private readonly network: Network,
    private readonly dependencies: Dependencies,
  ) {
    const names = this.namesForScalers();
    for (const subject of subjects) {
      if (subject.facts.scales === undefined) continue;
      for (const value of subjects.values(subject, subject.facts.scales.target)) {
        for (const key of this.scaledBy(value, names)) {
          const list = this.scalersOf.get(key);
          if (list === undefined) this.scalersOf.set(key, [subject]);
          else if (!list.includes(subject)) list.push(subject);
        }
      }
    }
  }

  /** What is scaled, by reference or by the name that ends the text: `service/prod/checkout`. */
  private scaledBy(value: Value, names: ReadonlyMap<string, readonly string[]>): readonly string[] {
    const keys = referencesIn(value).map(({ resource }) => resource);
    const end = value instanceof Text ? value.parts.at(-1) : value;
    const named = typeof end === 'string' ? names.get(end.slice(end.lastIndexOf('/') + 1)) : undefined;
    return [...keys, ...(named ?? [])];
  }

  private namesForScalers(): ReadonlyMap<string, readonly string[]> {
    const names = new Map<string, readonly string[]>();
    for (const subject of this.subjects) {
      const path = subject.facts.scaledAs;
      const name = path === undefined ? undefined : this.subjects.value(subject, path);
      if (typeof name === 'string') names.set(name, [...(names.get(name) ?? []), subject.key]);
    }
    return names;
  }

  of(subject: Subject): UnitGroup {
    let group = this.groups.get(subject.key);
    if (group === undefined) {
      group = this.read(subject);
      this.groups.set(subject.key, group);
    }
    return group;
  }

  private read(subject: Subject): UnitGroup {
    const units = subject.facts.units;
    const spread = units?.spread ?? 'balanced';
    const zonesEnforced = (subject.facts.placement?.enforcedZones ?? 1) > 1;
    const declared = units?.count ?? 'many';
    const base = { spread, zonesEnforced };
    if (declared === 'many' || declared === 'per-subnet')
      return { ...base, places: this.placesFor(subject, 'many'), count: 'many', needed: 1, enough: 1, scaledBy: [] };
    const floor = typeof declared === 'number' ? { count: declared, scaledBy: [] } : this.floorOf(subject, declared);
    const { count } = floor;
    const known = count instanceof Unknown ? 1 : count;
    const told = toldOf(this.subjects.annotations.requiredCapacity, subject.resource) ?? subject.resource.requiredCapacity;
    // What is required of units that do not stand in for each other is how many of them must live.
    const said = units?.needed === 'unsaid' && told !== undefined ? Math.min(told, known) : units?.needed;
    const needed = said === 'unsaid' ? 1 : neededOf(said, known);
    const enough = said === 'unsaid' ? neededOf('majority', known) : needed;
    return { ...base, ...floor, places: this.placesFor(subject, count), needed, enough };
  }

  /** Where nothing keeps several units apart, they may all stand in any one of several places. */
  private placesFor(subject: Subject, count: UnitGroup['count']): Places {
    const places = this.placesOf(subject);
    const path = subject.facts.placement?.loose;
    const loose = path === undefined ? undefined : this.subjects.value(subject, path);
    const zones = new Set(places.places.map(({ zone }) => zone.index));
    const oneWay = places.unknownLists.length === 0 && (zones.size === 1 || count === 1);
    return loose instanceof Unknown && !oneWay ? { places: [], unknownLists: [loose] } : places;
  }

  /** The floor of a count: facts 0.2.5. */
  private floorOf(
    subject: Subject,
    count: Count,
  ): Pick<UnitGroup, 'desired' | 'scaledBy'> & { readonly count: number | Unknown } {
    const plus = count.plus ?? 0;
    // Of several numbers, one for each shard for instance, the least is the floor.
    const read = (path: Path | undefined) =>
      path === undefined ? undefined : leastOf(this.subjects.values(subject, path).map(numberOf));
    const min = read(count.min);
    const desired = within(read(count.desired) ?? min ?? count.absent, min, read(subject.facts.most));
    const scalers = this.scalersOf.get(subject.key) ?? [];
    if (scalers.length === 0) return { count: desired instanceof Unknown ? desired : desired + plus, scaledBy: [] };
    let floor: number | Unknown | undefined = min;
    for (const scaler of scalers) {
      for (const path of scaler.facts.scales?.floors ?? []) {
        for (const value of this.subjects.values(scaler, path)) {
          const other = numberOf(value);
          if (other instanceof Unknown) floor = other;
          else if (other !== undefined && !(floor instanceof Unknown)) floor = Math.min(floor ?? other, other);
        }
      }
    }
    floor ??= desired;
    if (floor instanceof Unknown) return { count: floor, scaledBy: scalers };
    return { count: floor + plus, scaledBy: scalers, ...(desired instanceof Unknown ? {} : { desired: desired + plus }) };
  }

  private placesOf(subject: Subject): Places {
    const placement = subject.facts.placement;
    const nowhere: Places = { places: [], unknownLists: [] };
    if (placement === undefined) return nowhere;
    const templates = this.dependencies.templates(subject);
    const own = this.placedIn([subject]);
    const baked = this.placedIn(templates);
    // Subnets of the template are those of units that are given none; its zone holds for all of them.
    const subnets = own.subnets.length > 0 ? own.subnets : baked.subnets;
    const zones = baked.zones.length > 0 ? baked.zones : own.zones;
    if (subnets.length > 0) {
      const open = baked.subnets.length === 0 ? undefined : this.pinnedElsewhere(subject);
      if (open !== undefined) return { places: [], unknownLists: [open] };
      const inSubnets = this.network.fromSubnets(subnets, subject);
      const narrowed = (placement.zonesWin === true || baked.zones.length > 0) && zones.length > 0;
      return distinct(narrowed ? this.within(inSubnets, zones, subject) : inSubnets);
    }
    if (zones.length > 0) return distinct(this.network.fromZones(zones, subject));
    if (this.spreadZonesOf(subject) > 1) {
      const { id, stack } = subject.resource;
      return { places: [{ zone: this.network.zones.unplaced(stack.region, id) }], unknownLists: [] };
    }
    return placement.hosts === undefined ? nowhere : this.placesOfHosts(subject, placement.hosts);
  }

  /** The subnets and zones that the properties of some subjects name. */
  private placedIn(owners: readonly Subject[]): { readonly subnets: readonly Value[]; readonly zones: readonly Value[] } {
    const read = (kind: 'subnets' | 'zones') =>
      owners.flatMap((owner) => (owner.facts.placement?.[kind] ?? []).flatMap((path) => this.subjects.values(owner, path)));
    return { subnets: read('subnets'), zones: read('zones') };
  }

  /** Over how many zones the provider spreads the members that the subject is one of; 0 where it says its own or none are listed. */
  spreadZonesOf(subject: Subject): number {
    const { spreadOver, placement } = subject.facts;
    if (spreadOver === undefined || placement?.zones?.some((path) => this.subjects.values(subject, path).length > 0)) return 0;
    if (!this.hasSiblings(subject)) return 0;
    const read = (path: Path | undefined) => (path === undefined ? [] : this.subjects.values(subject, path));
    const zones = read(spreadOver.zones);
    if (zones.some((zone) => zone instanceof ZoneList)) return 2;
    const places = [
      ...this.network.fromZones(zones, subject).places,
      ...this.network.fromSubnets(read(spreadOver.subnets), subject).places,
    ];
    const known = new Set(places.filter(({ zone }) => zone.unknown === undefined).map(({ zone }) => zone.index));
    const isAllKnown = places.length > 0 && places.every(({ zone }) => zone.unknown === undefined);
    return Math.min(isAllKnown ? known.size : Math.max(known.size, spreadOver.least ?? 0), spreadOver.most);
  }

  /** Whether there is another member of the whole that the subject is one of. */
  private hasSiblings(subject: Subject): boolean {
    const { memberOf } = subject.facts;
    const whole = memberOf === undefined ? undefined : this.subjects.value(subject, memberOf);
    const owner = whole instanceof Reference ? this.subjects.get(whole.resource) : undefined;
    return owner === undefined || this.dependencies.membersOf(owner).length > 1;
  }

  /** The template names a subnet, too, in other zones than the group: which of the two counts, or whether anything starts, is not said. */
  private pinnedElsewhere(subject: Subject): Unknown | undefined {
    const zonesOf = (owner: Subject) => {
      const paths = owner.facts.placement?.subnets ?? [];
      const { places } = this.network.fromSubnets(
        paths.flatMap((path) => this.subjects.values(owner, path)),
        owner,
      );
      return new Set(places.map(({ zone }) => zone.index));
    };
    const own = zonesOf(subject);
    for (const template of this.dependencies.templates(subject)) {
      const pinned = zonesOf(template);
      if (own.size === 0 || pinned.size === 0 || (own.size === pinned.size && [...own].every((zone) => pinned.has(zone))))
        continue;
      const because = `"${subject.resource.id}" names subnets, and "${template.resource.id}", which it launches from, names others`;
      const tell = `leave the subnet out of "${template.resource.id}"`;
      return new Unknown(`subnets of ${subject.key} or of ${template.key}`, because, tell, true);
    }
    return undefined;
  }

  /** Of the subnets that could be used, those of the zones that are named; the zones alone where none is known to be theirs. */
  private within(inSubnets: Places, zones: readonly Value[], subject: Subject): Places {
    const named = this.network.fromZones(zones, subject);
    if (named.unknownLists.length > 0 || named.places.some(({ zone }) => zone.unknown !== undefined)) return inSubnets;
    const indexes = new Set(named.places.map(({ zone }) => zone.index));
    const theirs = inSubnets.places.filter(({ zone }) => indexes.has(zone.index));
    // What stands in the one subnet says which zone that is.
    const [only, ...others] = inSubnets.places;
    const [zone, ...otherZones] = named.places;
    if (only?.zone.unknown !== undefined && zone !== undefined && others.length === 0 && otherZones.length === 0)
      return { places: [{ ...only, zone: zone.zone }], unknownLists: inSubnets.unknownLists };
    return theirs.length > 0 ? { places: theirs, unknownLists: [] } : named;
  }

  private placesOfHosts(subject: Subject, path: Path): Places {
    if (this.busy.has(subject.key)) return { places: [], unknownLists: [] };
    this.busy.add(subject.key);
    const places: Place[] = [];
    const unknownLists: Unknown[] = [];
    for (const value of this.subjects.values(subject, path)) {
      if (value instanceof Unknown) unknownLists.push(value);
      if (!(value instanceof Reference)) continue;
      const cluster = this.subjects.get(value.resource);
      const hosts = cluster === undefined ? [] : this.hostsOf(cluster, subject);
      const { hostsElsewhere } = subject.facts.placement ?? {};
      if (hosts.length === 0 && hostsElsewhere !== undefined)
        unknownLists.push(new Unknown(`nodes of ${value.resource}`, hostsElsewhere.because, hostsElsewhere.tell, true));
      for (const host of hosts) {
        const found = this.of(host).places;
        places.push(...found.places);
        unknownLists.push(...found.unknownLists);
      }
    }
    this.busy.delete(subject.key);
    return distinct({ places, unknownLists });
  }

  /** The machines that carry what runs on a cluster; what is scheduled on it itself carries nothing. */
  private hostsOf(cluster: Subject, guest: Subject): readonly Subject[] {
    const members = this.dependencies
      .membersOf(cluster)
      .filter((host) => host !== guest && host.facts.placement?.hosts === undefined);
    return cluster.facts.ownHosts === true ? [cluster, ...members] : members;
  }
}

function distinct({ places, unknownLists }: Places): Places {
  const seen = new Set<string>();
  const kept = places.filter((place) => {
    const id = place.subnet?.id ?? place.zone.label;
    if (seen.has(id)) return false;
    seen.add(id);
    return true;
  });
  const lists = unknownLists.filter((list, index) => unknownLists.findIndex((other) => other.symbol === list.symbol) === index);
  return { places: kept, unknownLists: lists };
}

function leastOf(numbers: readonly (number | Unknown | undefined)[]): number | Unknown | undefined {
  let least: number | undefined;
  for (const number of numbers) {
    if (number instanceof Unknown) return number;
    if (number !== undefined) least = Math.min(least ?? number, number);
  }
  return least;
}

/** Nothing runs fewer units than its least or more than its most, whatever was wanted; where both are one number, that many. */
function within(wanted: number | Unknown, least: number | Unknown | undefined, most: number | Unknown | undefined) {
  if (wanted instanceof Unknown) return typeof least === 'number' && least === most ? least : wanted;
  const atLeast = typeof least === 'number' ? Math.max(wanted, least) : wanted;
  return typeof most === 'number' ? Math.min(atLeast, most) : atLeast;
}

function neededOf(needed: number | 'all' | 'majority' | undefined, count: number): number {
  if (needed === 'all') return count;
  if (needed === 'majority') return Math.floor(count / 2) + 1;
  return needed ?? 1;
}
