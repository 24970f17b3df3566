import type { FactTable } from '../fact';
import { checked } from './checked';
import { reference } from './reference';

/** Bundles of a database with a standby in another zone; all others have one node. */
const highAvailability = [
  'micro_ha_1_0',
  'small_ha_1_0',
  'medium_ha_1_0',
  'large_ha_1_0',
  'micro_ha_2_0',
  'small_ha_2_0',
  'medium_ha_2_0',
  'large_ha_2_0',
];

/** Amazon Lightsail. */
export const lightsailPlans: FactTable = {
  'AWS::Lightsail::Instance': {
    noun: 'Lightsail instance',
    role: 'compute',
    locality: 'zone',
    units: { count: 1 },
    placement: { zones: ['AvailabilityZone'] },
    recovery: { kind: 'none' },
    needs: [{ path: 'Hardware.Disks[].DiskName', kind: 'hard', because: 'the disk is attached to it' }],
    text: ['UserData'],
    fix: 'run at least 2 instances in 2 zones behind a Lightsail load balancer',
    source: reference('lightsail-instance'),
    checked,
  },
  'AWS::Lightsail::Disk': {
    noun: 'Lightsail disk',
    role: 'store',
    partOfUser: true,
    locality: 'zone',
    units: { count: 'many' },
    placement: { zones: ['AvailabilityZone'] },
    recovery: { kind: 'none' },
    source: reference('lightsail-disk'),
    checked,
  },
  'AWS::Lightsail::Database': {
    noun: 'Lightsail database',
    role: 'store',
    locality: 'zone',
    units: { count: 1 },
    placement: { zones: ['AvailabilityZone'] },
    recovery: { kind: 'none' },
    cases: [
      {
        when: { RelationalDatabaseBundleId: highAvailability },
        facts: {
          locality: 'zones',
          units: { count: 2, spread: 'distinct-zones' },
          placement: {},
          recovery: { kind: 'failover', seconds: [60, 120] },
        },
      },
    ],
    fix: 'choose a bundle with high availability',
    source: reference('lightsail-database'),
    checked,
  },
  'AWS::Lightsail::LoadBalancer': {
    noun: 'Lightsail load balancer',
    role: 'balancer',
    locality: 'region',
    members: ['AttachedInstances[]'],
    source: reference('lightsail-loadbalancer'),
    checked,
  },
  'AWS::Lightsail::Container': {
    noun: 'Lightsail container service',
    role: 'compute',
    locality: 'region',
    units: { count: { desired: 'Scale', absent: 1 } },
    recovery: { kind: 'self-healing', seconds: [60, 300] },
    text: ['ContainerServiceDeployment.Containers[].Environment'],
    fix: 'set Scale to at least 2',
    source: reference('lightsail-container'),
    checked,
  },
  'AWS::Lightsail::StaticIp': {
    noun: 'static IP address',
    role: 'address',
    locality: 'region',
    needs: [{ path: 'AttachedTo', kind: 'hard', because: 'the address leads to it' }],
    source: reference('lightsail-staticip'),
    checked,
  },
  'AWS::Lightsail::Bucket': {
    noun: 'Lightsail bucket',
    role: 'store',
    locality: 'region',
    source: reference('lightsail-bucket'),
    checked,
  },
  'AWS::Lightsail::Distribution': {
    noun: 'Lightsail distribution',
    role: 'entry',
    locality: 'edge',
    needs: [{ path: 'Origin.Name', kind: 'hard', because: 'it is the origin' }],
    source: reference('lightsail-distribution'),
    checked,
  },
};
