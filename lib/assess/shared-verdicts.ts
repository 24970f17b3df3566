import type { Analysis } from '../analysis';
import { referencesIn } from '../knowledge';
import { addTo, append } from '../multimap';

/**
 * Which resources decide about verdicts together, in one world.
 *
 * A formula is AND, OR and at-least-k: below an AND whatever takes it away takes it away alone. So two resources matter
 * together only below a gate that stands the loss of some of its children, unless one changes what the other is needed for.
 * Resources without a part in the formula (routes, rules of firewalls, templates) count for those that they are tied to;
 * ties through a network are none, because everything has them.
 */
export class SharedVerdicts {
  private readonly parents: number[][];
  private readonly nodesOf = new Map<string, number[]>();
  private readonly neighbours: ReadonlyMap<string, ReadonlySet<string>>;
  /** Resources without a part in the formula that are tied to each other, by each of them. */
  private readonly tiedOf = new Map<string, Tied>();
  private readonly tiedTo = new Map<string, Set<Tied>>();
  private readonly needed: ReadonlySet<string>;
  private readonly indispensable: ReadonlySet<string>;

  /** @param sameNames - of a world in which every resource names the same others */
  constructor(
    private readonly analysis: Analysis,
    sameNames?: SharedVerdicts,
  ) {
    const { formula } = analysis.model;
    this.parents = Array.from({ length: formula.size }, () => []);
    for (let node = 0; node < formula.size; node++) {
      for (const child of formula.childrenOf(node)) this.parents[child]?.push(node);
      const key = analysis.model.meaningOf(node)?.subject.key;
      if (key !== undefined) append(this.nodesOf, key, node);
    }
    this.neighbours = sameNames?.neighbours ?? neighboursIn(analysis);
    this.tie();
    const roots = analysis.functions.map(({ node }) => node);
    this.needed = this.keysOf(reached(roots, (node) => formula.childrenOf(node)));
    this.indispensable = this.keysOf(reached(roots, (node) => (isRedundant(formula, node) ? [] : formula.childrenOf(node))));
  }

  /** Resources beside the given ones, and those below one redundancy with them. */
  beside(keys: Iterable<string>): Set<string> {
    const found = new Set<string>();
    const start: number[] = [];
    for (const key of keys) {
      found.add(key);
      for (const neighbour of this.neighbours.get(key) ?? []) found.add(neighbour);
      start.push(...(this.nodesOf.get(key) ?? []));
      for (const other of this.tiedOf.get(key)?.parts ?? []) start.push(...(this.nodesOf.get(other) ?? []));
    }
    const { formula } = this.analysis.model;
    const above = reached(start, (node) => this.parents[node] ?? []);
    const below = reached(
      [...above].filter((node) => isRedundant(formula, node)),
      (node) => formula.childrenOf(node),
    );
    for (const key of this.keysOf(below)) found.add(key);
    return found;
  }

  /** Resources that functions need, as far as they do not in another world, or there only as one of several. */
  neededSince(other: SharedVerdicts): Set<string> {
    const found = new Set<string>();
    for (const part of ['needed', 'indispensable'] as const)
      for (const key of this[part]) if (!other[part].has(key)) found.add(key);
    return found;
  }

  /** By key, each with what is tied to it. */
  private keysOf(nodes: ReadonlySet<number>): Set<string> {
    const found = new Set<string>();
    const tied = new Set<Tied>();
    for (const node of nodes) {
      const key = this.analysis.model.meaningOf(node)?.subject.key;
      if (key === undefined || found.has(key)) continue;
      found.add(key);
      for (const group of this.tiedTo.get(key) ?? []) tied.add(group);
    }
    for (const { members } of tied) for (const member of members) found.add(member);
    return found;
  }

  private tie(): void {
    for (const key of this.analysis.subjects.system.resources.keys()) {
      if (this.nodesOf.has(key) || this.tiedOf.has(key)) continue;
      const group: Tied = { members: new Set(), parts: new Set() };
      for (const member of reached([key], (each) => this.outsideFormula(each))) {
        group.members.add(member);
        this.tiedOf.set(member, group);
        for (const neighbour of this.neighbours.get(member) ?? []) {
          if (!this.nodesOf.has(neighbour)) continue;
          group.parts.add(neighbour);
          addTo(this.tiedTo, neighbour, group);
        }
      }
    }
  }

  private outsideFormula(key: string): readonly string[] {
    return [...(this.neighbours.get(key) ?? [])].filter((neighbour) => !this.nodesOf.has(neighbour));
  }
}

/** Resources without a part in the formula, and those with one that they are tied to. */
interface Tied {
  readonly members: Set<string>;
  readonly parts: Set<string>;
}

/** Who names whom, either way, without the networks that everything is in. */
function neighboursIn({ subjects, network }: Analysis): ReadonlyMap<string, ReadonlySet<string>> {
  const found = new Map<string, Set<string>>();
  const networks = new Set(network.declared().map((subnet) => network.networkOf(subnet)));
  const { resources } = subjects.system;
  for (const { key, properties } of resources.values()) {
    if (networks.has(key)) continue;
    for (const { resource } of referencesIn(properties)) {
      if (resource === key || networks.has(resource) || !resources.has(resource)) continue;
      addTo(found, key, resource);
      addTo(found, resource, key);
    }
  }
  return found;
}

/** Whether a gate stands the loss of some of its children. */
function isRedundant(formula: Analysis['model']['formula'], node: number): boolean {
  const children = formula.childrenOf(node);
  const total = formula.weightsOf(node)?.reduce((sum, weight) => sum + weight, 0) ?? children.length;
  return total > formula.requiredOf(node);
}

function reached<T>(from: Iterable<T>, next: (each: T) => Iterable<T>): ReadonlySet<T> {
  const found = new Set<T>(from);
  // The set grows while it is gone through.
  for (const each of found) for (const other of next(each)) found.add(other);
  return found;
}
