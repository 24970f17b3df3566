import type {
  Topology,
  TopologyDependency,
  TopologyDomain,
  TopologyFunction,
  TopologyResource,
  TopologyZone,
} from '../../lib/diagnostics';

const REGION = 'us-east-1';

export function aZone(name: string, changes: Partial<TopologyZone> = {}): TopologyZone {
  return { label: `${REGION}${name}`, region: REGION, unknown: false, ...changes };
}

/** `balancer Shop` becomes a resource with that role and id, in the zones that are named by their last letters. */
export function aResource(role: string, id: string, changes: Partial<TopologyResource> = {}): TopologyResource {
  return {
    key: `shop/${id}`,
    ref: { id, type: `Shop::${role}`, file: 'shop.yaml', line: 3, column: 3, stack: 'shop' },
    noun: role,
    role,
    region: REGION,
    zones: [],
    ...changes,
  };
}

/** The same resource in no region. */
export function outside({ region: _, ...resource }: TopologyResource): TopologyResource {
  return resource;
}

/** `Shop -> Db` as a dependency of the shop on its database. */
export function aNeed(text: string, kind: TopologyDependency['kind'] = 'hard'): TopologyDependency {
  const [from = '', to = ''] = text.split(' -> ');
  return { from: `shop/${from}`, to: `shop/${to}`, kind, because: `${from} needs ${to}` };
}

export function aFunction(id: string, kind: TopologyFunction['kind'] = 'serve'): TopologyFunction {
  return { kind, name: id, entry: `shop/${id}` };
}

export function aDomain(label: string, changes: Partial<TopologyDomain> = {}): TopologyDomain {
  const scope = label.startsWith('zone ') ? 'zone' : 'component';
  return { label, scope, stops: [], lost: [], unproven: [], capacityLeft: {}, ...changes };
}

/**
 * A shop in two zones: name, balancer, a group of two, its database in one zone, one NAT gateway, and the plumbing between
 * them.
 */
export function aShop(): Topology {
  const [a, b] = [aZone('a'), aZone('b')];
  const both = [a.label, b.label];
  return {
    zones: [a, b],
    resources: [
      outside(aResource('record', 'Name', { noun: 'DNS record' })),
      aResource('balancer', 'Front', { zones: both, noun: 'Application Load Balancer' }),
      aResource('pool', 'Targets', { noun: 'target group' }),
      aResource('compute', 'Checkout', { zones: both, units: 3, noun: 'Auto Scaling group' }),
      aResource('store', 'Orders', { zones: [a.label], units: 1, noun: 'database instance' }),
      aResource('address', 'NatAddress', { noun: 'Elastic IP address' }),
      aResource('nat', 'Nat', { zones: [a.label], noun: 'NAT gateway' }),
    ],
    dependencies: [
      aNeed('Name -> Front'),
      aNeed('Front -> Targets'),
      aNeed('Targets -> Checkout', 'member'),
      aNeed('Checkout -> Orders'),
      aNeed('Checkout -> Nat', 'route'),
      aNeed('Nat -> NatAddress'),
    ],
    functions: [aFunction('Name'), aFunction('Checkout', 'egress')],
    domains: [
      aDomain(`zone ${a.label}`, {
        stops: ['shop/Orders', 'shop/Nat', 'shop/Name', 'shop/Front', 'shop/Targets', 'shop/Checkout'],
        lost: ['Checkout', 'Name'],
        capacityLeft: { 'shop/Checkout': 1 / 3 },
      }),
      aDomain(`zone ${b.label}`, { capacityLeft: { 'shop/Checkout': 1 / 3 } }),
      aDomain('component Orders', { stops: ['shop/Orders', 'shop/Checkout', 'shop/Front', 'shop/Name'], lost: ['Name'] }),
    ],
  };
}
