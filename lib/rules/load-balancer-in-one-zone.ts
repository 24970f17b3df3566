import { defineLossRule } from './rule';

export const loadBalancerInOneZone = defineLossRule({
  id: 'load-balancer-in-one-zone',
  category: 'SINGLE_POINT_OF_FAILURE',
  title: 'a load balancer stands in one zone',
  why: 'its nodes fail with the zone, and the targets elsewhere cannot be reached',
  how: 'the zones of its subnets are the same symbol',
  fix: 'give it a subnet in every zone that has targets, at least 2',
  sources: ['https://docs.aws.amazon.com/elasticloadbalancing/latest/userguide/how-elastic-load-balancing-works.html'],
  remedy: 'zones',
  claims: ({ culprit }) => culprit.facts.role === 'balancer',
  words: ([loss]) => ({
    message: `${loss?.culprit.facts.noun} "${loss?.culprit.resource.id}" has nodes in ${loss?.domain.label} only`,
  }),
});
