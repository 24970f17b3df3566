import type { DataAge, FactTable } from '../fact';
import { checked } from './checked';
import { reference } from './reference';
import { regionalStore } from './regional-store';
import { subnetGroup } from './subnet-group';

/** Without a schedule of their own, automatic snapshots come every 8 hours, or sooner when much has changed. */
const eightHours: DataAge = { origin: 'backup', seconds: 28_800, because: 'automatic snapshots every 8 hours' };

/** Warehouses, and what copies between databases. */
export const warehouses: FactTable = {
  // Nodes of a cluster without Multi-AZ stand in one zone, however many they are.
  'AWS::Redshift::Cluster': {
    noun: 'Redshift cluster',
    role: 'store',
    locality: 'zone',
    units: { count: 'many', spread: 'one-place' },
    placement: { zones: ['AvailabilityZone'], subnets: ['ClusterSubnetGroupName->SubnetIds[]'] },
    securityGroups: ['VpcSecurityGroupIds[]', 'ClusterSecurityGroups[]'],
    keepsData: true,
    dataAges: [
      {
        ...eightHours,
        when: { DestinationRegion: 'present' },
        because: 'automatic snapshots, copied to another region',
        far: true,
      },
      eightHours,
    ],
    recovery: { kind: 'none' },
    cases: [
      {
        when: { MultiAZ: true },
        facts: {
          locality: 'zones',
          units: { count: 2, spread: 'distinct-zones' },
          recovery: { kind: 'failover', seconds: [60, 600] },
        },
      },
      // It moves to another zone of its subnet group, where there is capacity.
      {
        when: { AvailabilityZoneRelocation: true },
        facts: {
          locality: 'zones',
          units: { count: 1 },
          placement: { subnets: ['ClusterSubnetGroupName->SubnetIds[]'] },
          recovery: { kind: 'self-healing', seconds: [300, 900] },
          source: 'https://docs.aws.amazon.com/redshift/latest/mgmt/managing-cluster-recovery.html',
        },
      },
      { when: { ClusterType: 'single-node' }, facts: { units: { count: 1 } } },
      { when: { NumberOfNodes: 1 }, facts: { units: { count: 1 } } },
    ],
    fix: 'set MultiAZ to true, which needs RA3 nodes',
    source: 'https://docs.aws.amazon.com/redshift/latest/mgmt/managing-cluster-multi-az.html',
    checked,
  },
  'AWS::Redshift::ClusterSubnetGroup': subnetGroup('Redshift subnet group', reference('redshift-clustersubnetgroup')),
  'AWS::Redshift::EndpointAccess': {
    noun: 'Redshift endpoint',
    role: 'configuration',
    locality: 'none',
    needs: [{ path: 'ClusterIdentifier', kind: 'hard', because: 'it is a door to the cluster' }],
    carries: ['ClusterIdentifier'],
    inert: true,
    source: reference('redshift-endpointaccess'),
    checked,
  },
  'AWS::RedshiftServerless::Namespace': regionalStore('Redshift Serverless namespace', reference('redshiftserverless-namespace')),
  'AWS::RedshiftServerless::Workgroup': {
    noun: 'Redshift Serverless workgroup',
    role: 'store',
    locality: 'zones',
    units: { count: 'per-subnet' },
    placement: { subnets: ['SubnetIds[]'] },
    securityGroups: ['SecurityGroupIds[]'],
    needs: [{ path: 'NamespaceName', kind: 'hard', because: 'it serves the data of the namespace' }],
    recovery: { kind: 'failover' },
    fix: 'give the workgroup subnets in 3 zones',
    source: reference('redshiftserverless-workgroup'),
    checked,
  },
  'AWS::DMS::ReplicationInstance': {
    noun: 'replication instance',
    role: 'replication',
    locality: 'zone',
    units: { count: 1 },
    placement: { zones: ['AvailabilityZone'], subnets: ['ReplicationSubnetGroupIdentifier->SubnetIds[]'] },
    recovery: { kind: 'none' },
    cases: [
      {
        when: { MultiAZ: true },
        facts: { units: { count: 2, spread: 'distinct-zones' }, recovery: { kind: 'failover', seconds: [60, 120] } },
      },
    ],
    source: 'https://docs.aws.amazon.com/dms/latest/userguide/CHAP_ReplicationInstance.html',
    checked,
  },
  'AWS::DMS::ReplicationConfig': {
    noun: 'serverless replication',
    role: 'replication',
    locality: 'zone',
    units: { count: 1 },
    placement: {
      zones: ['ComputeConfig.AvailabilityZone'],
      subnets: ['ComputeConfig.ReplicationSubnetGroupId->SubnetIds[]'],
    },
    securityGroups: ['ComputeConfig.VpcSecurityGroupIds[]'],
    recovery: { kind: 'none' },
    cases: [
      {
        when: { 'ComputeConfig.MultiAZ': true },
        facts: { units: { count: 2, spread: 'distinct-zones' }, recovery: { kind: 'failover', seconds: [60, 120] } },
      },
    ],
    source: reference('dms-replicationconfig'),
    checked,
  },
  'AWS::DMS::ReplicationSubnetGroup': subnetGroup(
    'replication subnet group',
    'https://docs.aws.amazon.com/dms/latest/userguide/CHAP_ReplicationInstance.VPC.html',
  ),
};
