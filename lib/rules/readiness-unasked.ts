import type { Analysis, Subject } from '../analysis';
import { defineCheckRule } from './rule';

export const readinessUnasked = defineCheckRule({
  id: 'readiness-unasked',
  category: 'MISCONFIGURATION_AND_BUGS',
  title: 'requests are sent to units that nobody asks whether they are ready',
  why: 'without a readiness probe a unit gets requests from the moment its process starts, and goes on getting them while it hangs: every rollout and every fault is seen by clients',
  how: 'units behind a service must have a readiness probe on at least one container, or a readiness gate',
  severity: 'warning',
  unknown: 'a probe that is not known counts as one',
  fix: 'give the container that serves a readiness probe that answers from the process itself and asks no other service',
  sources: ['https://kubernetes.io/docs/concepts/configuration/liveness-readiness-startup-probes/'],
  *check(analysis) {
    const { subjects, dependencies } = analysis;
    const seen = new Set<Subject>();
    for (const balancer of subjects) {
      if (balancer.facts.role !== 'balancer') continue;
      for (const member of dependencies.membersOf(balancer)) {
        if (seen.has(member) || !isUnasked(member, analysis)) continue;
        seen.add(member);
        yield {
          severity: 'warning',
          function: 'serve',
          loses: [balancer.resource.id],
          scope: 'component',
          recovery: 'none',
          subject: member,
          failureDomain: `component ${member.resource.id}`,
          message: `"${balancer.resource.id}" sends requests to ${member.facts.noun} "${member.resource.id}", and no container of it has a readiness probe`,
          fix: this.fix,
          evidence: [{ from: balancer.resource.id, to: member.resource.id, because: 'it selects its pods', seenIn: balancer }],
        };
      }
    }
  },
});

function isUnasked(member: Subject, { subjects }: Analysis): boolean {
  const { health } = member.facts;
  if (health?.asks === undefined || member.uncertain !== undefined) return false;
  return health.asks.every((path) => subjects.values(member, path).length === 0);
}
