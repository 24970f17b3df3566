import type { Site } from '../../lib/constructs';

/**
 * The private side of the hybrid stacks: two racks with a switch each, every machine linked to both, gateways with
 * lines of two carriers. Addresses are those that documents may use.
 */
export const HEADQUARTERS: Site = {
  name: 'headquarters',
  tenancy: 'on-premises',
  cidr: '10.64.0.0/16',
  asn: 65_010,
  domain: 'corp.example',
  racks: ['rack-a', 'rack-b'],
  switches: [
    { name: 'switch-a', rack: 'rack-a' },
    { name: 'switch-b', rack: 'rack-b' },
  ],
  gateways: [
    { name: 'gateway-a', rack: 'rack-a', switches: ['switch-a', 'switch-b'], address: '192.0.2.10', carrier: 'north telecom' },
    { name: 'gateway-b', rack: 'rack-b', switches: ['switch-a', 'switch-b'], address: '198.51.100.10', carrier: 'south telecom' },
  ],
  hosts: [
    { name: 'names-a', rack: 'rack-a', address: '10.64.0.2', switches: ['switch-a', 'switch-b'], bond: 'active-backup' },
    { name: 'names-b', rack: 'rack-b', address: '10.64.1.2', switches: ['switch-a', 'switch-b'], bond: 'active-backup' },
    {
      name: 'server-a',
      rack: 'rack-a',
      address: '10.64.0.10',
      switches: ['switch-a', 'switch-b'],
      bond: '802.3ad',
      runs: ['orders'],
    },
    {
      name: 'server-b',
      rack: 'rack-b',
      address: '10.64.1.10',
      switches: ['switch-a', 'switch-b'],
      bond: '802.3ad',
      runs: ['orders'],
    },
    {
      name: 'data-a',
      rack: 'rack-a',
      address: '10.64.0.20',
      switches: ['switch-a', 'switch-b'],
      bond: '802.3ad',
      runs: ['ledger'],
    },
    {
      name: 'data-b',
      rack: 'rack-b',
      address: '10.64.1.20',
      switches: ['switch-a', 'switch-b'],
      bond: '802.3ad',
      runs: ['ledger'],
    },
  ],
  resolvers: ['names-a', 'names-b'],
};
