import { budgetsOf } from './budgets';
import { defineCheckRule, quoted } from './rule';

export const disruptionBudgetAllowsAll = defineCheckRule({
  id: 'disruption-budget-allows-all',
  category: 'MISCONFIGURATION_AND_BUGS',
  title: 'a disruption budget lets all units go at once',
  why: 'when nodes are drained for an upgrade, all replicas may be evicted in the same minute, which the budget was meant to prevent',
  how: 'the budget is compared with the floor of the replicas that its selector takes; of several, all may be missing',
  severity: 'warning',
  unknown: 'a number of replicas, a budget or a selector that is not known makes no finding',
  fix: 'set maxUnavailable to 1',
  sources: ['https://kubernetes.io/docs/tasks/run-application/configure-pdb/'],
  *check(analysis) {
    for (const { subject, covers, count, allowed, because } of budgetsOf(analysis)) {
      if (count < 2 || allowed < count) continue;
      yield {
        severity: 'warning',
        function: 'serve',
        loses: covers.map(({ resource }) => resource.id).sort(),
        scope: 'component',
        recovery: 'self-healing',
        subject,
        failureDomain: `component ${subject.resource.id}`,
        message: `${subject.facts.noun} "${subject.resource.id}" lets all pods of ${quoted(covers.map(({ resource }) => resource.id).sort())} go at once (${because})`,
        fix: this.fix,
        evidence: covers.map((covered) => ({
          from: subject.resource.id,
          to: covered.resource.id,
          because: 'its selector takes the pods',
          seenIn: subject,
        })),
      };
    }
  },
});
