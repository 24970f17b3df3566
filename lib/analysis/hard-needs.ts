import type { DependencyGraph } from './dependency-graph';
import type { Subject } from './subject';

/** What a subject needs to serve. */
export function hardNeedsOf(dependencies: DependencyGraph, subject: Subject): readonly Subject[] {
  return dependencies.of(subject).flatMap(({ kind, to }) => (kind === 'hard' ? [to] : []));
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
