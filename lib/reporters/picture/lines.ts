import type { Grid } from './columns';
import { type PlacedCard, type PlacedEdge, TRACK } from './picture';
import type { Way } from './route';
import type { Heights } from './rows';
import { type Tracks, toTracks } from './tracks';

/** The tracks of every gutter: lines to one dependency share one. */
export function gutterTracks(ways: readonly Way[], { rows }: Grid): Tracks[] {
  return Array.from({ length: rows.length + 1 }, (_, gutter) => {
    const inGutter = ways.filter(({ between }) => between === gutter);
    return toTracks(
      inGutter.map(({ edge, first, last }) => ({ key: edge.to, from: first, to: last })),
      1,
    );
  });
}

/** A way with the verticals it needs: none where it is level, one in one channel, up to two otherwise. */
export interface Line {
  readonly way: Way;
  readonly level: number;
  readonly verticals: readonly { readonly channel: number; readonly key: string; readonly from: number; readonly to: number }[];
}

/** Lines from one dependent share a vertical where they leave it, lines to one dependency where they reach it. */
export function toLines(ways: readonly Way[], { gutters }: Heights, tracks: readonly Tracks[]): Line[] {
  const ends = new Map<string, number>();
  const count = (key: string) => ends.set(key, (ends.get(key) ?? 0) + 1);
  for (const { edge, first, last, start, end } of ways) {
    if (first !== last || start === end) continue;
    count(`to ${edge.to} ${first}`);
    count(`from ${edge.from} ${first}`);
  }
  const more = (a: string, b: string) => (ends.get(a) ?? 0) > (ends.get(b) ?? 0);
  return ways.map((way): Line => {
    const { edge, first, last, start, end, between } = way;
    const [leave, reach] = [`from ${edge.from}`, `to ${edge.to}`];
    if (first === last) {
      const key = more(`${reach} ${first}`, `${leave} ${first}`) ? reach : leave;
      return { way, level: start, verticals: start === end ? [] : [{ channel: first, key, from: start, to: end }] };
    }
    const inGutter = typeof between === 'number' ? (gutters[between] ?? 0) + (tracks[between]?.of.get(edge.to) ?? 0) * TRACK : 0;
    const level = between === 'start' ? start : between === 'end' ? end : inGutter;
    return {
      way,
      level,
      verticals: [
        ...(start === level ? [] : [{ channel: first, key: leave, from: start, to: level }]),
        ...(end === level ? [] : [{ channel: last, key: reach, from: level, to: end }]),
      ],
    };
  });
}

export function channelTracks(lines: readonly Line[], channels: number): Tracks[] {
  const verticals = lines.flatMap((line) => line.verticals);
  return Array.from({ length: channels }, (_, channel) =>
    toTracks(
      verticals.filter((vertical) => vertical.channel === channel),
      TRACK,
    ),
  );
}

/** Corner points of every line. `channel` is the first track of each channel. */
export function placeEdges(
  lines: readonly Line[],
  cards: readonly PlacedCard[],
  tracks: readonly Tracks[],
  channel: readonly number[],
): PlacedEdge[] {
  const cardOf = new Map(cards.map((card) => [card.node.id, card]));
  return lines.flatMap(({ way: { edge, start, end }, verticals }): PlacedEdge[] => {
    const [source, target] = [cardOf.get(edge.from), cardOf.get(edge.to)];
    if (source === undefined || target === undefined) return [];
    const turns = verticals.flatMap(({ channel: index, key, from, to }): [number, number][] => {
      const x = (channel[index] ?? 0) + (tracks[index]?.of.get(key) ?? 0) * TRACK;
      return [
        [x, from],
        [x, to],
      ];
    });
    const out = source.x + (source.x <= target.x ? source.width : 0);
    const into = target.x + (source.x < target.x ? 0 : target.width);
    return [{ edge, points: [[out, start], ...turns, [into, end]] }];
  });
}
