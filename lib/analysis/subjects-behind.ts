import type { NodeId } from '../fault-tree';
import type { FailureModel } from './failure-model';
import type { Subject } from './subject';
import type { SystemFunction } from './system-function';

/** Every subject that stands somewhere in the formula of one of the functions. */
export function subjectsBehind(model: FailureModel, functions: readonly SystemFunction[]): ReadonlySet<Subject> {
  const subjects = new Set<Subject>();
  const seen = new Set<NodeId>(functions.map(({ node }) => node));
  // A set that grows while it is gone through: each node once.
  for (const node of seen) {
    const meaning = model.meaningOf(node);
    if (meaning !== undefined) subjects.add(meaning.subject);
    for (const child of model.formula.childrenOf(node)) seen.add(child);
  }
  return subjects;
}
