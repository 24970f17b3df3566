import type { Analysis, Subject, UnitGroup } from '../analysis';
import { holds, numberOf } from '../knowledge';
import { defineCheckRule } from './rule';
import { stakeOf } from './stake';
import { unitsIn } from './units-in';

export const deploymentStopsAllUnits = defineCheckRule({
  id: 'deployment-stops-all-units',
  category: 'MISCONFIGURATION_AND_BUGS',
  title: 'a deployment may stop every unit at once',
  why: 'with a minimum healthy share of 0 percent the old units may be stopped before the new ones serve: every release is an outage, and a bad one lasts',
  how: 'the minimum healthy percentage of the deployment is read, where 0 leaves nothing running, or its strategy and the number of units that may be missing, where all of several may; of a rolling update of a group, the machines that stay in service and how many are replaced at a time, against the least that the group runs',
  severity: 'warning; info for what is auxiliary',
  unknown: 'a minimum, a strategy or a number of units that is not known makes no finding',
  fix: 'set the minimum healthy percentage to 100 (or to a share that carries the load) and leave room above for the new units; in Kubernetes, roll with fewer missing than there are replicas',
  sources: [
    'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/deployment-type-ecs.html',
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-attribute-updatepolicy.html',
    'https://kubernetes.io/docs/concepts/workloads/controllers/deployment/#strategy',
  ],
  remedy: 'rolling',
  *check(analysis) {
    for (const subject of analysis.subjects) {
      if (subject.facts.deployment === undefined || subject.uncertain !== undefined) continue;
      const { count } = analysis.units.of(subject);
      if (typeof count === 'number' && count < 1) continue;
      const stop = shareOf(subject, analysis) ?? strategyOf(subject, count, analysis) ?? batchOf(subject, count, analysis);
      const stake = stop === undefined ? undefined : stakeOf(subject, analysis);
      if (stop === undefined || stake === undefined) continue;
      yield {
        ...stake,
        scope: 'component',
        recovery: 'none',
        subject,
        failureDomain: `component ${subject.resource.id}`,
        message: `a new version of ${subject.facts.noun} "${subject.resource.id}" may stop all its units at once (${stop.because})`,
        fix: stop.fix ?? this.fix,
        evidence: [],
      };
    }
  },
});

/** Why a deployment may stop every unit, and what to do where that is not what the rule says. */
interface Stop {
  readonly because: string;
  readonly fix?: string;
}

function shareOf(subject: Subject, { subjects }: Analysis): Stop | undefined {
  const path = subject.facts.deployment?.minimumHealthyPercent;
  const share = path === undefined ? undefined : subjects.value(subject, path);
  return share !== undefined && share !== '' && Number(share) === 0 ? { because: 'minimum healthy 0 percent' } : undefined;
}

/** Where one unit is all there is, that is the finding, and not how it is replaced. */
function strategyOf(subject: Subject, count: UnitGroup['count'], { subjects }: Analysis): Stop | undefined {
  const { stopsAllWhen, mostUnavailable } = subject.facts.deployment ?? {};
  if (typeof count !== 'number' || count < 2) return undefined;
  if (stopsAllWhen !== undefined && holds(stopsAllWhen, subject.resource, subjects.find) === true)
    return { because: `its strategy replaces ${count} of ${count}` };
  const most = mostUnavailable === undefined ? undefined : subjects.value(subject, mostUnavailable);
  const missing = most === undefined ? undefined : unitsIn(most, count, 'down');
  return missing !== undefined && missing >= count ? { because: `${String(most)} of ${count} may be missing` } : undefined;
}

/** A group of one is named as such already; no number of machines in service can help it. */
function batchOf(subject: Subject, count: UnitGroup['count'], { subjects }: Analysis): Stop | undefined {
  const batch = subject.facts.deployment?.batch;
  if (batch === undefined || typeof count !== 'number' || count < 2) return undefined;
  if (holds(batch.when, subject.resource, subjects.find) !== true) return undefined;
  if (holds(batch.unless, subject.resource, subjects.find) !== false) return undefined;
  const least = numberOf(subjects.value(subject, batch.least) ?? batch.absentLeast);
  const most = numberOf(subjects.value(subject, batch.most) ?? batch.absentMost);
  if (least !== 0 || typeof most !== 'number' || most < count) return undefined;
  return {
    because: `${most} at a time of at least ${count}, and 0 stay in service`,
    fix: `keep machines in service while others are replaced: MinInstancesInService at least ${count - 1}, and a smaller batch`,
  };
}
