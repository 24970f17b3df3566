import { addTo } from '../multimap';
import type { Change } from './world-change';

/** One assignment of parameters. */
export type World = Readonly<Record<string, string>>;

/** A world that was judged, and what it can change a verdict together with. */
export interface Choice {
  readonly world: World;
  readonly change: Change;
  /**
   * Resources on which a verdict can hang together with what it changes; undefined where it changes nothing, or the same as
   * an earlier choice of the same parameters.
   */
  readonly beside?: ReadonlySet<string>;
  /** Parameters that what it changes is written with. */
  readonly behind: ReadonlySet<string>;
}

/** Most parameters of which values are joined; a condition that takes more of them has them all. */
const MOST_JOINED = 3;

/** Two choices that can change a verdict together; two parameters before three. */
export function pairsOf(choices: readonly Choice[]): readonly (readonly [Choice, Choice])[] {
  const bySize: [Choice, Choice][][] = Array.from({ length: MOST_JOINED + 1 }, () => []);
  const small = choices.filter(({ world }) => sizeOf(world) < MOST_JOINED);
  for (const [index, a] of small.entries())
    for (let at = index + 1; at < small.length; at++) {
      const b = small[at] as Choice;
      const pairs = bySize[sizeOf(a.world) + sizeOf(b.world)];
      if (pairs !== undefined && areApart(a.world, b.world) && canMeet(a, b)) pairs.push([a, b]);
    }
  return bySize.flat();
}

/** Three choices of one parameter each, of which each two are a pair. */
export function* triplesOf(pairs: readonly (readonly [Choice, Choice])[]): Generator<readonly [Choice, Choice, Choice]> {
  const after = new Map<Choice, Set<Choice>>();
  const single = pairs.filter((pair) => sizeOf(joined(pair)) === 2);
  for (const [a, b] of single) {
    addTo(after, a, b);
  }
  for (const [a, b] of single) for (const c of after.get(b) ?? []) if (after.get(a)?.has(c)) yield [a, b, c];
}

export function joined(choices: readonly Choice[]): World {
  return Object.assign({}, ...choices.map(({ world }) => world)) as World;
}

/** One decides something in what only the other brings or changes, or what both change lies beside each other. */
function canMeet(a: Choice, b: Choice): boolean {
  if (isBehind(a, b) || isBehind(b, a)) return true;
  if (a.beside === undefined || b.beside === undefined) return false;
  return (
    meets(a.change.resources.keys(), b.beside) ||
    meets(b.change.resources.keys(), a.beside) ||
    meets(a.change.named, b.change.named)
  );
}

function isBehind({ behind }: Choice, { world }: Choice): boolean {
  return Object.keys(world).some((parameter) => behind.has(parameter));
}

function meets(some: Iterable<string>, others: ReadonlySet<string>): boolean {
  for (const each of some) if (others.has(each)) return true;
  return false;
}

function areApart(a: World, b: World): boolean {
  return !Object.keys(a).some((parameter) => Object.hasOwn(b, parameter));
}

export function sizeOf(world: World): number {
  return Object.keys(world).length;
}
