import type { Analysis, Subject, UnitGroup } from '../analysis';
import { holds } from '../knowledge';
import { defineCheckRule } from './rule';
import { stakeOf } from './stake';
import { unitsIn } from './units-in';

export const deploymentStopsAllUnits = defineCheckRule({
  id: 'deployment-stops-all-units',
  category: 'MISCONFIGURATION_AND_BUGS',
  title: 'a deployment may stop every unit at once',
  why: 'with a minimum healthy share of 0 percent the old units may be stopped before the new ones serve: every release is an outage, and a bad one lasts',
  how: 'the minimum healthy percentage of the deployment is read, where 0 leaves nothing running, or its strategy and the number of units that may be missing, where all of several may',
  fix: 'set the minimum healthy percentage to 100 (or to a share that carries the load) and leave room above for the new units; in Kubernetes, roll with fewer missing than there are replicas',
  sources: [
    'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/deployment-type-ecs.html',
    'https://kubernetes.io/docs/concepts/workloads/controllers/deployment/#strategy',
  ],
  remedy: 'rolling',
  *check(analysis) {
    for (const subject of analysis.subjects) {
      if (subject.facts.deployment === undefined || subject.uncertain !== undefined) continue;
      const { count } = analysis.units.of(subject);
      const because = typeof count === 'number' && count < 1 ? undefined : stopsAll(subject, count, analysis);
      const stake = because === undefined ? undefined : stakeOf(subject, analysis);
      if (stake === undefined) continue;
      yield {
        ...stake,
        scope: 'component',
        recovery: 'none',
        subject,
        failureDomain: `component ${subject.resource.id}`,
        message: `a new version of ${subject.facts.noun} "${subject.resource.id}" may stop all its units at once (${because})`,
        fix: this.fix,
        evidence: [],
      };
    }
  },
});

/** Why nothing is left running, or undefined. Where one unit is all there is, that is the finding, and not how it is replaced. */
function stopsAll(subject: Subject, count: UnitGroup['count'], { subjects }: Analysis): string | undefined {
  const { minimumHealthyPercent, stopsAllWhen, mostUnavailable } = subject.facts.deployment ?? {};
  const share = minimumHealthyPercent === undefined ? undefined : subjects.value(subject, minimumHealthyPercent);
  if (share !== undefined && share !== '' && Number(share) === 0) return 'minimum healthy 0 percent';
  if (typeof count !== 'number' || count < 2) return undefined;
  if (stopsAllWhen !== undefined && holds(stopsAllWhen, subject.resource, subjects.find) === true)
    return `its strategy replaces ${count} of ${count}`;
  const most = mostUnavailable === undefined ? undefined : subjects.value(subject, mostUnavailable);
  const missing = most === undefined ? undefined : unitsIn(most, count, 'down');
  return missing !== undefined && missing >= count ? `${String(most)} of ${count} may be missing` : undefined;
}
