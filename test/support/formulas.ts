import fc from 'fast-check';
import { type Formula, FormulaBuilder, type Leaf } from '../../lib/fault-tree';

/** A formula as plain data, node by node; children are indexes and may point anywhere, so cycles and shared parts occur. */
export type FormulaPlan = readonly NodePlan[];
export type NodePlan = LeafPlan | GatePlan | { readonly kind: 'undefined' };
export interface LeafPlan extends Leaf {
  readonly kind: 'leaf';
}
export interface GatePlan {
  readonly kind: 'gate';
  readonly required: number;
  readonly children: readonly number[];
  readonly weights?: readonly number[];
}

/** Events 0 to 11 are named by leaves; 12 and 13 never are. Even events are of the wildcard class. */
export const NAMED = Array.from({ length: 12 }, (_, event) => event);
export const EVENTS = [...NAMED, 12, 13];
export const inClass = (event: number) => event % 2 === 0;

const events = fc.array(fc.constantFrom(...NAMED), { maxLength: 3 });

/** A leaf of which everything is known. */
export const knownLeaf: fc.Arbitrary<LeafPlan> = fc.record({
  kind: fc.constant('leaf' as const),
  must: events,
  never: fc.oneof({ weight: 9, arbitrary: fc.constant(false) }, { weight: 1, arbitrary: fc.constant(true) }),
});

/** A leaf that other events may stop, or any event of the class. */
export const unknownLeaf: fc.Arbitrary<LeafPlan> = fc.record({
  kind: fc.constant('leaf' as const),
  must: events,
  may: events,
  anyOfClass: fc.boolean(),
});

function gate(size: number): fc.Arbitrary<GatePlan> {
  return fc.array(fc.tuple(fc.nat({ max: size - 1 }), fc.nat({ max: 3 })), { maxLength: 4 }).chain((edges) => {
    const children = edges.map(([child]) => child);
    const weights = edges.map(([, weight]) => weight);
    const total = weights.reduce((sum, weight) => sum + weight, 0);
    return fc.oneof(
      fc.constant<GatePlan>({ kind: 'gate', required: children.length, children }),
      fc.constant<GatePlan>({ kind: 'gate', required: Math.min(1, children.length), children }),
      fc.nat({ max: children.length + 1 }).map((required): GatePlan => ({ kind: 'gate', required, children })),
      fc.nat({ max: total + 1 }).map((required): GatePlan => ({ kind: 'gate', required, children, weights })),
    );
  });
}

/** Formulas of up to 14 nodes over the leaves. */
export function formulaOver(leaf: fc.Arbitrary<LeafPlan>): fc.Arbitrary<FormulaPlan> {
  return fc
    .integer({ min: 1, max: 14 })
    .chain((size) =>
      fc.array(
        fc.oneof(
          { weight: 10, arbitrary: leaf },
          { weight: 10, arbitrary: gate(size) },
          { weight: 1, arbitrary: fc.constant<NodePlan>({ kind: 'undefined' }) },
        ),
        { minLength: size, maxLength: size },
      ),
    );
}

/** How much a gate has when all of it works. */
export const weightOf = ({ children, weights }: GatePlan): number =>
  children.reduce((sum, _, index) => sum + (weights?.[index] ?? 1), 0);

/** The plan as a formula; node ids are the indexes of the plan. */
export function toFormula(plan: FormulaPlan): Formula {
  const builder = new FormulaBuilder();
  for (const node of plan) {
    if (node.kind === 'leaf') builder.leaf(node);
    else builder.declare();
  }
  for (const [id, node] of plan.entries())
    if (node.kind === 'gate') builder.define(id, node.required, node.children, node.weights);
  return builder;
}

/** What the unknown leaves really are: by node, the events that stop it besides its `must`. */
export type Reading = readonly ReadonlySet<number>[];

/** The reading in which no event stops more than it must. */
export const leastReading = (plan: FormulaPlan): Reading => plan.map(() => new Set());

/** The reading in which one event stops every leaf that it may stop. */
export function worstReading(plan: FormulaPlan, event: number): Reading {
  return plan.map((node) => {
    if (node.kind !== 'leaf') return new Set();
    return new Set((node.anyOfClass && inClass(event)) || node.may?.includes(event) ? [event] : []);
  });
}

/** Any reading: each leaf is stopped by some of its `may` events, and stands in some place of the class or in none. */
export function readingOf(plan: FormulaPlan): fc.Arbitrary<Reading> {
  const places = EVENTS.filter(inClass);
  return fc.tuple(
    ...plan.map((node) => {
      if (node.kind !== 'leaf') return fc.constant(new Set<number>());
      return fc
        .tuple(
          fc.subarray([...(node.may ?? [])]),
          node.anyOfClass ? fc.constantFrom(undefined, ...places) : fc.constant(undefined),
        )
        .map(([may, place]) => new Set(place === undefined ? may : [...may, place]));
    }),
  );
}

/**
 * Which nodes work when one event happens, or none: by trying. Everything is taken to work until its children say
 * otherwise, which is the greatest fixpoint.
 */
export function worksUnder(plan: FormulaPlan, reading: Reading, event: number | undefined): readonly boolean[] {
  let works = plan.map(() => true);
  for (;;) {
    const before = works;
    const next = plan.map((node, id) => {
      if (node.kind === 'undefined') return true;
      if (node.kind === 'leaf') {
        return node.never !== true && !(event !== undefined && (node.must.includes(event) || reading[id]!.has(event)));
      }
      const alive = node.children.reduce((sum, child, index) => sum + (before[child] ? (node.weights?.[index] ?? 1) : 0), 0);
      return alive >= node.required;
    });
    if (next.every((value, id) => value === before[id])) return next;
    works = next;
  }
}

/** The events of which each alone stops a node that works as long as nothing happens; `dead` when it never works. */
export function cutsByTrying(plan: FormulaPlan, reading: Reading): readonly (readonly number[] | 'dead')[] {
  const calm = worksUnder(plan, reading, undefined);
  const under = EVENTS.map((event) => worksUnder(plan, reading, event));
  return plan.map((_, id) => (calm[id] ? EVENTS.filter((event) => !under[event]![id]) : 'dead'));
}
