import type { Topology, TopologyResource } from '../../diagnostics';
import { PLUMBING } from './tiers';

/** Which resources a picture shows, and which it folds into another because they are parts of it. */
export interface Folded {
  /** Resource key to the key of the one that stands for it; absent for what is left out. */
  readonly into: ReadonlyMap<string, string>;
}

/** Neighbours of a resource, in both directions. */
interface Neighbours {
  readonly members: readonly string[];
  readonly owners: readonly string[];
  readonly all: readonly string[];
  readonly dependents: readonly string[];
  /** What it cannot serve without. */
  readonly needs: readonly string[];
}

/** Roles whose one unit of meaning is the thing they belong to. */
const PART_OF: Readonly<Record<string, readonly string[]>> = {
  address: ['nat', 'interface', 'compute', 'balancer', 'link', 'device'],
  interface: ['compute'],
  attachment: ['hub'],
};

/** Roles that say nothing when nothing is linked to them. */
const UNLESS_LINKED: ReadonlySet<string> = new Set(['gateway', 'cluster', 'address']);

/**
 * Folds addresses into what has them, interfaces into machines, mount targets and cluster members into their store, a pool
 * into what serves it, links into their hub; leaves out plumbing on which neither a function nor a loss hangs.
 */
export function foldPlumbing(topology: Topology, important: ReadonlySet<string>): Folded {
  const byKey = new Map(topology.resources.map((resource) => [resource.key, resource]));
  const neighbours = neighboursIn(topology);
  const target = new Map<string, string>();
  for (const resource of topology.resources) {
    const owner = ownerOf(resource, neighbours(resource.key), byKey);
    // Of a circle of parts, one must stay whole.
    if (owner !== undefined && rootOf(owner, target) !== resource.key) target.set(resource.key, owner);
  }
  const into = new Map<string, string>();
  for (const resource of topology.resources) {
    const root = rootOf(resource.key, target);
    const shown = byKey.get(root);
    if (shown === undefined) continue;
    const lonely = UNLESS_LINKED.has(shown.role) ? neighbours(root).all.length === 0 : PLUMBING.has(shown.role);
    if (!lonely || important.has(root)) into.set(resource.key, root);
  }
  return { into };
}

function ownerOf(
  { role }: TopologyResource,
  { members, owners, all, dependents, needs }: Neighbours,
  byKey: ReadonlyMap<string, TopologyResource>,
): string | undefined {
  const roleOf = (key: string) => byKey.get(key)?.role ?? '';
  if (role === 'mount' || role === 'member' || role === 'link') return owners[0];
  if (role === 'pool' || role === 'cluster') {
    if (members.length === 1) return members[0];
    return dependents.length === 1 ? dependents[0] : undefined;
  }
  // What only passes on what it is asked is part of the way to the first thing behind it.
  if (PLUMBING.has(role) && dependents.length > 0 && needs.length > 0) return needs[0];
  const wholes = PART_OF[role];
  return wholes === undefined ? undefined : all.find((key) => wholes.includes(roleOf(key)));
}

/** Follows the parts to the whole. */
function rootOf(key: string, target: ReadonlyMap<string, string>): string {
  let at = key;
  for (let next = target.get(at); next !== undefined; next = target.get(at)) at = next;
  return at;
}

function neighboursIn({ dependencies }: Topology): (key: string) => Neighbours {
  const members = new Map<string, string[]>();
  const owners = new Map<string, string[]>();
  const all = new Map<string, string[]>();
  const dependents = new Map<string, string[]>();
  const needs = new Map<string, string[]>();
  for (const { from, to, kind } of dependencies) {
    if (from === to) continue;
    push(all, from, to);
    push(all, to, from);
    push(dependents, to, from);
    if (kind === 'hard') push(needs, from, to);
    if (kind !== 'member') continue;
    push(members, from, to);
    push(owners, to, from);
  }
  return (key) => ({
    members: members.get(key) ?? [],
    owners: owners.get(key) ?? [],
    all: all.get(key) ?? [],
    dependents: dependents.get(key) ?? [],
    needs: needs.get(key) ?? [],
  });
}

function push(lists: Map<string, string[]>, key: string, value: string): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [value]);
  else if (!list.includes(value)) list.push(value);
}
