import type { NodeId } from '../fault-tree';
import { type Facts, referencesIn } from '../knowledge';
import { Unknown } from '../model';
import { isNextHop } from './forwarding';
import type { Network, Subnet } from './network';
import type { Subject } from './subject';
import type { FunctionSources, SystemFunction } from './system-function';

/** What makes a network more than an offer of subnets. */
const INHABITANTS: ReadonlySet<Facts['role']> = new Set(['compute', 'store', 'cache', 'member', 'mount', 'replication']);

/**
 * The ways out: one function per group that calls out of declared subnets, and one per network for all its subnets with
 * a way out, as far as something runs there, may run there, or the subnets are offered to others.
 */
export function egressFunctions(sources: FunctionSources): SystemFunction[] {
  const { subjects, network, units, model } = sources;
  const functions: SystemFunction[] = [];
  const calling = new Set<string>();
  /** Networks in which something runs, whether it calls out or not. */
  const inhabited = new Set<string | undefined>();
  for (const subject of subjects) {
    const { role, usesEgress } = subject.facts;
    if (INHABITANTS.has(role) && !isNextHop(sources, subject)) {
      for (const { subnet } of units.of(subject).places.places)
        if (subnet !== undefined) inhabited.add(network.networkOf(subnet));
    } else if (role === 'subnet-group') {
      for (const { resource } of referencesIn(subject.resource.properties)) inhabited.add(network.networkNamed(resource));
    }
    if (usesEgress !== true || subject.uncertain !== undefined) continue;
    const group = units.of(subject);
    if (group.count !== 'many' && !(group.count instanceof Unknown) && group.count < 1) continue;
    for (const { subnet } of group.places.places) if (subnet !== undefined) calling.add(subnet.id);
    const node = model.egressOf(subject);
    const { places, unknownLists } = group.places;
    const wantedIn = unknownLists.length > 0 ? {} : { wantedIn: new Set(places.map(({ zone }) => zone.index)) };
    if (node !== undefined) functions.push({ kind: 'egress', name: subject.resource.id, subject, node, ...wantedIn });
  }
  // A route into a table that is declared elsewhere serves subnets that cannot be seen: perhaps of its own zone only.
  for (const { route, via, table } of network.foreignRoutes()) {
    const way = model.formula.any([model.nodeOf(via), model.doubt(via, table)]);
    functions.push({ kind: 'egress', name: route.resource.id, subject: route, node: way });
  }
  const offered = new Set(subjects.system.offered.flatMap(({ value }) => referencesIn(value)).map(({ resource }) => resource));
  for (const [owner, subnets] of byNetwork(network)) {
    const isOpen = subnets.some((subnet) => !inhabited.has(network.networkOf(subnet)));
    const used = isOpen || subnets.some(({ id }) => calling.has(id) || offered.has(id));
    const ways = subnets.map((subnet) => model.routeOf(subnet)).filter((node): node is NodeId => node !== undefined);
    if (!used || ways.length === 0) continue;
    // A network in which nothing runs yet may be given subnets of other zones; of one that is lived in all subnets are there.
    const wantedIn = isOpen ? {} : { wantedIn: new Set(subnets.map(({ zone }) => zone.index)) };
    functions.push({ kind: 'egress', name: owner.resource.id, subject: owner, node: model.formula.any(ways), ...wantedIn });
  }
  return functions;
}

function byNetwork(network: Network): Map<Subject, Subnet[]> {
  const groups = new Map<string, { owner: Subject; subnets: Subnet[] }>();
  for (const subnet of network.declared()) {
    const id = network.networkOf(subnet) ?? '';
    const route = network.defaultRouteOf(subnet);
    if (route.kind !== 'via' || subnet.subject === undefined) continue;
    const group = groups.get(id) ?? { owner: network.ownerOf(subnet) ?? subnet.subject, subnets: [] };
    group.subnets.push(subnet);
    groups.set(id, group);
  }
  return new Map([...groups.values()].map(({ owner, subnets }) => [owner, subnets]));
}
