import type { DataAge, Facts, FactTable, Placement } from '../fact';
import { checked } from './checked';
import { reference } from './reference';
import { regionalStore } from './regional-store';
import { subnetGroupOfTwoZones } from './subnet-group';

/** Automatic backups keep the logs of the last minutes: a restore is at most five behind. */
const pointInTime: DataAge = { origin: 'backup', seconds: 300, because: 'automatic backups' };

/** A cluster whose storage spans three zones and whose instances are resources of their own. */
const clusterOf = (noun: string, source: string): Facts => ({
  noun,
  role: 'store',
  locality: 'region',
  madeOfMembers: true,
  names: ['DBClusterIdentifier'],
  copiesShare: 'GlobalClusterIdentifier',
  keepsData: true,
  backup: { retentionDays: 'BackupRetentionPeriod', absent: 1 },
  dataAges: [pointInTime, { origin: 'copy', seconds: 1, because: 'the global cluster follows within about a second' }],
  securityGroups: ['VpcSecurityGroupIds[]'],
  recovery: { kind: 'failover', seconds: [30, 60] },
  source,
  checked,
});

/** One instance of such a cluster; alone it is recreated in minutes, in the same zone. */
const memberOf = (noun: string, source: string): Facts => ({
  noun,
  role: 'member',
  locality: 'zone',
  units: { count: 1 },
  placement: { zones: ['AvailabilityZone'] },
  memberOf: 'DBClusterIdentifier',
  keepsData: false,
  dataAges: [],
  recovery: { kind: 'self-healing', seconds: [300, 600] },
  source,
  checked,
});

/** Matters when a region is lost; which member leads is then decided by an operator. */
const globalCluster = (noun: string, page: string): Facts => ({
  noun,
  role: 'configuration',
  locality: 'many-regions',
  names: ['GlobalClusterIdentifier'],
  copiesOf: ['SourceDBClusterIdentifier'],
  inert: true,
  source: reference(page),
  checked,
});

const aurora = 'https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/Concepts.AuroraHighAvailability.html';

const rds = 'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/Concepts.MultiAZ.html';

const neptune = 'https://docs.aws.amazon.com/neptune/latest/userguide/feature-overview-availability.html';

const docdb = 'https://docs.aws.amazon.com/documentdb/latest/developerguide/replication.html';

/** Two nodes stand in two zones of the group, whichever zone a state names as that of the first. */
const inGroup: Placement = { zones: ['AvailabilityZone'], subnets: ['DBSubnetGroupName->SubnetIds[]'] };

/** Databases made of instances: relational, document and graph. */
export const databases: FactTable = {
  'AWS::RDS::DBInstance': {
    noun: 'database instance',
    role: 'store',
    locality: 'zone',
    units: { count: 1 },
    placement: { ...inGroup, zonesWin: true },
    securityGroups: ['VPCSecurityGroups[]', 'DBSecurityGroups[]'],
    backup: { retentionDays: 'BackupRetentionPeriod', absent: 1 },
    names: ['DBInstanceIdentifier'],
    standbys: ['SourceDBInstanceIdentifier'],
    keepsData: true,
    dataAges: [
      {
        ...pointInTime,
        when: { AutomaticBackupReplicationRegion: 'present' },
        because: 'replicated automatic backups',
        far: true,
      },
      pointInTime,
      { origin: 'copy', because: 'a read replica follows as fast as it can' },
    ],
    recovery: { kind: 'none' },
    cases: [
      // The first three are put into different ones of the zones that the cluster lists.
      {
        when: { DBClusterIdentifier: 'present' },
        facts: {
          ...memberOf('Aurora instance', aurora),
          spreadOver: { zones: 'DBClusterIdentifier->AvailabilityZones[]', most: 3 },
        },
      },
      {
        when: { SourceDBInstanceIdentifier: 'present', MultiAZ: true },
        facts: { noun: 'read replica', repeatsSource: true, placement: inGroup, units: { count: 2, spread: 'distinct-zones' } },
      },
      { when: { SourceDBInstanceIdentifier: 'present' }, facts: { noun: 'read replica', repeatsSource: true } },
      { when: { SourceDBClusterIdentifier: 'present' }, facts: { noun: 'read replica', repeatsSource: true } },
      {
        when: { MultiAZ: true },
        facts: {
          placement: inGroup,
          units: { count: 2, spread: 'distinct-zones' },
          recovery: { kind: 'failover', seconds: [60, 120] },
        },
      },
      // SQL Server can also be mirrored by an option instead of the Multi-AZ setting.
      {
        when: {
          Engine: ['sqlserver-se', 'sqlserver-ee'],
          'OptionGroupName->OptionConfigurations[OptionName=Mirroring].OptionName': 'Mirroring',
        },
        facts: {
          placement: inGroup,
          units: { count: 2, spread: 'distinct-zones' },
          recovery: { kind: 'failover', seconds: [60, 120] },
        },
      },
    ],
    source: rds,
    checked,
  },
  'AWS::RDS::DBCluster': {
    ...clusterOf('Aurora cluster', aurora),
    standbys: ['ReplicationSourceIdentifier'],
    cases: [
      {
        when: { DBClusterInstanceClass: 'present' },
        facts: {
          noun: 'Multi-AZ DB cluster',
          madeOfMembers: false,
          units: { count: 3, needed: 2, spread: 'distinct-zones' },
          placement: { subnets: ['DBSubnetGroupName->SubnetIds[]'] },
          recovery: { kind: 'failover', seconds: [1, 35] },
        },
      },
      {
        // One instance, which is made anew in another zone when it or its zone fails, in a time that is not promised.
        when: { EngineMode: 'serverless' },
        facts: {
          noun: 'Aurora Serverless v1 cluster',
          locality: 'zones',
          madeOfMembers: false,
          units: { count: 1 },
          placement: { subnets: ['DBSubnetGroupName->SubnetIds[]'] },
          recovery: { kind: 'self-healing' },
          fix: 'use Aurora Serverless v2 with a reader in another zone',
          source: 'https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/aurora-serverless.how-it-works.html',
        },
      },
    ],
  },
  'AWS::RDS::DBSubnetGroup': subnetGroupOfTwoZones('DB subnet group', rds),
  'AWS::RDS::DBClusterEndpoint': {
    noun: 'cluster endpoint',
    role: 'configuration',
    locality: 'none',
    needs: [{ path: 'DBClusterIdentifier', kind: 'hard', because: 'it is a name of the cluster' }],
    carries: ['DBClusterIdentifier'],
    inert: true,
    source: reference('rds-dbclusterendpoint'),
    checked,
  },
  // The provider runs a proxy in several zones, and refuses subnets of one zone only.
  'AWS::RDS::DBProxy': {
    noun: 'database proxy',
    role: 'store',
    locality: 'zones',
    units: { count: 'per-subnet' },
    placement: { subnets: ['VpcSubnetIds[]'], enforcedZones: 2 },
    securityGroups: ['VpcSecurityGroupIds[]'],
    recovery: { kind: 'failover' },
    source: 'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/rds-proxy.howitworks.html',
    checked,
  },
  'AWS::RDS::DBProxyEndpoint': {
    noun: 'database proxy endpoint',
    role: 'store',
    locality: 'zones',
    units: { count: 'per-subnet' },
    placement: { subnets: ['VpcSubnetIds[]'], enforcedZones: 2 },
    securityGroups: ['VpcSecurityGroupIds[]'],
    needs: [{ path: 'DBProxyName', kind: 'hard', because: 'it is a door to the proxy' }],
    recovery: { kind: 'failover' },
    source: 'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/rds-proxy-endpoints.html',
    checked,
  },
  'AWS::RDS::DBProxyTargetGroup': {
    noun: 'proxy target group',
    role: 'configuration',
    locality: 'none',
    links: [
      {
        from: 'DBProxyName',
        to: ['DBClusterIdentifiers[]', 'DBInstanceIdentifiers[]'],
        kind: 'hard',
        because: 'the proxy connects to it',
      },
    ],
    inert: true,
    source: reference('rds-dbproxytargetgroup'),
    checked,
  },
  'AWS::RDS::DBShardGroup': {
    noun: 'DB shard group',
    role: 'member',
    locality: 'zones',
    units: { count: { min: 'ComputeRedundancy', absent: 0, plus: 1 }, spread: 'distinct-zones' },
    memberOf: 'DBClusterIdentifier',
    recovery: { kind: 'self-healing', seconds: [300, 600] },
    source: reference('rds-dbshardgroup'),
    checked,
  },
  'AWS::RDS::GlobalCluster': globalCluster('Aurora global cluster', 'rds-globalcluster'),
  'AWS::Neptune::DBCluster': clusterOf('Neptune cluster', neptune),
  'AWS::Neptune::DBInstance': memberOf('Neptune instance', neptune),
  'AWS::Neptune::DBSubnetGroup': subnetGroupOfTwoZones('Neptune subnet group', neptune),
  'AWS::Neptune::GlobalCluster': globalCluster('Neptune global cluster', 'neptune-globalcluster'),
  'AWS::NeptuneGraph::Graph': {
    noun: 'Neptune Analytics graph',
    role: 'store',
    locality: 'zones',
    units: { count: { min: 'ReplicaCount', absent: 1, plus: 1 }, spread: 'distinct-zones' },
    recovery: { kind: 'failover' },
    cases: [{ when: { ReplicaCount: 0 }, facts: { recovery: { kind: 'none' } } }],
    fix: 'set ReplicaCount to at least 1',
    source: reference('neptunegraph-graph'),
    checked,
  },
  'AWS::DocDB::DBCluster': clusterOf('DocumentDB cluster', docdb),
  // The service keeps the instances of a cluster in different zones of its subnet group, which has two at least.
  'AWS::DocDB::DBInstance': {
    ...memberOf('DocumentDB instance', docdb),
    spreadOver: { subnets: 'DBClusterIdentifier->DBSubnetGroupName->SubnetIds[]', least: 2, most: 3 },
  },
  'AWS::DocDB::DBSubnetGroup': subnetGroupOfTwoZones('DocumentDB subnet group', docdb),
  'AWS::DocDB::GlobalCluster': globalCluster('DocumentDB global cluster', 'docdb-globalcluster'),
  'AWS::DocDBElastic::Cluster': {
    noun: 'DocumentDB elastic cluster',
    role: 'store',
    locality: 'zones',
    units: { count: { min: 'ShardInstanceCount', absent: 2 } },
    placement: { subnets: ['SubnetIds[]'] },
    securityGroups: ['VpcSecurityGroupIds[]'],
    recovery: { kind: 'failover' },
    cases: [
      {
        when: { ShardInstanceCount: 'absent' },
        facts: {
          doubt: {
            because: 'it does not give ShardInstanceCount, and the service chooses the number of instances of each shard',
            tell: 'set ShardInstanceCount to at least 2',
          },
        },
      },
      { when: { ShardInstanceCount: 1 }, facts: { recovery: { kind: 'self-healing' } } },
    ],
    fix: 'set ShardInstanceCount to at least 2, with subnets in at least 2 zones',
    source: reference('docdbelastic-cluster'),
    checked,
  },
  // Clusters of two regions are one database: either takes writes, and a write is done when both have it.
  'AWS::DSQL::Cluster': {
    ...regionalStore('Aurora DSQL cluster', 'https://docs.aws.amazon.com/aurora-dsql/latest/userguide/what-is-aurora-dsql.html'),
    standbys: ['MultiRegionProperties.Clusters[]'],
    keepsData: true,
    dataAges: [{ origin: 'copy', seconds: 0, because: 'every write is in two regions' }],
  },
};
