import { Unknown } from '../model';
import type { Subject } from './subject';
import type { FunctionSources, SystemFunction } from './system-function';

/**
 * Launching replacement capacity: one function per group that comes back by itself and that is launched from something
 * the input shows and that may fail (a cluster, a registry, the consumer of a hook). The way out, which a launch may need
 * as well, is a function of its own.
 */
export function recoverFunctions(sources: FunctionSources): SystemFunction[] {
  const { subjects, units, model } = sources;
  const functions: SystemFunction[] = [];
  for (const subject of subjects) {
    if (subject.facts.recovery?.kind !== 'self-healing' || subject.uncertain !== undefined) continue;
    const { count, places } = units.of(subject);
    if (count !== 'many' && !(count instanceof Unknown) && count < 1) continue;
    const parts = launchedFrom(sources, subject);
    if (parts.length === 0) continue;
    // A cluster starts new nodes while it has none left.
    const isPart = (whole: Subject) => sources.dependencies.membersOf(whole).includes(subject);
    const needed = parts.map((part) => (isPart(part) ? model.selfOf(part) : model.nodeOf(part)));
    const node = model.formula.all([model.works, ...needed]);
    const wantedIn = places.unknownLists.length > 0 ? {} : { wantedIn: new Set(places.places.map(({ zone }) => zone.index)) };
    functions.push({ kind: 'recover', name: subject.resource.id, subject, node, ...wantedIn });
  }
  return functions;
}

/** What a new unit needs to start, of the group and of its templates; what never fails by itself is left out. */
function launchedFrom({ dependencies }: FunctionSources, subject: Subject): readonly Subject[] {
  const needs = [subject, ...dependencies.templates(subject)].flatMap((owner) => dependencies.of(owner));
  const parts = needs.filter(({ kind, to }) => kind === 'launch' && to.facts.inert !== true).map(({ to }) => to);
  return [...new Set(parts)];
}
