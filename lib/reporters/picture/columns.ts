import { type Scene, type SceneNode, TIERS, type Tier } from './scene';

/** Where a node stands in the grid. */
export interface Cell {
  readonly node: SceneNode;
  readonly column: number;
  /** Rows count from the top over all regions; {@link BESIDE} for what stands left or right of all regions. */
  readonly firstRow: number;
  readonly lastRow: number;
  /** Position among the cards of the same column and row. */
  readonly stacked: number;
}

/** A row of the grid: a zone, what a region runs in no zone, or what stands in no region. */
export interface Row {
  readonly region?: string;
  readonly zone?: string;
}

export interface Grid {
  readonly rows: readonly Row[];
  readonly cells: readonly Cell[];
  /** The tier of each column. */
  readonly columns: readonly Tier[];
}

export const BESIDE = -1;
/** Cards on top of one another before a second column is begun. */
const MOST_IN_ZONE = 3;
const MOST_IN_BAND = 5;
const MOST_BESIDE = 6;
/** A chain inside one tier is drawn over at most so many columns more. */
const MOST_DEPTH = 2;

type Span = readonly [first: number, last: number];

/** Gives every node a column by its tier and, within it, by what needs it there; never two nodes the same place. */
export function toGrid(scene: Scene): Grid {
  const rows = rowsOf(scene);
  const spanOf = spansIn(rows);
  const depthOf = depthsInTiers(scene);
  const columns: Tier[] = [];
  const cells = new Map<string, Cell>();
  const taken = new Map<string, number>();

  const fits = (column: number, [first, last]: Span): boolean => {
    const most = first === BESIDE ? MOST_BESIDE : rows[first]?.zone === undefined ? MOST_IN_BAND : MOST_IN_ZONE;
    for (let row = first; row <= last; row++) {
      const there = taken.get(`${column} ${row}`) ?? 0;
      if (first === last ? there >= most : there > 0) return false;
    }
    return true;
  };
  for (const { tier, nodes } of stagesOf(scene)) {
    const base = columns.length;
    nodes.sort(
      (a, b) =>
        depthOf(a) - depthOf(b) ||
        length(spanOf(b)) - length(spanOf(a)) ||
        leaning(a, scene) - leaning(b, scene) ||
        spanOf(a)[0] - spanOf(b)[0],
    );
    for (const node of nodes) {
      const span = spanOf(node);
      let column = base + depthOf(node);
      while (!fits(column, span)) column++;
      const [firstRow, lastRow] = span;
      const stacked = firstRow === lastRow ? (taken.get(`${column} ${firstRow}`) ?? 0) : 0;
      for (let row = firstRow; row <= lastRow; row++) {
        taken.set(`${column} ${row}`, firstRow === lastRow ? stacked + 1 : Number.POSITIVE_INFINITY);
      }
      cells.set(node.id, { node, column, firstRow, lastRow, stacked });
      while (columns.length <= column) columns.push(tier);
    }
  }
  return withoutEmptyColumns({ rows, columns, cells: scene.nodes.flatMap(({ id }) => cells.get(id) ?? []) });
}

interface Stage {
  readonly tier: Tier;
  readonly nodes: SceneNode[];
}

/**
 * Tiers in the order of traffic. A balancer that a program needs begins balancing and compute anew behind that program, so
 * that a web tier in front of an application tier reads from left to right.
 */
function stagesOf(scene: Scene): Stage[] {
  const waveOf = wavesIn(scene);
  const inTier = (tier: Tier, wave?: number) =>
    scene.nodes.filter((node) => node.tier === tier && (wave === undefined || waveOf(node) === wave));
  const waves = Array.from({ length: MOST_WAVES + 1 }, (_, wave) => wave);
  return TIERS.flatMap((tier): Stage[] => {
    if (tier === 'compute') return [];
    if (tier !== 'balancing') return [{ tier, nodes: inTier(tier) }];
    return waves.flatMap((wave) =>
      (['balancing', 'compute'] as const).map((each) => ({ tier: each, nodes: inTier(each, wave) })),
    );
  });
}

const MOST_WAVES = 3;

/** How often traffic has been balanced anew before it reaches a balancer or a program. */
function wavesIn({ nodes, edges }: Scene): (node: SceneNode) => number {
  const tierOf = new Map(nodes.map(({ id, tier }) => [id, tier]));
  const waves = new Map<string, number>();
  for (let round = 0; round < 2 * MOST_WAVES; round++) {
    for (const { from, to, kind } of edges) {
      const [source, target] = [tierOf.get(from), tierOf.get(to)];
      if (kind !== 'needs' || source === undefined || (target !== 'balancing' && target !== 'compute')) continue;
      const anew = source === 'compute' && target === 'balancing' ? 1 : 0;
      waves.set(to, Math.max(waves.get(to) ?? 0, Math.min(MOST_WAVES, (waves.get(from) ?? 0) + anew)));
    }
  }
  return ({ id }) => waves.get(id) ?? 0;
}

/** What needs more than needs it stands further right, nearer to what it needs. */
function leaning({ id }: SceneNode, { edges }: Scene): number {
  return edges.filter(({ from }) => from === id).length - edges.filter(({ to }) => to === id).length;
}

const length = ([first, last]: Span) => last - first;

/** Ways in and other sites that are in no region stand beside the regions and need no row of their own. */
function isBeside({ tier, region, zones }: SceneNode): boolean {
  return (tier === 'edge' || tier === 'site') && region === undefined && zones.length === 0;
}

function rowsOf({ regions, nodes }: Scene): Row[] {
  const rows: Row[] = [];
  for (const { label, zones } of regions) {
    rows.push(...zones.map((zone) => ({ region: label, zone: zone.label })));
    const wide = nodes.some((node) => node.region === label && node.zones.length === 0);
    if (wide || zones.length === 0) rows.push({ region: label });
  }
  const apart = nodes.some((node) => node.region === undefined && node.zones.length === 0 && !isBeside(node));
  return apart || rows.length === 0 ? [...rows, {}] : rows;
}

function spansIn(rows: readonly Row[]): (node: SceneNode) => Span {
  const zoneRow = new Map(rows.flatMap(({ zone }, index) => (zone === undefined ? [] : [[zone, index] as const])));
  const bandRow = new Map(rows.flatMap(({ region, zone }, index) => (zone === undefined ? [[region, index] as const] : [])));
  return (node) => {
    if (isBeside(node)) return [BESIDE, BESIDE];
    const own = node.zones.flatMap((zone) => zoneRow.get(zone) ?? []);
    if (own.length > 0) return [Math.min(...own), Math.max(...own)];
    const row = bandRow.get(node.region) ?? bandRow.get(undefined) ?? 0;
    return [row, row];
  };
}

/** The longest chain of needs that leads to a node inside its tier; a circle ends where the chain is long enough. */
function depthsInTiers({ nodes, edges }: Scene): (node: SceneNode) => number {
  const tierOf = new Map(nodes.map(({ id, tier }) => [id, tier]));
  const inside = edges.filter(({ from, to, kind }) => kind === 'needs' && tierOf.get(from) === tierOf.get(to));
  const depths = new Map<string, number>();
  for (let round = 0; round < MOST_DEPTH; round++) {
    for (const { from, to } of inside) {
      depths.set(to, Math.max(depths.get(to) ?? 0, Math.min(MOST_DEPTH, (depths.get(from) ?? 0) + 1)));
    }
  }
  return ({ id }) => depths.get(id) ?? 0;
}

function withoutEmptyColumns({ rows, columns, cells }: Grid): Grid {
  const used = [...new Set(cells.map(({ column }) => column))].sort((a, b) => a - b);
  const newColumn = new Map(used.map((column, index) => [column, index]));
  return {
    rows,
    columns: used.flatMap((column) => columns[column] ?? []),
    cells: cells.map((cell) => ({ ...cell, column: newColumn.get(cell.column) ?? 0 })),
  };
}
