import type { SceneEdge, SceneNode } from './scene';

/** How alike nodes must be to share one card, by how many nodes there would be otherwise. */
interface Likeness {
  /** Used when more nodes than this are left. */
  readonly above: number;
  /** Least size of a group. */
  readonly from: (node: SceneNode) => number;
  readonly signature: (node: SceneNode, neighbours: string) => string;
}

const place = ({ tier, mark, region, zones }: SceneNode) => [tier, mark, region ?? '', ...zones];

const STEPS: readonly Likeness[] = [
  {
    above: 0,
    // Two records of one name (A and AAAA) say the same thing twice.
    from: ({ tier }) => (tier === 'edge' ? 2 : 3),
    signature: (node, neighbours) =>
      text([...place(node), ...node.nouns, node.units ?? '', node.alone, ...node.offers, neighbours]),
  },
  { above: 40, from: () => 2, signature: (node) => text([...place(node), ...node.nouns, node.alone]) },
  { above: 60, from: () => 2, signature: (node) => text([...place(node), node.alone]) },
  { above: 80, from: () => 2, signature: (node) => text([node.tier, node.region ?? '', ...node.zones]) },
];

/** Draws alike nodes as one card, more boldly the more nodes there are, so that a picture of 500 resources stays legible. */
export function groupAlike(
  nodes: readonly SceneNode[],
  edges: readonly SceneEdge[],
): { readonly nodes: readonly SceneNode[]; readonly edges: readonly SceneEdge[] } {
  let current = { nodes, edges };
  for (const step of STEPS) {
    if (current.nodes.length <= step.above) break;
    current = grouped(current.nodes, current.edges, step);
  }
  return current;
}

function grouped(nodes: readonly SceneNode[], edges: readonly SceneEdge[], { from, signature }: Likeness) {
  const around = neighbourhoods(edges);
  const groups = new Map<string, SceneNode[]>();
  for (const node of nodes) {
    const key = signature(node, around(node.id));
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [node]);
    else group.push(node);
  }
  const standsFor = new Map<string, string>();
  const kept: SceneNode[] = [];
  for (const group of groups.values()) {
    const [first] = group;
    if (first === undefined) continue;
    if (group.length < from(first)) kept.push(...group);
    else kept.push(merged(first, group));
    for (const node of group) standsFor.set(node.id, group.length < from(first) ? node.id : first.id);
  }
  const order = new Map(nodes.map(({ id }, index) => [id, index]));
  kept.sort((a, b) => (order.get(a.id) ?? 0) - (order.get(b.id) ?? 0));
  return { nodes: kept, edges: redirected(edges, standsFor) };
}

function merged(first: SceneNode, group: readonly SceneNode[]): SceneNode {
  const { units: _, ...rest } = first;
  const counts = group.flatMap(({ units }) => units ?? []);
  return {
    ...rest,
    keys: group.flatMap(({ keys }) => keys),
    names: group.flatMap(({ names }) => names),
    nouns: [...new Set(group.flatMap(({ nouns }) => nouns))],
    parts: group.flatMap(({ parts }) => parts),
    ...(counts.length < group.length ? {} : { units: counts.reduce((sum, count) => sum + count, 0) }),
    offers: [...new Set(group.flatMap(({ offers }) => offers))],
    alone: group.some(({ alone }) => alone),
  };
}

function redirected(edges: readonly SceneEdge[], standsFor: ReadonlyMap<string, string>): SceneEdge[] {
  const unique = new Map<string, SceneEdge>();
  for (const edge of edges) {
    const moved = { ...edge, from: standsFor.get(edge.from) ?? edge.from, to: standsFor.get(edge.to) ?? edge.to };
    const key = `${moved.from} ${moved.to}`;
    const known = unique.get(key);
    if (moved.from !== moved.to && (known === undefined || (known.kind !== 'needs' && moved.kind === 'needs')))
      unique.set(key, moved);
  }
  return [...unique.values()];
}

function neighbourhoods(edges: readonly SceneEdge[]): (id: string) => string {
  const around = new Map<string, string[]>();
  const note = (id: string, word: string) => around.set(id, [...(around.get(id) ?? []), word]);
  for (const { from, to, kind } of edges) {
    note(from, `>${kind}${to}`);
    note(to, `<${kind}${from}`);
  }
  return (id) => (around.get(id) ?? []).sort().join(' ');
}

function text(parts: readonly unknown[]): string {
  return JSON.stringify(parts);
}
