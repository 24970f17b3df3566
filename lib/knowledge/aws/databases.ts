import type { Facts, FactTable } from '../fact';

const checked = '2026-11-22';

/** A cluster whose storage spans three zones and whose instances are resources of their own. */
const clusterOf = (noun: string, source: string): Facts => ({
  noun,
  role: 'store',
  locality: 'region',
  madeOfMembers: true,
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
  recovery: { kind: 'self-healing', seconds: [300, 600] },
  source,
  checked,
});

const subnetGroup = (noun: string, source: string): Facts => ({
  noun,
  role: 'subnet-group',
  locality: 'none',
  inert: true,
  source,
  checked,
});

const aurora = 'https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/Concepts.AuroraHighAvailability.html';
const rds = 'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/Concepts.MultiAZ.html';
const neptune = 'https://docs.aws.amazon.com/neptune/latest/userguide/feature-overview-availability.html';
const docdb = 'https://docs.aws.amazon.com/documentdb/latest/developerguide/replication.html';
const elasticache = 'https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/AutoFailover.html';
const opensearch = 'https://docs.aws.amazon.com/opensearch-service/latest/developerguide/managedomains-multiaz.html';

/** Relational, graph, document, search and cache engines. */
export const databases: FactTable = {
  'AWS::RDS::DBInstance': {
    noun: 'database instance',
    role: 'store',
    locality: 'zone',
    units: { count: 1 },
    placement: { zones: ['AvailabilityZone'], subnets: ['DBSubnetGroupName->SubnetIds[]'] },
    securityGroups: ['VPCSecurityGroups[]', 'DBSecurityGroups[]'],
    backup: { retentionDays: 'BackupRetentionPeriod', absent: 1 },
    recovery: { kind: 'none' },
    cases: [
      { when: { DBClusterIdentifier: 'present' }, facts: memberOf('Aurora instance', aurora) },
      {
        when: { MultiAZ: true },
        facts: {
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
        when: { EngineMode: 'serverless' },
        facts: { noun: 'Aurora Serverless v1 cluster', madeOfMembers: false, recovery: { kind: 'self-healing' } },
      },
    ],
  },
  'AWS::RDS::DBSubnetGroup': subnetGroup('DB subnet group', rds),
  'AWS::Neptune::DBCluster': clusterOf('Neptune cluster', neptune),
  'AWS::Neptune::DBInstance': memberOf('Neptune instance', neptune),
  'AWS::Neptune::DBSubnetGroup': subnetGroup('Neptune subnet group', neptune),
  'AWS::DocDB::DBCluster': clusterOf('DocumentDB cluster', docdb),
  'AWS::DocDB::DBInstance': memberOf('DocumentDB instance', docdb),
  'AWS::DocDB::DBSubnetGroup': subnetGroup('DocumentDB subnet group', docdb),
  'AWS::ElastiCache::ReplicationGroup': {
    noun: 'ElastiCache replication group',
    role: 'cache',
    locality: 'zones',
    units: { count: 1 },
    placement: {
      zones: ['PreferredCacheClusterAZs[]'],
      subnets: ['CacheSubnetGroupName->SubnetIds[]'],
    },
    securityGroups: ['SecurityGroupIds[]'],
    recovery: { kind: 'self-healing', seconds: [300, 900] },
    cases: [
      {
        when: { AutomaticFailoverEnabled: true, MultiAZEnabled: true, ReplicasPerNodeGroup: 'present' },
        facts: {
          units: { count: { min: 'ReplicasPerNodeGroup', absent: 0, plus: 1 }, spread: 'distinct-zones' },
          recovery: { kind: 'failover', seconds: [10, 60] },
        },
      },
      {
        when: { AutomaticFailoverEnabled: true, MultiAZEnabled: true },
        facts: {
          units: { count: { min: 'NumCacheClusters', absent: 1 }, spread: 'distinct-zones' },
          recovery: { kind: 'failover', seconds: [10, 60] },
        },
      },
      {
        when: { AutomaticFailoverEnabled: true, ReplicasPerNodeGroup: 'present' },
        facts: {
          units: { count: { min: 'ReplicasPerNodeGroup', absent: 0, plus: 1 } },
          recovery: { kind: 'failover', seconds: [10, 60] },
        },
      },
      {
        when: { AutomaticFailoverEnabled: true },
        facts: {
          units: { count: { min: 'NumCacheClusters', absent: 2 } },
          recovery: { kind: 'failover', seconds: [10, 60] },
        },
      },
    ],
    source: elasticache,
    checked,
  },
  'AWS::ElastiCache::CacheCluster': {
    noun: 'cache cluster',
    role: 'cache',
    locality: 'zone',
    units: { count: 1 },
    placement: {
      zones: ['PreferredAvailabilityZone', 'PreferredAvailabilityZones[]'],
      subnets: ['CacheSubnetGroupName->SubnetIds[]'],
    },
    securityGroups: ['VpcSecurityGroupIds[]'],
    recovery: { kind: 'self-healing', seconds: [300, 900] },
    cases: [
      {
        when: { Engine: 'memcached', AZMode: 'cross-az' },
        facts: { units: { count: { min: 'NumCacheNodes', absent: 1 }, spread: 'distinct-zones' } },
      },
      {
        when: { Engine: 'memcached' },
        facts: { units: { count: { min: 'NumCacheNodes', absent: 1 }, spread: 'one-place' } },
      },
    ],
    source: elasticache,
    checked,
  },
  'AWS::ElastiCache::SubnetGroup': subnetGroup('cache subnet group', elasticache),
  'AWS::ElastiCache::ParameterGroup': subnetGroup('cache parameter group', elasticache),
  'AWS::OpenSearchService::Domain': {
    noun: 'OpenSearch domain',
    role: 'store',
    locality: 'zones',
    units: { count: { min: 'ClusterConfig.InstanceCount', absent: 1 }, spread: 'one-place' },
    placement: { subnets: ['VPCOptions.SubnetIds[]'] },
    securityGroups: ['VPCOptions.SecurityGroupIds[]'],
    recovery: { kind: 'none' },
    cases: [
      {
        when: { 'ClusterConfig.ZoneAwarenessEnabled': true },
        facts: {
          units: { count: { min: 'ClusterConfig.InstanceCount', absent: 1 }, spread: 'distinct-zones' },
          recovery: { kind: 'failover', seconds: [30, 60] },
        },
      },
    ],
    source: opensearch,
    checked,
  },
  'AWS::Elasticsearch::Domain': {
    noun: 'Elasticsearch domain',
    role: 'store',
    locality: 'zones',
    units: { count: { min: 'ElasticsearchClusterConfig.InstanceCount', absent: 1 }, spread: 'one-place' },
    placement: { subnets: ['VPCOptions.SubnetIds[]'] },
    securityGroups: ['VPCOptions.SecurityGroupIds[]'],
    recovery: { kind: 'none' },
    cases: [
      {
        when: { 'ElasticsearchClusterConfig.ZoneAwarenessEnabled': true },
        facts: {
          units: { count: { min: 'ElasticsearchClusterConfig.InstanceCount', absent: 1 }, spread: 'distinct-zones' },
          recovery: { kind: 'failover', seconds: [30, 60] },
        },
      },
    ],
    source: opensearch,
    checked,
  },
  'AWS::DynamoDB::Table': {
    noun: 'DynamoDB table',
    role: 'store',
    locality: 'region',
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
  'AWS::DMS::ReplicationSubnetGroup': subnetGroup(
    'replication subnet group',
    'https://docs.aws.amazon.com/dms/latest/userguide/CHAP_ReplicationInstance.VPC.html',
  ),
};
