import { faultsOfSite, hostsThatRun, resolversOf, type Site } from '../../lib/blueprints';
import { aSite } from '../support/sites';

const found = (changes: Partial<Site> = {}) =>
  faultsOfSite(aSite(changes))
    .filter((fault) => fault !== undefined)
    .map((fault) => fault.found);
const { gateways, hosts } = aSite();
const [first, second] = gateways;
const [names, ...otherHosts] = hosts;
if (first === undefined || second === undefined || names === undefined) throw new Error('the site has gateways and hosts');

describe('faultsOfSite', () => {
  it('accepts a site in which everything is there twice', () => {
    expect(found()).toEqual([]);
  });

  it.each<[string, Partial<Site>, readonly string[]]>([
    ['one gateway', { gateways: [first] }, ['the number of gateways is 1']],
    ['gateways in one rack', { gateways: [first, { ...second, rack: 'rack-a' }] }, ['all gateways share the rack rack-a']],
    [
      'gateways of one carrier',
      { gateways: [first, { ...second, carrier: 'north telecom' }] },
      ['all gateways share the carrier north telecom'],
    ],
    [
      'gateways of one address',
      { gateways: [first, { ...second, address: '192.0.2.10' }] },
      ['two gateways have the address 192.0.2.10'],
    ],
    [
      'a gateway on one switch',
      { gateways: [first, { ...second, switches: ['switch-b'] }] },
      ['gateway-b is linked to the switch switch-b only'],
    ],
    [
      'a host on one switch, twice',
      { hosts: [{ ...names, switches: ['switch-a', 'switch-a'] }, ...otherHosts] },
      ['names-a is linked to the switch switch-a only'],
    ],
    ['resolvers in one rack', { resolvers: ['names-a'] }, ['resolvers are names-a']],
    ['a resolver that is no host', { resolvers: ['names-a', 'names-b', 'names-c'] }, ['resolvers names the host "names-c"']],
    ['a rack that is not there', { gateways: [first, { ...second, rack: 'rack-c' }] }, ['gateway-b names the rack "rack-c"']],
    [
      'a switch that is not there',
      { gateways: [first, { ...second, switches: ['switch-a', 'switch-c'] }] },
      ['gateway-b names the switch "switch-c"'],
    ],
    [
      'a name that means two things',
      {
        racks: ['rack-a', 'rack-b'],
        switches: [
          { name: 'switch-a', rack: 'rack-a' },
          { name: 'switch-b', rack: 'rack-b' },
          { name: 'switch-b', rack: 'rack-a' },
        ],
      },
      ['"switch-b" is listed twice'],
    ],
    ['a block that is none', { cidr: 'ten' }, ['cidr of the site is ten']],
    [
      'a host outside its block',
      { hosts: [{ ...names, address: '10.65.0.2' }, ...otherHosts] },
      ['names-a has the address 10.65.0.2'],
    ],
    ['a public number for BGP', { asn: 3 }, ['asn of the site is 3']],
  ])('refuses %s', (_, changes, faults) => {
    expect(found(changes)).toEqual(faults);
  });
});

describe('hostsThatRun and resolversOf', () => {
  it('look hosts up by what they do', () => {
    expect(hostsThatRun(aSite(), 'orders').map(({ name }) => name)).toEqual(['server-a', 'server-b']);
    expect(hostsThatRun(aSite(), 'mail')).toEqual([]);
    expect(resolversOf(aSite()).map(({ address }) => address)).toEqual(['10.64.0.2', '10.64.1.2']);
  });
});
