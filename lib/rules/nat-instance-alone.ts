import { defineLossRule } from './rule';

export const natInstanceAlone = defineLossRule({
  id: 'nat-instance-alone',
  category: 'SINGLE_POINT_OF_FAILURE',
  title: 'one machine carries the egress of private subnets',
  why: 'a route has one next hop and no health check: when the machine or its zone fails, every subnet routed through it loses its way out',
  how: 'all ways out of the subnets lead through this machine',
  fix: 'use one NAT gateway per zone, each routed from its own zone, or a regional NAT gateway',
  sources: ['https://docs.aws.amazon.com/vpc/latest/userguide/vpc-nat-comparison.html'],
  claims: ({ culprit, function: { kind } }) => culprit.facts.role === 'compute' && kind === 'egress',
  words: ([loss]) => ({
    message: `one ${loss?.culprit.facts.noun} "${loss?.culprit.resource.id}" is the only way out of the subnets routed through it`,
  }),
});
