import { BESIDE, type Cell, type Grid } from './columns';
import { CARD_HEAD, GAP, LANE_PAD, MARGIN, STRIP, type Strip, TRACK } from './picture';
import type { SceneEdge, SceneNode } from './scene';

/** Vertical extent of something. */
export interface Extent {
  readonly top: number;
  readonly bottom: number;
}

export interface Heights {
  readonly lanes: readonly Extent[];
  readonly cards: ReadonlyMap<string, Extent>;
  /** Gutter `i` runs above row `i`; the last one below all rows. Middle of its first track. */
  readonly gutters: readonly number[];
  readonly regions: ReadonlyMap<string | undefined, Extent>;
  readonly bottom: number;
}

const HEADINGS = 34;
const REGION_HEAD = 30;
const REGION_GAP = 20;
const LANE_GAP = 8;

/** Puts rows below one another and cards into them, with room for so many lines in the gutter above each row. */
export function toHeights({ rows, cells }: Grid, edges: readonly SceneEdge[], tracks: readonly number[]): Heights {
  const lanes: Extent[] = [];
  const gutters: number[] = [];
  const regions = new Map<string | undefined, Extent>();
  const heights = rowHeights(rows.length, cells);
  let y = HEADINGS;
  for (const [index, { region }] of rows.entries()) {
    const begins = index === 0 || rows[index - 1]?.region !== region;
    if (begins && index > 0) y += MARGIN + REGION_GAP;
    const regionTop = begins ? y : (regions.get(region)?.top ?? y);
    if (begins) y += REGION_HEAD;
    const room = gutterRoom(tracks[index] ?? 0, LANE_GAP);
    gutters.push(y + (tracks[index] === undefined || tracks[index] === 0 ? room / 2 : TRACK));
    y += begins && (tracks[index] ?? 0) === 0 ? 0 : room;
    const bottom = y + (heights[index] ?? 0);
    lanes.push({ top: y, bottom });
    y = bottom;
    const below = index === rows.length - 1 ? (tracks[rows.length] ?? 0) : 0;
    regions.set(region, { top: regionTop, bottom: bottom + (below === 0 ? MARGIN : gutterRoom(below, 0)) });
  }
  gutters.push(y + TRACK);
  const bottom = y + MARGIN + gutterRoom(tracks[rows.length] ?? 0, MARGIN);
  const inside = new Map(
    cells.filter(({ firstRow }) => firstRow !== BESIDE).map((cell) => [cell.node.id, extentOf(cell, lanes, cells)]),
  );
  const cards = new Map([...inside, ...besideExtents(cells, edges, inside, bottom)]);
  return { lanes, cards, gutters, regions, bottom: Math.max(bottom, ...[...cards.values()].map((card) => card.bottom + MARGIN)) };
}

function gutterRoom(tracks: number, least: number): number {
  return tracks === 0 ? least : (tracks + 1) * TRACK;
}

/** A lane holds its highest stack of cards; of a card over several lanes, the first holds its head. */
function rowHeights(count: number, cells: readonly Cell[]): number[] {
  const heights = Array.from({ length: count }, () => STRIP + 2 * LANE_PAD);
  const stacks = new Map<string, number>();
  for (const { node, column, firstRow, lastRow } of cells) {
    if (firstRow === BESIDE) continue;
    const key = `${column} ${firstRow}`;
    const height = firstRow === lastRow ? cardHeight(node) : CARD_HEAD + STRIP;
    const stack = (stacks.get(key) ?? -GAP) + GAP + height;
    stacks.set(key, stack);
    heights[firstRow] = Math.max(heights[firstRow] ?? 0, stack + 2 * LANE_PAD);
  }
  return heights;
}

function cardHeight(node: SceneNode): number {
  return CARD_HEAD + (node.units === undefined ? 0 : STRIP);
}

function extentOf(cell: Cell, lanes: readonly Extent[], cells: readonly Cell[]): Extent {
  const above = cells.filter(
    ({ column, firstRow, stacked }) => column === cell.column && firstRow === cell.firstRow && stacked < cell.stacked,
  );
  const top = above.reduce((y, { node }) => y + cardHeight(node) + GAP, (lanes[cell.firstRow]?.top ?? 0) + LANE_PAD);
  if (cell.firstRow === cell.lastRow) return { top, bottom: top + cardHeight(cell.node) };
  return { top, bottom: (lanes[cell.lastRow]?.bottom ?? top) - LANE_PAD };
}

/** Cards beside the regions stand as near as they can to what they lead to, or to what leads to them. */
function besideExtents(
  cells: readonly Cell[],
  edges: readonly SceneEdge[],
  inside: ReadonlyMap<string, Extent>,
  bottom: number,
): ReadonlyMap<string, Extent> {
  const placed = new Map<string, Extent>(inside);
  const columns = new Map<number, Cell[]>();
  for (const cell of cells) {
    if (cell.firstRow === BESIDE) columns.set(cell.column, [...(columns.get(cell.column) ?? []), cell]);
  }
  // The columns nearest to the regions first, so that the others can stand by them.
  const order = [...columns].sort(([a, [one]], [b]) => (one?.node.tier === 'edge' ? b - a : a - b));
  for (const [, column] of order) {
    const wished = column.map(({ node }) => ({
      node,
      top: wishedTop(node, edges, placed) ?? (HEADINGS + bottom) / 2 - CARD_HEAD,
    }));
    wished.sort((a, b) => a.top - b.top);
    let next = HEADINGS + GAP;
    for (const { node, top } of wished) {
      const at = Math.max(next, top);
      placed.set(node.id, { top: at, bottom: at + cardHeight(node) });
      next = at + cardHeight(node) + GAP;
    }
  }
  return new Map([...placed].filter(([id]) => !inside.has(id)));
}

function wishedTop(node: SceneNode, edges: readonly SceneEdge[], placed: ReadonlyMap<string, Extent>): number | undefined {
  const tops = edges.flatMap(({ from, to }) => {
    const other = from === node.id ? to : to === node.id ? from : undefined;
    return other === undefined ? [] : (placed.get(other)?.top ?? []);
  });
  return tops.length === 0 ? undefined : Math.round(tops.reduce((sum, top) => sum + top, 0) / tops.length);
}

/** The strips of a card: one per zone it spans, or one for units in no zone. */
export function stripsOf(cell: Cell, grid: Grid, { lanes, cards }: Heights): Strip[] {
  const { node, firstRow, lastRow } = cell;
  const extent = cards.get(node.id);
  if (extent === undefined) return [];
  if (firstRow === lastRow) {
    if (node.units === undefined) return [];
    const zone = grid.rows[firstRow]?.zone;
    return [
      {
        ...(zone === undefined ? {} : { zone }),
        y: extent.bottom - STRIP / 2 - 4,
        present: true,
        units: [node.units, node.units],
      },
    ];
  }
  const strips: Strip[] = [];
  for (let row = firstRow; row <= lastRow; row++) {
    const zone = grid.rows[row]?.zone;
    const lane = lanes[row];
    if (zone === undefined || lane === undefined) continue;
    const present = node.zones.includes(zone);
    const units = present && node.units !== undefined ? evenShare(node.units, node.zones.length) : undefined;
    const top = row === firstRow ? extent.top + CARD_HEAD : lane.top;
    const bottom = row === lastRow ? extent.bottom : lane.bottom;
    const y = row === firstRow ? top + STRIP / 2 - 4 : (top + bottom) / 2;
    strips.push({ zone, y, present, ...(units === undefined ? {} : { units }) });
  }
  return strips;
}

/** Units in one of so many places, at least and at most, when they are spread evenly. */
function evenShare(units: number, places: number): readonly [number, number] {
  return [Math.floor(units / places), Math.ceil(units / places)];
}
