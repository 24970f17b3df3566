import type { Estate, EstateGroup, EstateZone } from './estate';

/**
 * Judges an {@link Estate} the slow way, from the words of the design and without the engine: it takes a zone or a
 * component away and looks whether what is left still reaches what it needs. Where the template does not say which
 * zone something is in, it does so for every zone that it can be.
 *
 * What it takes for granted, as the engine does: a balancer sends to targets in any zone; an application balancer and
 * a database with a standby never have all their nodes in one zone unless all their subnets name the same one; a unit
 * that can be in several subnets starts in any of them where it can mount its files; what wants no unit and is scaled by nobody runs none; a subnet without a way out needs none.
 */

/** A zone as it is in the world: one that the template can name, or another one. */
type RealZone = number | string;
/** One way the world can be: the zone behind each letter, and the place of what stands in one place of several. */
export interface World {
  readonly zones: ReadonlyMap<EstateZone, RealZone>;
  readonly places: ReadonlyMap<string, RealZone>;
  /** Units of groups whose number is not said: one or many. */
  readonly counts: ReadonlyMap<string, number>;
}
/** What fails: a real zone, or one thing by its logical id. */
export type Failure = { readonly zone: RealZone } | { readonly component: string };

export interface RefereeFunction {
  readonly kind: 'serve' | 'egress' | 'auxiliary';
  readonly name: string;
  /** Whether it is offered in a world where this fails; nothing fails when undefined. */
  works(world: World, failure: Failure | undefined): boolean;
  /** Whether nothing is left that could want it: the loss of it is then no news. */
  pointless(world: World, failure: Failure): boolean;
}

const ZONES: readonly RealZone[] = [0, 1, 2];

/** Units that the group has at least; undefined when the template does not say. */
function floorOf({ kind, wanted, scaledTo }: EstateGroup): number | undefined {
  if (scaledTo !== undefined && kind !== 'machines') return scaledTo;
  if (wanted === 'unsaid') return undefined;
  return scaledTo === undefined ? wanted : Math.min(wanted, scaledTo);
}

/** Every way the world can be; undefined when there are more than 3,000. */
export function worldsOf(estate: Estate): readonly World[] | undefined {
  const letters = [...new Set([...estate.subnets, ...estate.nats].map(({ zone }) => zone))];
  for (const store of estate.stores)
    if (store.kind === 'aurora') letters.push(...store.instances.filter((zone) => zone !== undefined));
  const unknown = [...new Set(letters)].filter((zone): zone is 'p' | 'q' => typeof zone === 'string').sort();
  let worlds: World[] = [
    { zones: new Map<EstateZone, RealZone>([0, 1, 2].map((zone) => [zone, zone])), places: new Map(), counts: new Map() },
  ];
  for (const letter of unknown) {
    // A real zone that the template names elsewhere, one that it does not, or the same as the other letter's.
    worlds = worlds.flatMap((world) =>
      [...ZONES, 'elsewhere p', 'elsewhere q'].map((zone) => ({ ...world, zones: new Map([...world.zones, [letter, zone]]) })),
    );
  }
  const choose = (id: string, options: (world: World) => readonly RealZone[]) => {
    if (worlds.length <= 3000)
      worlds = worlds.flatMap((world) =>
        [...new Set(options(world))].map((zone) => ({ ...world, places: new Map([...world.places, [id, zone]]) })),
      );
  };
  for (const [index, group] of estate.groups.entries()) {
    const id = `Group${index}`;
    if (floorOf(group) === undefined)
      worlds = worlds.flatMap((world) => [1, 9].map((count) => ({ ...world, counts: new Map([...world.counts, [id, count]]) })));
    if ((floorOf(group) ?? 1) <= 1) choose(id, (world) => startingZones(estate, group, world));
  }
  for (const [index, store] of estate.stores.entries()) {
    if (store.kind === 'database' && !store.standby)
      choose(`Store${index}`, (world) => store.subnets.map((at) => zoneOfSubnet(estate, at, world)));
    if (store.kind === 'aurora')
      for (const [at, zone] of store.instances.entries())
        if (zone === undefined) choose(`Store${index}Instance${at}`, () => [...ZONES, 'elsewhere p']);
  }
  return worlds.length > 3000 ? undefined : worlds.filter((world) => !isRefused(estate, world));
}

/**
 * Whether the provider would not have it: two subnets of one balancer, two mount targets of one file system, or both
 * subnets of a database in one zone, where the template does not say so itself; or two instances in one of the zones
 * that their cluster lists.
 */
function isRefused(estate: Estate, world: World): boolean {
  const { subnets, stores, balancers } = estate;
  const lists = [
    ...balancers.map((each) => each.subnets),
    ...stores.flatMap((each) => (each.kind === 'files' ? [each.targets] : [])),
    ...stores.flatMap((each) => (each.kind === 'database' && each.subnets.length === 2 ? [each.subnets] : [])),
  ];
  const shared = lists.some((list) => {
    const named = [...new Set(list.map((at) => subnets[at]!.zone))];
    return new Set(named.map((zone) => realZone(zone, world))).size < named.length;
  });
  const crowded = stores.some((store, index) => {
    if (store.kind !== 'aurora' || store.instances.some((zone) => zone !== undefined)) return false;
    const places = store.instances.map((_, at) => world.places.get(`Store${index}Instance${at}`));
    return places.length <= (store.over ?? 0) && new Set(places).size < places.length;
  });
  return shared || crowded;
}

/** Where one unit may start and work: it stays nowhere where it cannot mount its files, if there is a place where it can. */
function startingZones(estate: Estate, group: EstateGroup, world: World): readonly RealZone[] {
  const zones = subnetsOfGroup(estate, group).map((at) => zoneOfSubnet(estate, at, world));
  const mounts = group.uses.flatMap((at) => {
    const store = estate.stores[at]!;
    return store.kind === 'files' && store.targets.length > 0
      ? [store.targets.map((target) => zoneOfSubnet(estate, target, world))]
      : [];
  });
  const usable = zones.filter((zone) => mounts.every((legs) => legs.includes(zone)));
  return usable.length > 0 ? usable : zones;
}

function subnetsOfGroup(estate: Estate, group: EstateGroup): readonly number[] {
  return typeof group.kind === 'object' ? (estate.groups[group.kind.on]?.subnets ?? []) : group.subnets;
}

function zoneOfSubnet(estate: Estate, index: number, world: World): RealZone {
  return realZone(estate.subnets[index]!.zone, world);
}

export function realZone(zone: EstateZone, world: World): RealZone {
  return world.zones.get(zone)!;
}

/** The functions of the system, by the section "What a system offers" of the design. */
export function functionsOf(estate: Estate): readonly RefereeFunction[] {
  const judge = new Judge(estate);
  const functions: RefereeFunction[] = [];
  const never = () => false;
  const { roots, hasEntry } = rootsOf(estate);
  for (const root of roots) {
    const isGroup = root.startsWith('Group');
    functions.push({
      kind: isGroup && hasEntry ? 'auxiliary' : 'serve',
      name: root,
      works: (world, failure) => judge.works(root, world, failure) && judge.isReached(root, world, failure),
      pointless: never,
    });
  }
  const isNat = (index: number) => typeof estate.subnets[index]!.out === 'number';
  const calling = new Set<number>();
  for (const [index, group] of estate.groups.entries()) {
    if (floorOf(group) === 0) continue;
    const subnets = subnetsOfGroup(estate, group);
    for (const at of subnets) calling.add(at);
    if (!subnets.some(isNat)) continue;
    const alive = (at: number, world: World, failure: Failure | undefined) => isUp(zoneOfSubnet(estate, at, world), failure);
    functions.push({
      kind: 'egress',
      name: `Group${index}`,
      works: (world, failure) =>
        subnets.some(
          (at) =>
            // What stands where no way leads out helps nobody else to get out.
            estate.subnets[at]!.out !== 'nowhere' &&
            alive(at, world, failure) &&
            (!isNat(at) || judge.natWorks(estate.subnets[at]!.out as number, world, failure)),
        ),
      pointless: (world, failure) => subnets.every((at) => !alive(at, world, failure)),
    });
  }
  const routed = [...estate.subnets.keys()].filter(isNat);
  // What keeps data without a place in a subnet is no inhabitant of the network.
  const anythingRuns = estate.groups.length > 0 || estate.stores.some(({ kind }) => kind === 'database' || kind === 'files');
  if (routed.some((at) => calling.has(at) || !anythingRuns))
    functions.push({
      kind: 'egress',
      name: 'Vpc',
      works: (world, failure) => routed.some((at) => judge.natWorks(estate.subnets[at]!.out as number, world, failure)),
      // Who comes later may come into any zone; those who are there do not miss a way out once they are gone.
      pointless: (world, failure) => anythingRuns && routed.every((at) => !isUp(zoneOfSubnet(estate, at, world), failure)),
    });
  return functions;
}

/** What nothing else in the system uses; what is idle uses nothing. */
function rootsOf(estate: Estate): { readonly roots: readonly string[]; readonly hasEntry: boolean } {
  const uses = new Map<string, readonly string[]>();
  for (const [index, { pools }] of estate.balancers.entries())
    uses.set(
      `Balancer${index}`,
      pools.map((pool) => `Pool${pool}`),
    );
  for (const [index, { members }] of estate.pools.entries())
    uses.set(
      `Pool${index}`,
      members.map((group) => `Group${group}`),
    );
  const clustered = estate.groups.some(({ kind }) => typeof kind === 'object');
  if (estate.groups.some(({ kind }) => kind !== 'machines')) uses.set('Cluster', clustered ? ['Group0'] : []);
  for (const [index, group] of estate.groups.entries()) {
    const stores = group.uses.map((store) => `Store${store}`);
    uses.set(`Group${index}`, group.kind === 'machines' ? stores : [...stores, 'Cluster']);
  }
  for (const index of estate.stores.keys()) uses.set(`Store${index}`, []);
  const isIdle = (name: string) => {
    const [, kind, index] = /^([A-Za-z]+)(\d*)$/.exec(name)!;
    if (kind === 'Group') return floorOf(estate.groups[Number(index)]!) === 0;
    return (kind === 'Pool' || kind === 'Cluster') && uses.get(name)!.length === 0;
  };
  for (;;) {
    const used = new Set([...uses.values()].flat());
    const roots = [...uses.keys()].filter((name) => !used.has(name));
    const idle = roots.filter(isIdle);
    if (idle.length === 0) return { roots, hasEntry: roots.some((name) => /^(Balancer|Pool)/.test(name)) };
    for (const name of idle) uses.delete(name);
  }
}

const isUp = (zone: RealZone, failure: Failure | undefined) =>
  failure === undefined || !('zone' in failure) || failure.zone !== zone;
const isWhole = (id: string, failure: Failure | undefined) =>
  failure === undefined || !('component' in failure) || failure.component !== id;

class Judge {
  constructor(private readonly estate: Estate) {}

  works(name: string, world: World, failure: Failure | undefined): boolean {
    const [, kind, digits] = /^([A-Za-z]+)(\d*)$/.exec(name)!;
    const index = Number(digits);
    if (kind === 'Balancer') return this.balancerWorks(index, world, failure);
    if (kind === 'Pool') return this.poolWorks(index, world, failure);
    if (kind === 'Cluster') return this.groupWorks(0, world, failure);
    return kind === 'Group' ? this.groupWorks(index, world, failure) : this.storeWorks(index, world, failure);
  }

  /** Whether clients outside of the input can mount it somewhere. */
  isReached(name: string, world: World, failure: Failure | undefined): boolean {
    const store = name.startsWith('Store') ? this.estate.stores[Number(name.slice('Store'.length))] : undefined;
    if (store?.kind !== 'files' || store.targets.length === 0) return true;
    return store.targets.some((at) => isUp(zoneOfSubnet(this.estate, at, world), failure));
  }

  natWorks(index: number, world: World, failure: Failure | undefined): boolean {
    const { zone, regional } = this.estate.nats[index]!;
    return regional || isUp(realZone(zone, world), failure);
  }

  private balancerWorks(index: number, world: World, failure: Failure | undefined): boolean {
    const { kind, subnets, pools } = this.estate.balancers[index]!;
    const named = new Set(subnets.map((at) => this.estate.subnets[at]!.zone));
    const spread = kind === 'application' && named.size > 1;
    const nodes = spread || subnets.some((at) => isUp(zoneOfSubnet(this.estate, at, world), failure));
    return nodes && pools.every((pool) => this.poolWorks(pool, world, failure));
  }

  private poolWorks(index: number, world: World, failure: Failure | undefined): boolean {
    const { members } = this.estate.pools[index]!;
    return members.length === 0 || members.some((group) => this.groupWorks(group, world, failure));
  }

  private groupWorks(index: number, world: World, failure: Failure | undefined): boolean {
    const group = this.estate.groups[index]!;
    if (group.wanted === 0 && group.scaledTo === undefined) return false;
    if (typeof group.kind === 'object' && !this.groupWorks(group.kind.on, world, failure)) return false;
    if (!group.uses.every((store) => this.storeWorks(store, world, failure))) return false;
    const places = subnetsOfGroup(this.estate, group);
    const units = Math.max(1, floorOf(group) ?? world.counts.get(`Group${index}`)!);
    const canRun = (zone: RealZone) => isUp(zone, failure) && group.uses.every((store) => this.canMount(store, zone, world));
    if (units === 1) {
      const zone = world.places.get(`Group${index}`)!;
      if (!isWhole(`Group${index}`, failure)) return false;
      return canRun(zone);
    }
    // Spread evenly, and as unluckily as that allows: the zones that are left are the emptier ones.
    const zones = [...new Set(places.map((at) => zoneOfSubnet(this.estate, at, world)))];
    const dead = zones.filter((zone) => !canRun(zone)).length;
    const inDead = dead * Math.floor(units / zones.length) + Math.min(dead, units % zones.length);
    return units - inDead >= 1;
  }

  private canMount(index: number, zone: RealZone, world: World): boolean {
    const store = this.estate.stores[index]!;
    return store.kind !== 'files' || store.targets.some((at) => zoneOfSubnet(this.estate, at, world) === zone);
  }

  private storeWorks(index: number, world: World, failure: Failure | undefined): boolean {
    const store = this.estate.stores[index]!;
    const id = `Store${index}`;
    if (store.kind === 'database') {
      if (!store.standby) return isWhole(id, failure) && isUp(world.places.get(id)!, failure);
      const named = new Set(store.subnets.map((at) => this.estate.subnets[at]!.zone));
      return named.size > 1 || isUp(zoneOfSubnet(this.estate, store.subnets[0]!, world), failure);
    }
    if (store.kind !== 'aurora' || store.instances.length === 0) return true;
    return store.instances.some((zone, at) => {
      const place = zone === undefined ? world.places.get(`${id}Instance${at}`)! : realZone(zone, world);
      return isWhole(`${id}Instance${at}`, failure) && isUp(place, failure);
    });
  }
}
