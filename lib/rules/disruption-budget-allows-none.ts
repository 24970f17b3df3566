import { budgetsOf } from './budgets';

import { defineCheckRule, quoted } from './rule';

export const disruptionBudgetAllowsNone = defineCheckRule({
  id: 'disruption-budget-allows-none',
  category: 'MISCONFIGURATION_AND_BUGS',
  title: 'a disruption budget never lets a unit go',
  why: 'a node whose pods may not be evicted is never drained: upgrades and repairs of nodes wait for ever, or are forced through and take all pods of the node at once',
  how: 'the budget is compared with the floor of the replicas that its selector takes; what may be missing is rounded up as the cluster does',
  severity: 'warning',
  unknown: 'a number of replicas, a budget or a selector that is not known makes no finding',
  fix: 'set maxUnavailable to 1 and run at least 2 replicas',
  sources: ['https://kubernetes.io/docs/tasks/run-application/configure-pdb/'],
  *check(analysis) {
    for (const { subject, covers, allowed, because } of budgetsOf(analysis)) {
      if (allowed > 0) continue;
      yield {
        severity: 'warning',
        function: 'recover',
        loses: covers.map(({ resource }) => resource.id).sort(),
        scope: 'component',
        recovery: 'none',
        subject,
        failureDomain: `component ${subject.resource.id}`,
        message: `${subject.facts.noun} "${subject.resource.id}" never lets a pod of ${quoted(covers.map(({ resource }) => resource.id).sort())} go (${because})`,
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
