import type { DataAge, FactTable } from '../fact';
import { checked } from './checked';
import { reference } from './reference';
import { regionalStore } from './regional-store';

/** Replication between regions whose lag is usually below a second. */
const copyOfASecond: DataAge = { origin: 'copy', seconds: 1, because: 'the other regions follow within about a second' };

const keyspaces = 'https://docs.aws.amazon.com/keyspaces/latest/devguide/multiRegion-replication.html';

/** Tables without servers of the user: key-value, wide-column, ledgers and time series. */
export const tables: FactTable = {
  // Every region of a keyspace takes writes of its own, and gets those of the others.
  'AWS::Cassandra::Keyspace': {
    ...regionalStore('keyspace', keyspaces),
    names: ['KeyspaceName'],
    regions: ['ReplicationSpecification.RegionList[]'],
    keepsData: true,
    dataAges: [copyOfASecond],
    cases: [{ when: { 'ReplicationSpecification.ReplicationStrategy': 'MULTI_REGION' }, facts: { locality: 'many-regions' } }],
  },
  'AWS::Cassandra::Table': {
    ...regionalStore('Keyspaces table', keyspaces),
    needs: [{ path: 'KeyspaceName', kind: 'hard', because: 'the keyspace says in which regions it is' }],
    regions: ['KeyspaceName->ReplicationSpecification.RegionList[]'],
    cases: [
      {
        when: { 'KeyspaceName->ReplicationSpecification.ReplicationStrategy': 'MULTI_REGION' },
        facts: { locality: 'many-regions' },
      },
    ],
  },
  'AWS::QLDB::Ledger': regionalStore('ledger', reference('qldb-ledger')),
  'AWS::SDB::Domain': regionalStore('SimpleDB domain', reference('sdb-domain')),
  'AWS::Timestream::Database': regionalStore(
    'Timestream database',
    'https://docs.aws.amazon.com/timestream/latest/developerguide/disaster-recovery-resiliency.html',
  ),
  'AWS::Timestream::Table': regionalStore(
    'Timestream table',
    'https://docs.aws.amazon.com/timestream/latest/developerguide/disaster-recovery-resiliency.html',
  ),
  'AWS::Timestream::InfluxDBInstance': {
    noun: 'InfluxDB instance',
    role: 'store',
    locality: 'zone',
    units: { count: 1 },
    placement: { subnets: ['VpcSubnetIds[]'] },
    securityGroups: ['VpcSecurityGroupIds[]'],
    recovery: { kind: 'none' },
    cases: [
      {
        when: { DeploymentType: 'WITH_MULTIAZ_STANDBY' },
        facts: { locality: 'zones', units: { count: 2, spread: 'distinct-zones' }, recovery: { kind: 'failover' } },
      },
    ],
    fix: 'set DeploymentType to WITH_MULTIAZ_STANDBY, with subnets in at least 2 zones',
    source: reference('timestream-influxdbinstance'),
    checked,
  },
  'AWS::Timestream::InfluxDBCluster': {
    noun: 'InfluxDB cluster',
    role: 'store',
    locality: 'zones',
    units: { count: 2, spread: 'distinct-zones' },
    placement: { subnets: ['VpcSubnetIds[]'] },
    securityGroups: ['VpcSecurityGroupIds[]'],
    recovery: { kind: 'failover' },
    cases: [{ when: { FailoverMode: 'NO_FAILOVER' }, facts: { units: { count: 1 }, recovery: { kind: 'none' } } }],
    fix: 'set FailoverMode to AUTOMATIC',
    source: reference('timestream-influxdbcluster'),
    checked,
  },
  'AWS::DynamoDB::GlobalTable': {
    noun: 'DynamoDB global table',
    role: 'store',
    locality: 'many-regions',
    regions: ['Replicas[].Region'],
    names: ['TableName'],
    arn: { service: 'dynamodb', before: 'table/', name: 'TableName' },
    keepsData: true,
    dataAges: [
      { origin: 'copy', when: { MultiRegionConsistency: 'STRONG' }, seconds: 0, because: 'every write is in several regions' },
      { origin: 'copy', seconds: 1, because: 'replicas follow within about a second' },
      {
        origin: 'backup',
        when: { 'Replicas[].PointInTimeRecoverySpecification.PointInTimeRecoveryEnabled': true },
        seconds: 300,
        because: 'point-in-time recovery',
      },
    ],
    source: 'https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/GlobalTables.html',
    checked,
  },
  'AWS::DynamoDB::Table': {
    noun: 'DynamoDB table',
    role: 'store',
    locality: 'region',
    names: ['TableName'],
    arn: { service: 'dynamodb', before: 'table/', name: 'TableName' },
    keepsData: true,
    dataAges: [
      { origin: 'copy', seconds: 1, because: 'replicas follow within about a second' },
      {
        origin: 'backup',
        when: { 'PointInTimeRecoverySpecification.PointInTimeRecoveryEnabled': true },
        seconds: 300,
        because: 'point-in-time recovery',
      },
    ],
    source: 'https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/disaster-recovery-resiliency.html',
    checked,
  },
};
