import { defineLossRule } from './rule';

export const singleInstance = defineLossRule({
  id: 'single-instance',
  category: 'SINGLE_POINT_OF_FAILURE',
  title: 'one machine does the work and nothing replaces it',
  why: 'an instance fails with its hardware and with its zone; without a group or a peer behind the same entry nobody takes over and nothing recreates it',
  how: 'a function is lost when this one unit is lost, and no automatic recovery is declared for it',
  fix: 'run it in an Auto Scaling group with at least 2 instances over at least 2 zones behind a health-checked load balancer; where only one may run, a group of one over 2 zones bounds the outage',
  sources: [
    'https://docs.aws.amazon.com/wellarchitected/latest/reliability-pillar/rel_fault_isolation_multiaz_region_system.html',
  ],
  claims: ({ culprit, function: { kind } }, { units, verdicts }) =>
    verdicts.lostAlone.has(culprit) &&
    culprit.facts.role === 'compute' &&
    kind !== 'egress' &&
    culprit.facts.recovery?.kind !== 'self-healing' &&
    units.of(culprit).count === 1,
  words: ([loss]) => ({
    message: `one ${loss?.culprit.facts.noun} "${loss?.culprit.resource.id}" has no peer: when it or its zone fails, nothing takes over`,
  }),
});
