/**
 * Monotone formulas (AND, OR, at-least-k over weighted children) and the events that stop them.
 * Speaks of nodes, events and cuts only; knows no cloud. Start with `formula.ts`.
 */

export type { Apart } from './apart';
export { cutsWithin } from './cuts-within';
export type { EventId, Formula, Leaf, NodeId } from './formula';
export { FormulaBuilder } from './formula';
export type { SingleCuts } from './single-cuts';
export { singleCuts } from './single-cuts';
