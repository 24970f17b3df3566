import type { Cell, Grid } from './columns';
import type { Extent, Heights } from './rows';
import type { SceneEdge } from './scene';

/** The way of one edge through the grid, before columns have their width. */
export interface Way {
  readonly edge: SceneEdge;
  /** Where it leaves the dependent and enters the dependency. */
  readonly start: number;
  readonly end: number;
  /** Channel `c` lies left of column `c`. Equal when one vertical is enough. */
  readonly first: number;
  readonly last: number;
  /** Height between the channels: of the start, of the end, or of a gutter. */
  readonly between: 'start' | 'end' | number;
}

/** Lines leave a card a little below where they enter one, so that an end and a beginning never look like one line. */
const PORT_IN = 20;
const PORT_OUT = 32;
const CLEAR = 4;
/** What a turn into a gutter costs, in pixels of way. */
const TURN = 24;

/** Finds for every edge a way that crosses no card: straight where it can be, else through the gutters between rows. */
export function toWays(grid: Grid, edges: readonly SceneEdge[], { cards, gutters }: Heights): Way[] {
  const cellOf = new Map(grid.cells.map((cell) => [cell.node.id, cell]));
  const inColumn = new Map<number, Extent[]>();
  for (const { node, column } of grid.cells) {
    const extent = cards.get(node.id);
    if (extent !== undefined) inColumn.set(column, [...(inColumn.get(column) ?? []), extent]);
  }
  const isFree = (y: number, from: Cell, to: Cell): boolean => {
    const [low, high] = [Math.min(from.column, to.column), Math.max(from.column, to.column)];
    for (let column = low + 1; column < high; column++) {
      if (inColumn.get(column)?.some(({ top, bottom }) => y > top - CLEAR && y < bottom + CLEAR) === true) return false;
    }
    return true;
  };
  return edges.flatMap((edge): Way[] => {
    const [from, to] = [cellOf.get(edge.from), cellOf.get(edge.to)];
    const [source, target] = [cards.get(edge.from), cards.get(edge.to)];
    if (from === undefined || to === undefined || source === undefined || target === undefined) return [];
    const forward = from.column <= to.column;
    const first = forward ? from.column + 1 : from.column;
    const last = from.column === to.column ? first : forward ? to.column : to.column + 1;
    const level = from.column === to.column ? undefined : levelOf(source, target);
    if (level !== undefined && isFree(level, from, to))
      return [{ edge, start: level, end: level, first, last: first, between: 'start' }];
    const [start, end] = [source.top + PORT_OUT, target.top + PORT_IN];
    if (first === last) return [{ edge, start, end, first, last, between: 'start' }];
    const candidates: { between: Way['between']; y: number; cost: number }[] = [
      { between: 'start' as const, y: start, cost: 0 },
      { between: 'end' as const, y: end, cost: 0 },
      ...gutters.map((y, index) => ({ between: index, y, cost: TURN })),
    ].map(({ between, y, cost }) => ({ between, y, cost: cost + Math.abs(start - y) + Math.abs(y - end) }));
    candidates.sort((a, b) => a.cost - b.cost);
    const best = candidates.find(({ y }) => isFree(y, from, to));
    return [{ edge, start, end, first, last, between: best?.between ?? grid.rows.length }];
  });
}

/** A height at which one straight line joins both cards; undefined when they have none in common. */
function levelOf(source: Extent, target: Extent): number | undefined {
  const y = Math.max(source.top, target.top) + PORT_IN;
  return y + CLEAR <= Math.min(source.bottom, target.bottom) ? y : undefined;
}
