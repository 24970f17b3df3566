import type { Topology } from '../../diagnostics';
import { type Grid, toGrid } from './columns';
import { channelTracks, gutterTracks, placeEdges, toLines } from './lines';
import { CARD_WIDTH, LANE_HEAD, MARGIN, type Picture, type PlacedCard, type PlacedLane, TRACK } from './picture';
import { toWays, type Way } from './route';
import { type Heights, stripsOf, toHeights } from './rows';
import type { Tier } from './scene';
import { toScene } from './to-scene';

/** Least room between two columns. */
const CHANNEL = 28;

/** The picture of a topology. Equal topologies give equal pictures; no two cards overlap and no line crosses a card. */
export function toPicture(topology: Topology): Picture {
  const scene = toScene(topology);
  const grid = toGrid(scene);
  const rough = toHeights(grid, scene.edges, []);
  const ways = toWays(grid, scene.edges, rough);
  const gutters = gutterTracks(ways, grid);
  const heights = toHeights(
    grid,
    scene.edges,
    gutters.map(({ count }) => count),
  );
  // Heights have moved, but no card has passed another: the ways stay, with new ends.
  const settled = toWays(grid, scene.edges, heights).map((way, index): Way => {
    const { between, first, last } = ways[index] ?? way;
    return { ...way, between, first, last };
  });
  const lines = toLines(settled, heights, gutters);
  const channels = channelTracks(lines, grid.columns.length + 1);
  const xs = toColumns(
    grid,
    channels.map(({ count }) => count),
  );
  const cards = placeCards(grid, heights, xs);
  return {
    width: xs.width,
    height: heights.bottom,
    scene,
    headings: headingsOf(grid.columns, xs),
    regions: scene.regions.flatMap((region) => {
      const { top, bottom } = heights.regions.get(region.label) ?? {};
      if (top === undefined || bottom === undefined) return [];
      return [{ region, x: xs.left, y: top, width: xs.right - xs.left, height: bottom - top }];
    }),
    lanes: grid.rows.map((row, index) => placeLane(row, index)),
    cards,
    edges: placeEdges(lines, cards, channels, xs.channel),
  };

  function placeLane({ region, zone }: Grid['rows'][number], index: number): PlacedLane {
    const { top, bottom } = heights.lanes[index] ?? { top: 0, bottom: 0 };
    const found = scene.regions.find(({ label }) => label === region)?.zones.find(({ label }) => label === zone);
    return {
      ...(region === undefined ? {} : { region }),
      ...(found === undefined ? {} : { zone: found }),
      x: xs.left + MARGIN / 2,
      y: top,
      width: xs.right - xs.left - MARGIN,
      height: bottom - top,
    };
  }
}

interface Columns {
  /** Left edge of each column. */
  readonly at: readonly number[];
  /** First track of each channel. */
  readonly channel: readonly number[];
  /** Edges of the region boxes. */
  readonly left: number;
  readonly right: number;
  readonly width: number;
}

function toColumns({ columns }: Grid, tracks: readonly number[]): Columns {
  const at: number[] = [];
  const channel: number[] = [];
  let x = MARGIN;
  let left: number | undefined;
  let right: number | undefined;
  for (const [index, tier] of columns.entries()) {
    const room = (tracks[index] ?? 0) * TRACK;
    if (tier !== 'edge' && tier !== 'site' && left === undefined) {
      channel.push(x + MARGIN);
      left = index === 0 ? x : x + room + MARGIN * 1.5;
      x = left + MARGIN / 2 + LANE_HEAD;
    } else if (tier === 'site' && right === undefined) {
      right = x + MARGIN;
      left ??= right;
      channel.push(right + MARGIN);
      x = right + room + MARGIN * 2;
    } else if (index > 0) {
      channel.push(x + (CHANNEL - TRACK) / 2);
      x += Math.max(CHANNEL, room + CHANNEL - TRACK);
    } else channel.push(x);
    at.push(x);
    x += CARD_WIDTH;
  }
  // A line from the last column to itself turns to the right of it.
  channel.push(x + MARGIN);
  const beyond = (tracks[columns.length] ?? 0) * TRACK;
  right ??= x + MARGIN + (beyond === 0 ? 0 : beyond + MARGIN);
  return { at, channel, left: left ?? MARGIN, right, width: Math.max(right, x + beyond) + MARGIN };
}

function placeCards(grid: Grid, heights: Heights, { at }: Columns): PlacedCard[] {
  return grid.cells.map((cell): PlacedCard => {
    const { top, bottom } = heights.cards.get(cell.node.id) ?? { top: 0, bottom: 0 };
    return {
      node: cell.node,
      x: at[cell.column] ?? 0,
      y: top,
      width: CARD_WIDTH,
      height: bottom - top,
      strips: stripsOf(cell, grid, heights),
    };
  });
}

function headingsOf(columns: readonly Tier[], { at }: Columns): Picture['headings'] {
  const headings: { tier: Tier; x: number; width: number }[] = [];
  for (const [index, tier] of columns.entries()) {
    const x = at[index] ?? 0;
    const last = headings.at(-1);
    if (last?.tier === tier) last.width = x + CARD_WIDTH - last.x;
    else headings.push({ tier, x, width: CARD_WIDTH });
  }
  return headings;
}
