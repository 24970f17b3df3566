import { defineLossRule } from './rule';

export const networkInterfaceInOneZone = defineLossRule({
  id: 'network-interface-in-one-zone',
  category: 'SINGLE_POINT_OF_FAILURE',
  title: 'what is needed is bound to one network interface',
  why: 'a network interface cannot leave its zone: the address that clients know, or that a machine takes over when it starts, fails with it until somebody moves it',
  how: 'an address leads to the interface, or the machine attaches it when it starts, and nothing else answers for it',
  fix: 'put a load balancer over at least 2 zones in front, and let clients use its name',
  sources: ['https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/using-eni.html'],
  claims: ({ culprit }) => culprit.facts.role === 'interface',
  words: ([loss]) => {
    const { culprit, domain, path } = loss as NonNullable<typeof loss>;
    const face = `network interface "${culprit.resource.id}"`;
    const addressed = path[path.length - 2]?.facts.role === 'address';
    return {
      message: addressed
        ? `the entry address leads to ${face}, which cannot leave ${domain.label}`
        : `${face} is needed, and cannot leave ${domain.label}`,
    };
  },
});
