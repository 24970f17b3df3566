import { stronglyConnectedComponents } from '../graph';
import { type Apart, heaviest } from './apart';
import type { EventId, Formula, NodeId } from './formula';

/**
 * Events of which each alone stops a node.
 *
 * `must` are minimal cut sets of order 1 under every reading of what is not known; `may` (a superset) under some
 * reading. `anyOfClass`: under some reading, any event of the wildcard class.
 * Both lists are sorted ascending without repeats. `never`: the node does not work even when nothing happens, and the
 * rest says what stops it if it does after all. `asleep`: it does not work until somebody wakes it, and the rest says
 * what stops it then. The answer is exact as long as leaves do not know of each other: where two leaves stand for one
 * thing, the readings in which they disagree are counted too, which adds to `may` and takes nothing from `must`. Of
 * places that are apart one event hits one at most.
 */
export interface SingleCuts {
  readonly must: readonly EventId[];
  readonly may: readonly EventId[];
  readonly anyOfClass: boolean;
  /** The places of which one has to be hit for that, where some events of the class are apart from them. */
  readonly places?: readonly EventId[];
  readonly never: boolean;
  readonly asleep: boolean;
}

const NONE: SingleCuts = { must: [], may: [], anyOfClass: false, never: false, asleep: false };

/**
 * Computes the single cuts of every node, children before parents.
 *
 * The truth of a monotone formula under one event is compositional, so the sets combine exactly: a gate that needs
 * weight k of W is stopped by an event that stops children of weight more than W - k. Cycles are iterated to the
 * least fixpoint of the sets.
 *
 * @param inClass - whether an event belongs to the wildcard class
 * @param apart - which events of the class differ from an event of it
 * @returns cuts by node id; linear in the size of the graph times the size of the sets
 */
export function singleCuts(
  formula: Formula,
  inClass: (event: EventId) => boolean,
  apart: Apart = () => undefined,
): readonly SingleCuts[] {
  const cuts: SingleCuts[] = new Array<SingleCuts>(formula.size).fill(NONE);
  for (const component of stronglyConnectedComponents(formula.size, (node) => formula.childrenOf(node))) {
    let changed = true;
    while (changed) {
      changed = false;
      for (const node of component) {
        const before = cuts[node] ?? NONE;
        const found = cutsOf(formula, node, cuts, { inClass, apart });
        // What was found once stays found: how many of some places one event hits is no monotone function of them.
        const after = component.length > 1 ? { ...unionOf([before, found]), asleep: found.asleep } : found;
        if (!sameCuts(before, after)) {
          cuts[node] = after;
          changed = component.length > 1 || formula.childrenOf(node).includes(node);
        }
      }
    }
  }
  return cuts;
}

interface Events {
  readonly inClass: (event: EventId) => boolean;
  readonly apart: Apart;
}

function cutsOf(formula: Formula, node: NodeId, cuts: readonly SingleCuts[], events: Events): SingleCuts {
  if (formula.kindOf(node) === 'leaf') {
    const leaf = formula.leafOf(node);
    const must = sortedUnique(leaf.must);
    const may = leaf.may === undefined ? must : union(must, sortedUnique(leaf.may));
    const { anyOfClass = false, never = false, asleep = false } = leaf;
    const tells = anyOfClass && leaf.places?.some((place) => events.apart(place) !== undefined);
    const places = tells === true ? { places: sortedUnique(leaf.places ?? []) } : {};
    return { must, may, anyOfClass, ...places, never, asleep };
  }
  const children = formula.childrenOf(node);
  const weights = formula.weightsOf(node);
  const total = weights === undefined ? children.length : weights.reduce((sum, weight) => sum + weight, 0);
  // What needs more than it has never works; if it does after all, it needs all of that.
  const never = total < formula.requiredOf(node);
  const slack = never ? 0 : total - formula.requiredOf(node);
  if (slack === 0) {
    const needed = unionOf(children.filter((_, index) => weights?.[index] !== 0).map((child) => cuts[child] ?? NONE));
    return never ? { ...needed, never } : needed;
  }

  let sleeping = 0;
  for (const [index, child] of children.entries()) if (cuts[child]?.asleep === true) sleeping += weights?.[index] ?? 1;
  if (sleeping === 0) return ofGate(children, weights, cuts, slack, events);
  // While enough others are awake, what sleeps counts as nothing; otherwise the gate sleeps itself.
  const dead = deadWeight(children, weights, cuts);
  if (sleeping + dead > slack) return { ...ofGate(children, weights, cuts, slack, events), asleep: true };
  const awake = children
    .map((child, index) => [child, weights?.[index] ?? 1] as const)
    .filter(([child]) => cuts[child]?.asleep !== true);
  const [left, ofLeft] = [awake.map(([child]) => child), awake.map(([, weight]) => weight)];
  return ofGate(left, ofLeft, cuts, slack - sleeping, events);
}

/** A gate that stands the loss of children of a total weight of `slack`. */
function ofGate(
  children: readonly NodeId[],
  weights: readonly number[] | undefined,
  cuts: readonly SingleCuts[],
  slack: number,
  events: Events,
): SingleCuts {
  const never = deadWeight(children, weights, cuts) > slack;
  if (children.some((child) => cuts[child]?.places !== undefined))
    return ofGateWithPlaces(children, weights, cuts, slack, never, events);
  const { inClass } = events;
  let dead = 0;
  let wild = 0;
  const mustWeight = new Map<EventId, number>();
  const mayWeight = new Map<EventId, number>();
  for (const [index, child] of children.entries()) {
    const weight = weights?.[index] ?? 1;
    const cut = cuts[child] ?? NONE;
    // Where too little is left, it is asked what would stop the gate if all of it worked.
    if (cut.never && !never) {
      dead += weight;
      continue;
    }
    if (cut.anyOfClass) wild += weight;
    for (const event of cut.must) mustWeight.set(event, (mustWeight.get(event) ?? 0) + weight);
    for (const event of cut.may) {
      // Events of the class that a wildcard child names itself are counted with the wildcard weight below.
      mayWeight.set(event, (mayWeight.get(event) ?? 0) + (cut.anyOfClass && inClass(event) ? 0 : weight));
    }
  }
  const must: EventId[] = [];
  for (const [event, weight] of mustWeight) if (weight + dead > slack) must.push(event);
  const may: EventId[] = [];
  for (const [event, weight] of mayWeight) if (weight + dead + (inClass(event) ? wild : 0) > slack) may.push(event);
  must.sort(ascending);
  may.sort(ascending);
  return { must, may, anyOfClass: wild + dead > slack, never, asleep: false };
}

/** How much of a gate does not work even when nothing happens. */
function deadWeight(children: readonly NodeId[], weights: readonly number[] | undefined, cuts: readonly SingleCuts[]): number {
  return children.reduce((sum, child, index) => sum + (cuts[child]?.never === true ? (weights?.[index] ?? 1) : 0), 0);
}

/** The same, where events of the class spare some of the children. */
function ofGateWithPlaces(
  children: readonly NodeId[],
  weights: readonly number[] | undefined,
  cuts: readonly SingleCuts[],
  slack: number,
  never: boolean,
  { inClass, apart }: Events,
): SingleCuts {
  const parts: Part[] = [];
  let dead = 0;
  for (const [index, child] of children.entries()) {
    const part = { ...(cuts[child] ?? NONE), weight: weights?.[index] ?? 1 };
    if (part.never && !never) dead += part.weight;
    else parts.push(part);
  }
  const stops = (weight: number) => weight + dead > slack;
  const wild = parts.filter(({ anyOfClass }) => anyOfClass);
  const must = eventsOf(parts, 'must', stops);
  const may = eventsOf(parts, 'may', (weight, event) => {
    if (stops(weight) || !inClass(event) || !stops(weight + weightOf(wild))) return stops(weight);
    const unnamed = parts.filter((part) => !part.may.includes(event));
    return stops(weight + heaviest(unnamed, apart, apart(event)));
  });
  const found = { must, may, never, asleep: false };
  // Places that suffice alone are named; where several have to be hit together, any event may be it.
  const anywhere = weightOf(wild.filter(({ places }) => places === undefined));
  const enough = eventsOf(wild, 'places', (weight) => stops(weight + anywhere));
  if (stops(heaviest(wild, apart, new Set(enough)))) return { ...found, anyOfClass: true };
  return enough.length === 0 ? { ...found, anyOfClass: false } : { ...found, anyOfClass: true, places: enough };
}

type Part = SingleCuts & { readonly weight: number };

function weightOf(parts: readonly Part[]): number {
  return parts.reduce((sum, { weight }) => sum + weight, 0);
}

/** Events that parts name, as far as the weight of those that name one is enough; ascending. */
function eventsOf(
  parts: readonly Part[],
  list: 'must' | 'may' | 'places',
  isEnough: (weight: number, event: EventId) => boolean,
): readonly EventId[] {
  const weights = new Map<EventId, number>();
  for (const part of parts) for (const event of part[list] ?? []) weights.set(event, (weights.get(event) ?? 0) + part.weight);
  return [...weights].flatMap(([event, weight]) => (isEnough(weight, event) ? [event] : [])).sort(ascending);
}

function unionOf(parts: readonly SingleCuts[]): SingleCuts {
  let result = NONE;
  for (const part of parts) {
    if (part === NONE || part === result) continue;
    if (result === NONE) result = part;
    else {
      result = {
        must: union(result.must, part.must),
        may: union(result.may, part.may),
        anyOfClass: result.anyOfClass || part.anyOfClass,
        ...placesOf(result, part),
        never: result.never || part.never,
        asleep: result.asleep || part.asleep,
      };
    }
  }
  return result;
}

/** Of two that any event of the class may stop: the places of both, unless nothing is known of those of one. */
function placesOf(a: SingleCuts, b: SingleCuts): Pick<SingleCuts, 'places'> {
  if (!a.anyOfClass || !b.anyOfClass) return placesIn(a.anyOfClass ? a : b);
  return a.places === undefined || b.places === undefined ? {} : { places: union(a.places, b.places) };
}

function placesIn({ places }: SingleCuts): Pick<SingleCuts, 'places'> {
  return places === undefined ? {} : { places };
}

function union(a: readonly EventId[], b: readonly EventId[]): readonly EventId[] {
  if (a.length === 0) return b;
  if (b.length === 0) return a;
  const merged: EventId[] = [];
  let i = 0;
  let j = 0;
  while (i < a.length || j < b.length) {
    const left = a[i] ?? Number.POSITIVE_INFINITY;
    const right = b[j] ?? Number.POSITIVE_INFINITY;
    merged.push(Math.min(left, right));
    if (left <= right) i++;
    if (right <= left) j++;
  }
  return merged.length === a.length ? a : merged.length === b.length ? b : merged;
}

function sortedUnique(events: readonly EventId[]): readonly EventId[] {
  return events.length < 2 ? events : [...new Set(events)].sort(ascending);
}

function ascending(a: number, b: number): number {
  return a - b;
}

function sameCuts(a: SingleCuts, b: SingleCuts): boolean {
  return (
    a.never === b.never &&
    a.asleep === b.asleep &&
    a.anyOfClass === b.anyOfClass &&
    (a.places === undefined) === (b.places === undefined) &&
    sameEvents(a.places ?? [], b.places ?? []) &&
    sameEvents(a.must, b.must) &&
    sameEvents(a.may, b.may)
  );
}

function sameEvents(a: readonly EventId[], b: readonly EventId[]): boolean {
  return a.length === b.length && a.every((event, index) => event === b[index]);
}
