import type { Analysis, Subject } from '../analysis';
import { holds, numberOf } from '../knowledge';
import { defineCheckRule } from './rule';
import { stakeOf } from './stake';
import { unitsIn } from './units-in';

export const deploymentStopsAllUnits = defineCheckRule({
  id: 'deployment-stops-all-units',
  category: 'MISCONFIGURATION_AND_BUGS',
  title: 'a deployment may stop every unit at once',
  why: 'with a minimum healthy share of 0 percent the old units may be stopped before the new ones serve: every release is an outage, and a bad one lasts',
  how: 'the minimum healthy percentage of the deployment is read, where 0 leaves nothing running; of a rolling update of a group, the machines that stay in service and how many are replaced at a time, against the least that the group runs; of several pods, the strategy and how many may be missing',
  fix: 'set the minimum healthy percentage to 100 (or to a share that carries the load) and leave room above for the new units',
  sources: [
    'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/deployment-type-ecs.html',
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-attribute-updatepolicy.html',
    'https://kubernetes.io/docs/concepts/workloads/controllers/deployment/#strategy',
  ],
  remedy: 'rolling',
  *check(analysis) {
    for (const subject of analysis.subjects) {
      const { deployment, noun } = subject.facts;
      if (deployment === undefined || subject.uncertain !== undefined) continue;
      const { count } = analysis.units.of(subject);
      if (typeof count === 'number' && count < 1) continue;
      const found = shareOf(subject, analysis) ?? batchOf(subject, analysis) ?? missingOf(subject, analysis);
      const stake = found === undefined ? undefined : stakeOf(subject, analysis);
      if (found === undefined || stake === undefined) continue;
      yield {
        ...stake,
        scope: 'component',
        recovery: 'none',
        subject,
        failureDomain: `component ${subject.resource.id}`,
        message: `a new version of ${noun} "${subject.resource.id}" may stop all its units at once (${found.because})`,
        fix: found.fix ?? this.fix,
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
  return Number(share ?? 100) === 0 && share !== '' ? { because: 'minimum healthy 0 percent' } : undefined;
}

/** A group of one is named as such already; no number of machines in service can help it. */
function batchOf(subject: Subject, { subjects, units }: Analysis): Stop | undefined {
  const batch = subject.facts.deployment?.batch;
  const { count } = units.of(subject);
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

/** Where one pod is all there is, that is the finding, and not how it is replaced. */
function missingOf(subject: Subject, { subjects, units }: Analysis): Stop | undefined {
  const { stopsAllWhen, mostUnavailable } = subject.facts.deployment ?? {};
  const { count } = units.of(subject);
  if (typeof count !== 'number' || count < 2) return undefined;
  const fix = 'roll with fewer replicas missing than there are: maxUnavailable 0 or 25%, and maxSurge 1 or more';
  if (stopsAllWhen !== undefined && holds(stopsAllWhen, subject.resource, subjects.find) === true)
    return { because: `its strategy replaces ${count} of ${count}`, fix };
  const most = mostUnavailable === undefined ? undefined : subjects.value(subject, mostUnavailable);
  const missing = most === undefined ? undefined : unitsIn(most, count, 'down');
  return missing !== undefined && missing >= count ? { because: `${String(most)} of ${count} may be missing`, fix } : undefined;
}
