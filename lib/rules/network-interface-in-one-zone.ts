import { defineLossRule } from './rule';

export const networkInterfaceInOneZone = defineLossRule({
  id: 'network-interface-in-one-zone',
  category: 'SINGLE_POINT_OF_FAILURE',
  title: 'an entry address is bound to one network interface',
  why: 'a network interface cannot leave its zone: the address that clients know fails with it until somebody moves it',
  how: 'an address leads to the interface, and nothing else answers for it',
  fix: 'put a load balancer over at least 2 zones in front, and let clients use its name',
  sources: ['https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/using-eni.html'],
  claims: ({ culprit }) => culprit.facts.role === 'interface',
  words: ([loss]) => ({
    message: `the entry address leads to network interface "${loss?.culprit.resource.id}", which cannot leave ${loss?.domain.label}`,
  }),
});
