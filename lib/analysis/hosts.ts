import { holds } from '../knowledge';
import { Reference } from '../model';
import type { Dependencies } from './dependencies';
import type { Subject, Subjects } from './subject';

type Sources = { readonly subjects: Subjects; readonly dependencies: Dependencies };

/** The hosts that carry the units of a subject: the machines of its cluster, unless it brings a place of its own. */
export function hostsUnder(sources: Sources, subject: Subject): readonly Subject[] {
  const path = subject.facts.placement?.hosts;
  const cluster = path === undefined ? undefined : sources.subjects.value(subject, path);
  const target = cluster instanceof Reference ? sources.subjects.get(cluster.resource) : undefined;
  if (target === undefined || (hasOwnSubnets(sources, subject) && !runsOnHosts(sources, subject))) return [];
  return sources.dependencies.membersOf(target).filter((host) => host !== subject && host.facts.placement?.hosts === undefined);
}

function runsOnHosts({ subjects }: Sources, { facts, resource }: Subject): boolean {
  const when = facts.placement?.hostsWhen;
  return when !== undefined && holds(when, resource, subjects.find) === true;
}

function hasOwnSubnets({ subjects }: Sources, subject: Subject): boolean {
  return (subject.facts.placement?.subnets ?? []).some((path) => subjects.values(subject, path).length > 0);
}
