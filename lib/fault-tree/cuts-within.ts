import { type EventId, type Formula, FormulaBuilder, type NodeId } from './formula';
import { singleCuts } from './single-cuts';

/**
 * Events of which each alone stops the root, when some nodes are taken for basic events and only a part of the formula
 * is looked at.
 *
 * @param within - nodes of the part, the root among them; all others work
 * @param eventOf - the event that a node is taken for; undefined where it is not: what is below it counts
 */
export function cutsWithin(
  formula: Formula,
  root: NodeId,
  within: ReadonlySet<NodeId>,
  eventOf: (node: NodeId) => EventId | undefined,
): readonly EventId[] {
  const part = new FormulaBuilder();
  const works = part.leaf({ must: [] });
  const copies = new Map<NodeId, NodeId>();
  for (const node of within) {
    const event = eventOf(node);
    copies.set(node, event === undefined ? part.declare() : part.leaf({ must: [event] }));
  }
  for (const [node, copy] of copies) {
    if (eventOf(node) !== undefined) continue;
    const children = formula.childrenOf(node).map((child) => copies.get(child) ?? works);
    part.define(copy, formula.requiredOf(node), children, formula.weightsOf(node));
  }
  return singleCuts(part, () => false)[copies.get(root) ?? works]?.must ?? [];
}
