import { cutsWithin, type EventId, type NodeId, type SingleCuts } from '../fault-tree';
import type { FailureDomain } from './failure-domains';
import type { FailureModel } from './failure-model';
import type { Subject } from './subject';

/**
 * Paths to what is to blame for a loss. Of all that stops, what makes no difference is left out: that one of two machines
 * stands in the failed zone is no fault of its own where both stop because their database stood there.
 */
export function blamed(
  model: FailureModel,
  cuts: readonly SingleCuts[],
  root: NodeId,
  event: EventId,
  domain: FailureDomain,
): Subject[][] {
  if (domain.scope === 'component' || domain.scope === 'zone') return pathsTo(model, cuts, root, event, false);
  const paths = pathsTo(model, cuts, root, event, true);
  // What stands elsewhere and still needs something in the failed region is the fault; what stands in it fails anyway.
  const reaching = paths.filter((path) => path.slice(0, -1).some((subject) => isElsewhere(subject, domain)));
  return reaching.length > 0 ? reaching : paths;
}

function isElsewhere({ facts: { locality }, resource: { stack } }: Subject, { scope, label }: FailureDomain): boolean {
  const hasPlace = locality === 'zone' || locality === 'zones' || locality === 'region';
  if (!hasPlace && (scope !== 'provider' || locality === 'none' || locality === 'site')) return false;
  return label !== (scope === 'region' ? `region ${stack.region}` : `provider ${stack.provider}`);
}

/** What stops by itself, as a node of the formula, and how it was reached. */
interface Culprit {
  readonly node: NodeId;
  readonly path: Subject[];
}

/** A subject on a path, and the way to it; shared between paths, so that a long chain costs its length once. */
interface Step {
  readonly subject: Subject;
  readonly from: Step | undefined;
}

function pathOf(last: Step | undefined): Subject[] {
  const path: Subject[] = [];
  for (let step = last; step !== undefined; step = step.from) path.push(step.subject);
  return path.reverse();
}

/**
 * Walks down from a node through everything that the event stops, to the subjects whose own units it stops.
 * Returns one path per such subject, in the order of the walk; each node is visited once.
 */
function pathsTo(
  model: FailureModel,
  cuts: readonly SingleCuts[],
  root: NodeId,
  event: EventId,
  /** Stop at the first subject that is itself in the domain: all behind it may be there too. */
  shallow: boolean,
): Subject[][] {
  const found: Culprit[] = [];
  const seen = new Set<NodeId>([root]);
  const pending: { readonly node: NodeId; readonly last: Step | undefined }[] = [{ node: root, last: undefined }];
  let choices = false;
  while (pending.length > 0) {
    const { node, last } = pending.pop() as (typeof pending)[number];
    const meaning = model.meaningOf(node);
    if (meaning?.kind === 'self') {
      const legs = legsBelow(model, cuts, node, event);
      if (legs.length === 0)
        found.push({ node, path: pathOf(last?.subject === meaning.subject ? last : { subject: meaning.subject, from: last }) });
      else for (const leg of legs) found.push({ node, path: pathOf({ subject: leg, from: last }) });
      continue;
    }
    const next = meaning?.kind === 'whole' ? { subject: meaning.subject, from: last } : last;
    if (shallow && meaning?.kind === 'whole' && isItself(model, cuts, node, meaning.subject, event)) {
      found.push({ node, path: pathOf(next) });
      continue;
    }
    const children = model.formula.childrenOf(node);
    choices ||= model.formula.requiredOf(node) < children.length;
    for (const child of [...children].reverse()) {
      if (seen.has(child) || !contains(cuts[child]?.must, event)) continue;
      seen.add(child);
      pending.push({ node: child, last: next });
    }
  }
  const causes = choices && found.length > 1 ? thoseThatMatter(model, root, seen, found) : found;
  return causes.map(({ path }) => path);
}

/** What stops the root alone; and the rest, unless it would do no harm if all of those worked. */
function thoseThatMatter(
  model: FailureModel,
  root: NodeId,
  stopped: ReadonlySet<NodeId>,
  found: readonly Culprit[],
): readonly Culprit[] {
  const indexOf = new Map([...new Set(found.map(({ node }) => node))].map((node, index) => [node, index]));
  const alone = new Set(cutsWithin(model.formula, root, stopped, (node) => indexOf.get(node)));
  const suffices = ({ node }: Culprit) => alone.has(indexOf.get(node) ?? -1);
  const rest = new Set(found.filter((culprit) => !suffices(culprit)).map(({ node }) => node));
  if (alone.size === 0 || rest.size === 0) return found;
  const together = cutsWithin(model.formula, root, stopped, (node) => (rest.has(node) ? 0 : indexOf.has(node) ? 1 : undefined));
  return together.includes(0) ? found : found.filter(suffices);
}

/** Whether what is in the domain is the subject itself, and the subject is needed: of two zones that answer one may go. */
function isItself(model: FailureModel, cuts: readonly SingleCuts[], node: NodeId, subject: Subject, event: EventId): boolean {
  const self = model.selfOf(subject);
  if (subject.facts.role === 'record' && !model.formula.childrenOf(node).includes(self)) return false;
  return contains(cuts[self]?.must, event);
}

/** Mount targets under a client's slices: it is they that stand in the one zone. */
function legsBelow(model: FailureModel, cuts: readonly SingleCuts[], self: NodeId, event: EventId): Subject[] {
  const legs: Subject[] = [];
  const pending: NodeId[] = [...model.formula.childrenOf(self)];
  const seen = new Set<NodeId>(pending);
  while (pending.length > 0) {
    const node = pending.pop() as NodeId;
    const meaning = model.meaningOf(node);
    if (meaning?.kind === 'whole') {
      if (!legs.includes(meaning.subject)) legs.push(meaning.subject);
      continue;
    }
    for (const child of model.formula.childrenOf(node)) {
      if (seen.has(child) || !contains(cuts[child]?.must, event)) continue;
      seen.add(child);
      pending.push(child);
    }
  }
  return legs;
}

function contains(events: readonly EventId[] | undefined, event: EventId): boolean {
  return events?.includes(event) ?? false;
}
