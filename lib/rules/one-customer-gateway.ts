import type { Loss } from '../analysis';
import { defineLossRule, quoted } from './rule';

export const oneCustomerGateway = defineLossRule({
  id: 'one-customer-gateway',
  category: 'SINGLE_POINT_OF_FAILURE',
  title: 'all links to a site end on one customer gateway',
  why: 'two tunnels of one connection end on one router with one line: when the router fails, the site is cut off',
  how: 'every link of the gateway leads to the same device, told apart by its address',
  fix: 'add a second VPN connection to a second customer gateway with an address of its own, on another router and line',
  sources: ['https://docs.aws.amazon.com/vpn/latest/s2svpn/vpn-redundant-connection.html'],
  claims: ({ culprit }) => culprit.facts.role === 'device' || culprit.facts.role === 'link',
  words: (losses) => ({ message: `every link of ${quoted(functionsOf(losses))} ${howItEnds(losses)}` }),
});

function functionsOf(losses: readonly Loss[]): readonly string[] {
  return [...new Set(losses.map(({ function: { name } }) => name))].sort();
}

/** Several gateways of one address, or of one device that somebody named, are one device. */
function howItEnds(losses: readonly Loss[]): string {
  const culprits = [...new Set(losses.map(({ culprit }) => culprit))];
  const [culprit] = culprits;
  const { noun, role } = culprit?.facts ?? {};
  const names = quoted(culprits.map(({ resource }) => resource.id).sort());
  if (culprits.length > 1) return `ends on one device: ${names} are the same ${noun}`;
  return `${role === 'link' ? 'is lost with' : 'ends on'} ${noun} ${names}`;
}
