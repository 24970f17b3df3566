import type { DependencyGraph } from './dependency-graph';
import type { Subject } from './subject';

/** What a subject needs to serve. */
export function hardNeedsOf(dependencies: DependencyGraph, subject: Subject): readonly Subject[] {
  return dependencies.of(subject).flatMap(({ kind, to }) => (kind === 'hard' ? [to] : []));
}

/**
 * The same in two parts: what can fail with its region only, as keys and secrets do, and the rest. A copy in another
 * region has the former for itself.
 */
export function needsByPlace(dependencies: DependencyGraph, subject: Subject): readonly [readonly Subject[], readonly Subject[]] {
  const needs = hardNeedsOf(dependencies, subject);
  const local = needs.filter((need) => isOnlyInPlace(dependencies, need));
  return [local, needs.filter((need) => !local.includes(need))];
}

/** Whether neither it nor what it leads to runs anywhere: then it cannot fail but with its region. */
export function isOnlyInPlace(dependencies: DependencyGraph, need: Subject): boolean {
  const reached = new Set([need]);
  for (const subject of reached) {
    if (subject.facts.inert !== true) return false;
    for (const next of hardNeedsOf(dependencies, subject)) reached.add(next);
  }
  return true;
}
