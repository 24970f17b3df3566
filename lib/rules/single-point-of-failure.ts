import { defineLossRule } from './rule';

export const singlePointOfFailure = defineLossRule({
  id: 'single-point-of-failure',
  category: 'SINGLE_POINT_OF_FAILURE',
  title: 'one failure takes a function away',
  why: 'nothing else does what this resource does when its failure domain fails',
  how: 'the formula of the function is false when this failure domain alone fails',
  fix: 'add a second one in another failure domain, with automatic failover',
  sources: ['https://docs.aws.amazon.com/wellarchitected/latest/reliability-pillar/design-principles.html'],
  claims: () => true,
  words: ([loss]) => ({
    message: `${loss?.culprit.facts.noun} "${loss?.culprit.resource.id}" fails with ${loss?.domain.label}, and nothing takes over`,
  }),
});
