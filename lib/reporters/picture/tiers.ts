import type { Tier } from './scene';

/** Where each role stands and what it is drawn with. Roles that are not here stand with compute, under a plain mark. */
const PLACES: Readonly<Record<string, readonly [Tier, string]>> = {
  record: ['edge', 'record'],
  entry: ['edge', 'entry'],
  address: ['edge', 'address'],
  balancer: ['balancing', 'balancer'],
  pool: ['balancing', 'pool'],
  compute: ['compute', 'compute'],
  cluster: ['compute', 'cluster'],
  interface: ['compute', 'interface'],
  queue: ['data', 'queue'],
  cache: ['data', 'cache'],
  store: ['data', 'store'],
  member: ['data', 'store'],
  mount: ['data', 'store'],
  replication: ['data', 'replication'],
  nat: ['ways', 'nat'],
  endpoint: ['ways', 'endpoint'],
  'appliance-endpoint': ['ways', 'appliance'],
  gateway: ['ways', 'gateway'],
  attachment: ['ways', 'hub'],
  hub: ['ways', 'hub'],
  link: ['ways', 'link'],
  device: ['site', 'device'],
};

/** The column of a role. A regional entry (an API) is drawn beside the balancers, inside its region. */
export function tierOf(role: string, inRegion: boolean): Tier {
  const tier = PLACES[role]?.[0] ?? 'compute';
  if (tier === 'edge' && inRegion) return 'balancing';
  return tier === 'site' && inRegion ? 'ways' : tier;
}

export function markOf(role: string): string {
  return PLACES[role]?.[1] ?? 'other';
}

/** Roles that carry nothing a reader of the picture looks for, unless a function or a loss hangs on one of them. */
export const PLUMBING: ReadonlySet<string> = new Set([
  ...['network', 'subnet', 'subnet-group', 'route-table', 'security-group'],
  ...['template', 'configuration', 'operations', 'identity', 'deployment'],
]);
