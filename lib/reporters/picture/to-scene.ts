import type { FunctionKind, Topology, TopologyResource } from '../../diagnostics';
import { foldPlumbing } from './fold';
import { groupAlike } from './group';
import { shortZoneLabels } from './labels';
import { captionOf, type EdgeKind, type Scene, type SceneEdge, type SceneNode, type SceneRegion } from './scene';
import { markOf, PLUMBING, tierOf } from './tiers';

/** What a picture of the topology shows. Equal topologies give equal scenes; nothing but the topology is looked at. */
export function toScene(topology: Topology): Scene {
  const alone = lostAlone(topology);
  const offers = offersByKey(topology);
  const { into } = foldPlumbing(topology, new Set([...alone, ...offers.keys()]));
  const loose = nodesOf(topology, into, alone, offers);
  const nodeOf = new Map(loose.flatMap(({ id, keys, parts }) => [...keys, ...parts].map((key) => [key, id] as const)));
  const { nodes, edges } = groupAlike(loose, edgesAmong(topology, nodeOf));
  return {
    regions: regionsOf(topology, nodes),
    nodes: withStacks(topology, nodes),
    edges,
    hidden: hiddenIn(topology, into),
  };
}

/** How many are left out although others are linked by them; keys, images, places for logs and the like link nothing. */
function hiddenIn({ resources, dependencies }: Topology, into: ReadonlyMap<string, string>): number {
  const linking = new Set(dependencies.map(({ from }) => from));
  return resources.filter(({ key, role }) => !into.has(key) && (linking.has(key) || !PLUMBING.has(role))).length;
}

/** Two cards with one name are told apart by their stacks. */
function withStacks({ resources }: Topology, nodes: readonly SceneNode[]): SceneNode[] {
  const stackOf = new Map(resources.map(({ key, ref }) => [key, ref.stack]));
  const captions = new Map<string, number>();
  for (const node of nodes) captions.set(captionOf(node).title, (captions.get(captionOf(node).title) ?? 0) + 1);
  return nodes.map((node) => {
    const stack = stackOf.get(node.keys[0] ?? '');
    const ambiguous = node.names.length === 1 && (captions.get(captionOf(node).title) ?? 0) > 1;
    return ambiguous && stack !== undefined ? { ...node, stack } : node;
  });
}

/** Resources of which a failure domain of their own takes a function away. */
function lostAlone({ domains, resources }: Topology): ReadonlySet<string> {
  const keys = new Set<string>();
  for (const { scope, label, lost, stops } of domains) {
    if (scope !== 'component' || lost.length === 0) continue;
    const named = resources.filter(({ ref }) => label === `component ${ref.id}`);
    const stopping = named.filter(({ key }) => stops.includes(key));
    for (const { key } of stopping.length > 0 ? stopping : named) keys.add(key);
  }
  return keys;
}

function offersByKey({ functions }: Topology): ReadonlyMap<string, readonly FunctionKind[]> {
  const offers = new Map<string, FunctionKind[]>();
  for (const { entry, kind } of functions) offers.set(entry, [...new Set([...(offers.get(entry) ?? []), kind])]);
  return offers;
}

function nodesOf(
  topology: Topology,
  into: ReadonlyMap<string, string>,
  alone: ReadonlySet<string>,
  offers: ReadonlyMap<string, readonly FunctionKind[]>,
): SceneNode[] {
  const parts = new Map<string, TopologyResource[]>();
  for (const resource of topology.resources) {
    const whole = into.get(resource.key);
    if (whole === undefined || whole === resource.key) continue;
    parts.set(whole, [...(parts.get(whole) ?? []), resource]);
  }
  const lanes = topology.zones.map(({ label }) => label);
  const onlyRegion = regionIfOne(topology);
  return topology.resources
    .filter(({ key }) => into.get(key) === key)
    .map((resource, index): SceneNode => {
      const own = parts.get(resource.key) ?? [];
      const zones = zonesWith(resource, own);
      const region = resource.region ?? regionOfZones(topology, zones) ?? (resource.role === 'device' ? undefined : onlyRegion);
      const units = unitsWith(resource, own);
      const all = [resource.key, ...own.map(({ key }) => key)];
      return {
        id: `n${index}`,
        tier: tierOf(resource.role, region !== undefined || zones.size > 0),
        mark: markOf(resource.role),
        keys: [resource.key],
        names: [resource.ref.id],
        nouns: [resource.noun],
        parts: all.slice(1),
        ...(region === undefined ? {} : { region }),
        zones: lanes.filter((lane) => zones.has(lane)),
        ...(units === undefined ? {} : { units }),
        offers: [...new Set(all.flatMap((key) => offers.get(key) ?? []))],
        alone: all.some((key) => alone.has(key)),
      };
    });
}

/** Where a store made of parts stands is where its parts stand. */
function zonesWith(resource: TopologyResource, parts: readonly TopologyResource[]): ReadonlySet<string> {
  const carrying = parts.filter(({ role }) => role === 'mount' || role === 'member');
  const zones = new Set([...resource.zones, ...carrying.flatMap((part) => part.zones)]);
  return zones.size > 0 ? zones : new Set(parts.flatMap((part) => part.zones));
}

function unitsWith({ units }: TopologyResource, parts: readonly TopologyResource[]): number | undefined {
  const members = parts.filter((part) => part.role === 'member' && part.units !== undefined);
  if (units !== undefined || members.length === 0) return units;
  return members.reduce((sum, member) => sum + (member.units ?? 0), 0);
}

/** Reports made before resources named their region: with one region in all, that is it. */
function regionIfOne({ zones, resources }: Topology): string | undefined {
  if (resources.some(({ region }) => region !== undefined)) return undefined;
  const regions = new Set(zones.map(({ region }) => region));
  return regions.size === 1 ? [...regions][0] : undefined;
}

function regionOfZones({ zones }: Topology, labels: ReadonlySet<string>): string | undefined {
  const regions = new Set(zones.filter(({ label }) => labels.has(label)).map(({ region }) => region));
  return regions.size === 1 ? [...regions][0] : undefined;
}

const KINDS: Readonly<Record<string, EdgeKind>> = { hard: 'needs', member: 'needs', route: 'route' };
const STRENGTH: readonly EdgeKind[] = ['weak', 'route', 'needs'];

function edgesAmong({ dependencies }: Topology, nodeOf: ReadonlyMap<string, string>): SceneEdge[] {
  const edges = new Map<string, SceneEdge>();
  for (const { from, to, kind, because } of dependencies) {
    const [source, target] = [nodeOf.get(from), nodeOf.get(to)];
    if (source === undefined || target === undefined || source === target) continue;
    const edge: SceneEdge = { from: source, to: target, kind: KINDS[kind] ?? 'weak', because };
    const known = edges.get(`${source} ${target}`);
    if (known === undefined || STRENGTH.indexOf(edge.kind) > STRENGTH.indexOf(known.kind)) edges.set(`${source} ${target}`, edge);
  }
  return [...edges.values()];
}

/** Regions that hold something, each with the zones in which something stands or with which something is lost. */
function regionsOf(topology: Topology, nodes: readonly SceneNode[]): SceneRegion[] {
  const short = shortZoneLabels(topology.zones);
  const used = new Set(nodes.flatMap(({ zones }) => zones));
  const losing = new Set(topology.domains.flatMap(({ label, lost }) => (lost.length > 0 ? [label] : [])));
  const judged = new Set(topology.domains.map(({ label }) => label));
  const zones = topology.zones.filter(({ label }) => used.has(label) || losing.has(`zone ${label}`));
  const labels = new Set([...zones.map(({ region }) => region), ...nodes.flatMap(({ region }) => region ?? [])]);
  return [...labels].map((label) => ({
    label,
    judged: judged.has(`region ${label}`),
    loses: losing.has(`region ${label}`),
    zones: zones
      .filter(({ region }) => region === label)
      .map((zone) => ({
        label: zone.label,
        short: short.get(zone.label) ?? zone.label,
        unknown: zone.unknown,
        loses: losing.has(`zone ${zone.label}`),
      })),
  }));
}
