import type { Site } from '../../lib/blueprints';

/** A site of two racks in which everything is there twice. */
export function aSite(changes: Partial<Site> = {}): Site {
  const both = ['switch-a', 'switch-b'];
  return {
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
      { name: 'gateway-a', rack: 'rack-a', switches: both, address: '192.0.2.10', carrier: 'north telecom' },
      { name: 'gateway-b', rack: 'rack-b', switches: both, address: '198.51.100.10', carrier: 'south telecom' },
    ],
    hosts: [
      { name: 'names-a', rack: 'rack-a', address: '10.64.0.2', switches: both, bond: 'active-backup' },
      { name: 'names-b', rack: 'rack-b', address: '10.64.1.2', switches: both, bond: 'active-backup' },
      { name: 'server-a', rack: 'rack-a', address: '10.64.0.10', switches: both, bond: '802.3ad', runs: ['orders'] },
      { name: 'server-b', rack: 'rack-b', address: '10.64.1.10', switches: both, bond: '802.3ad', runs: ['orders'] },
    ],
    resolvers: ['names-a', 'names-b'],
    ...changes,
  };
}
