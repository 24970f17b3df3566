import type { DataAge, Facts, FactTable, Placement } from '../fact';
import { checked } from './checked';
import { reference } from './reference';
import { subnetGroup } from './subnet-group';

/** Automatic backups keep the logs of the last minutes: a restore is at most five behind. */
const pointInTime: DataAge = { origin: 'backup', seconds: 300, because: 'automatic backups' };

/** Replication between regions whose lag is usually below a second. */
const copyOfASecond: DataAge = { origin: 'copy', seconds: 1, because: 'the other regions follow within about a second' };

const keyspaces = 'https://docs.aws.amazon.com/keyspaces/latest/devguide/multiRegion-replication.html';

/** Without a schedule of their own, automatic snapshots come every 8 hours, or sooner when much has changed. */
const eightHours: DataAge = { origin: 'backup', seconds: 28_800, because: 'automatic snapshots every 8 hours' };

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

/** A store that the provider keeps in several zones of the region, whatever its settings. */
const regional = (noun: string, source: string): Facts => ({ noun, role: 'store', locality: 'region', source, checked });

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

/** Relational, document, graph, wide-column and time-series stores, warehouses, and what copies between them. */
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
  'AWS::RDS::DBSubnetGroup': subnetGroup('DB subnet group', rds),
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
  'AWS::Neptune::DBSubnetGroup': subnetGroup('Neptune subnet group', neptune),
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
  'AWS::DocDB::DBInstance': memberOf('DocumentDB instance', docdb),
  'AWS::DocDB::DBSubnetGroup': subnetGroup('DocumentDB subnet group', docdb),
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
    ...regional('Aurora DSQL cluster', 'https://docs.aws.amazon.com/aurora-dsql/latest/userguide/what-is-aurora-dsql.html'),
    standbys: ['MultiRegionProperties.Clusters[]'],
    keepsData: true,
    dataAges: [{ origin: 'copy', seconds: 0, because: 'every write is in two regions' }],
  },
  // Every region of a keyspace takes writes of its own, and gets those of the others.
  'AWS::Cassandra::Keyspace': {
    ...regional('keyspace', keyspaces),
    names: ['KeyspaceName'],
    regions: ['ReplicationSpecification.RegionList[]'],
    keepsData: true,
    dataAges: [copyOfASecond],
    cases: [{ when: { 'ReplicationSpecification.ReplicationStrategy': 'MULTI_REGION' }, facts: { locality: 'many-regions' } }],
  },
  'AWS::Cassandra::Table': {
    ...regional('Keyspaces table', keyspaces),
    needs: [{ path: 'KeyspaceName', kind: 'hard', because: 'the keyspace says in which regions it is' }],
    regions: ['KeyspaceName->ReplicationSpecification.RegionList[]'],
    cases: [
      {
        when: { 'KeyspaceName->ReplicationSpecification.ReplicationStrategy': 'MULTI_REGION' },
        facts: { locality: 'many-regions' },
      },
    ],
  },
  'AWS::QLDB::Ledger': regional('ledger', reference('qldb-ledger')),
  'AWS::SDB::Domain': regional('SimpleDB domain', reference('sdb-domain')),
  'AWS::Timestream::Database': regional(
    'Timestream database',
    'https://docs.aws.amazon.com/timestream/latest/developerguide/disaster-recovery-resiliency.html',
  ),
  'AWS::Timestream::Table': regional(
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
  'AWS::RedshiftServerless::Namespace': regional('Redshift Serverless namespace', reference('redshiftserverless-namespace')),
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
