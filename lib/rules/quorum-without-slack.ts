import type { Analysis, Subject } from '../analysis';
import { defineLossRule } from './rule';

const fix = 'spread an odd number of units over at least three zones, or ask for fewer copies in step than there are';

export const quorumWithoutSlack = defineLossRule({
  id: 'quorum-without-slack',
  category: 'SINGLE_POINT_OF_FAILURE',
  title: 'so many units or copies are needed that the loss of one failure domain is too much',
  why: 'what needs a quorum stops when it is gone, however many units still run: three over two zones have no majority left once the fuller zone fails',
  how: 'of n units over k zones the fullest zone holds ceil(n/k); what is left is compared with the units that must live: a majority, all of them, or the copies that must be in step. Of pods of a stateful set none stands in for another: what leaves no majority of them is unproven until nospof.yaml says how many must live (capacity)',
  fix,
  sources: ['https://docs.aws.amazon.com/msk/latest/developerguide/bestpractices.html'],
  claims: ({ culprit, domain }, analysis) =>
    (culprit.facts.role === 'store' || culprit.facts.units?.needed === 'unsaid') &&
    needsSeveral(culprit, analysis) &&
    (domain.scope === 'component' || zonesOf(culprit, analysis.units) > 1),
  words: (losses, { units }) => {
    const [loss] = losses;
    if (loss === undefined) return { message: '' };
    const { culprit } = loss;
    const { count, needed } = units.of(culprit);
    const alone = losses.some(({ domain }) => domain.scope === 'component');
    const zones = zonesOf(culprit, units);
    const when = alone
      ? 'one alone stops it'
      : `the fullest of its ${zones} zones holds ${Math.ceil(Number(count) / zones)} of them`;
    return {
      message: `${culprit.facts.noun} "${culprit.resource.id}" needs ${needed} of its ${Number(count)} units or copies: ${when}`,
      // What its type says is about units that stand in for each other.
      ...(culprit.facts.role === 'store' ? {} : { fix }),
    };
  },
});

function needsSeveral(culprit: Subject, { units }: Analysis): boolean {
  const { count, needed } = units.of(culprit);
  return typeof count === 'number' && count > 1 && needed > 1;
}

function zonesOf(culprit: Subject, units: Analysis['units']): number {
  return new Set(units.of(culprit).places.places.map(({ zone }) => zone.index)).size;
}
