import { coveredBySome } from './budgets';
import { defineCheckRule } from './rule';
import { stakeOf } from './stake';

export const disruptionBudgetMissing = defineCheckRule({
  id: 'disruption-budget-missing',
  category: 'MISCONFIGURATION_AND_BUGS',
  title: 'nothing limits how many replicas are evicted at once',
  why: 'an upgrade or a scale-in drains nodes as fast as it may: without a budget all replicas can be evicted before the first new one serves',
  how: 'there are several replicas, and the selector of no disruption budget in the input takes them; where it is not known whom a budget is for, nothing is said',
  severity: 'warning; info for what is auxiliary',
  unknown: 'a number of replicas that is not known, or a budget whose pods are not known, makes no finding',
  fix: 'add a PodDisruptionBudget with maxUnavailable 1 that selects its pods',
  sources: ['https://kubernetes.io/docs/tasks/run-application/configure-pdb/'],
  *check(analysis) {
    const isCovered = coveredBySome(analysis);
    for (const subject of analysis.subjects) {
      if (subject.facts.evictable !== true || subject.uncertain !== undefined || isCovered(subject)) continue;
      const { count } = analysis.units.of(subject);
      const stake = typeof count === 'number' && count >= 2 ? stakeOf(subject, analysis) : undefined;
      if (stake === undefined) continue;
      yield {
        ...stake,
        scope: 'component',
        recovery: 'self-healing',
        subject,
        failureDomain: `component ${subject.resource.id}`,
        message: `no disruption budget selects the ${count} pods of ${subject.facts.noun} "${subject.resource.id}"`,
        fix: this.fix,
        evidence: [],
      };
    }
  },
});
