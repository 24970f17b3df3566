import { defineLossRule } from './rule';

export const oneCustomerGateway = defineLossRule({
  id: 'one-customer-gateway',
  category: 'SINGLE_POINT_OF_FAILURE',
  title: 'all links to a site end on one customer gateway',
  why: 'two tunnels of one connection end on one router with one line: when the router fails, the site is cut off',
  how: 'every link of the gateway leads to the same device, told apart by its address',
  fix: 'add a second VPN connection to a second customer gateway with an address of its own, on another router and line',
  sources: ['https://docs.aws.amazon.com/vpn/latest/s2svpn/vpn-redundant-connection.html'],
  claims: ({ culprit }) => culprit.facts.role === 'device' || culprit.facts.role === 'link',
  words: ([loss]) => ({
    message: `every link of "${loss?.function.name}" ${loss?.culprit.facts.role === 'link' ? 'is lost with' : 'ends on'} ${loss?.culprit.facts.noun} "${loss?.culprit.resource.id}"`,
  }),
});
