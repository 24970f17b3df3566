import type { Analysis, Subject } from '../analysis';
import { numberOf } from '../knowledge';
import { defineLossRule } from './rule';

export const groupOfOne = defineLossRule({
  id: 'group-of-one',
  category: 'SINGLE_POINT_OF_FAILURE',
  title: 'a group or service can run with a single unit',
  why: 'when the one unit fails, nothing serves until another has been started: minutes, and only while the control plane and capacity allow it',
  how: 'the floor of the group is 1, or 0 where something scales it in: its desired count, or the least that a scaling policy, schedule, scalable target or autoscaler may set',
  fix: 'raise the floor (minimum size, desired count, minimum capacity of the scalable target) to at least 2 over at least 2 zones',
  sources: [
    'https://docs.aws.amazon.com/autoscaling/ec2/userguide/auto-scaling-benefits.html',
    'https://kubernetes.io/docs/concepts/workloads/controllers/deployment/',
  ],
  remedy: 'floor',
  claims: ({ culprit, domain }) => culprit.facts.role === 'compute' && domain.scope === 'component',
  words: ([loss], { units, subjects }) => {
    if (loss === undefined) return { message: '' };
    const { culprit } = loss;
    const { count, scaledBy } = units.of(culprit);
    const least = typeof count === 'number' ? count : 1;
    const [scaler] = scaledBy;
    const wanted = wantedBeyond(culprit, least, subjects);
    const how =
      scaler === undefined
        ? `runs ${least} unit${least === 1 ? '' : 's'}${wanted}`
        : `can be scaled in to ${least} by "${scaler.resource.id}"`;
    const then =
      least < 1 ? 'then nobody answers until a unit is up' : 'the loss of one takes everything it does until another is up';
    return { message: `${culprit.facts.noun} "${culprit.resource.id}" ${how}: ${then}` };
  },
});

/** More was wanted than the group may run. */
function wantedBeyond(subject: Subject, count: number, subjects: Analysis['subjects']): string {
  const { most, units } = subject.facts;
  const desired = typeof units?.count === 'object' ? units.count.desired : undefined;
  if (most === undefined || desired === undefined) return '';
  const wanted = numberOf(subjects.value(subject, desired));
  return typeof wanted === 'number' && wanted > count ? `, its most, though ${wanted} are wanted` : '';
}
