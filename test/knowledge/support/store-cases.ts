import { oneZone, type Resources, ref, twoZones } from './system-of';
import { settings, type VerdictCase } from './verdict-cases';

const group = (type: string, subnets = twoZones) => ({ Group: [type, { SubnetIds: subnets }] }) as const;
const movedTo = (StorageClass: string, Status: string) => ({ Status, Transitions: [{ StorageClass, TransitionInDays: 30 }] });
const topic = (configuration: string): Resources => ({
  Brokers: ['AWS::MSK::Configuration', { ServerProperties: configuration }],
  Orders: ['AWS::MSK::Cluster', { NumberOfBrokerNodes: 3, ConfigurationInfo: { Arn: ref('Brokers', 'Arn') } }],
});
const redis = { Engine: 'redis', AutomaticFailoverEnabled: true };

/** Stores, caches, search and brokers. */
export const storeCases: readonly VerdictCase[] = [
  settings('a database instance with a standby', 'AWS::RDS::DBInstance', {
    survives: { Engine: 'mysql', MultiAZ: 'true' },
    without: { Engine: 'mysql' },
    lost: ['component'],
  }),
  settings('a database instance alone in its zone', 'AWS::RDS::DBInstance', {
    survives: { Engine: 'mysql', MultiAZ: true },
    without: { Engine: 'mysql', AvailabilityZone: 'eu-west-1a' },
    lost: ['component', 'zone'],
  }),
  settings('a SQL Server that is mirrored by an option', 'AWS::RDS::DBInstance', {
    besides: { Options: ['AWS::RDS::OptionGroup', { OptionConfigurations: [{ OptionName: 'Mirroring' }] }] },
    survives: { Engine: 'sqlserver-se', OptionGroupName: ref('Options') },
    without: { Engine: 'sqlserver-web', OptionGroupName: ref('Options') },
    lost: ['component'],
  }),
  {
    about: 'an Aurora cluster with two instances',
    survives: {
      Orders: ['AWS::RDS::DBCluster', { Engine: 'aurora-mysql' }],
      Writer: ['AWS::RDS::DBInstance', { DBClusterIdentifier: ref('Orders'), AvailabilityZone: 'eu-west-1a' }],
      Reader: ['AWS::RDS::DBInstance', { DBClusterIdentifier: ref('Orders'), AvailabilityZone: 'eu-west-1b' }],
    },
    without: {
      Orders: ['AWS::RDS::DBCluster', { Engine: 'aurora-mysql' }],
      Writer: ['AWS::RDS::DBInstance', { DBClusterIdentifier: ref('Orders') }],
    },
    lost: ['Writer with component'],
  },
  {
    about: 'an Aurora cluster of the first serverless kind, which is one instance',
    survives: {
      Orders: ['AWS::RDS::DBCluster', { Engine: 'aurora-mysql' }],
      Writer: ['AWS::RDS::DBInstance', { DBClusterIdentifier: ref('Orders'), AvailabilityZone: 'eu-west-1a' }],
      Reader: ['AWS::RDS::DBInstance', { DBClusterIdentifier: ref('Orders'), AvailabilityZone: 'eu-west-1b' }],
    },
    without: { Orders: ['AWS::RDS::DBCluster', { Engine: 'aurora-mysql', EngineMode: 'serverless' }] },
    lost: ['Orders with component'],
  },
  {
    about: 'a Multi-AZ DB cluster, which has no instances of its own',
    survives: { Orders: ['AWS::RDS::DBCluster', { Engine: 'postgres', DBClusterInstanceClass: 'db.m6gd.large' }] },
    without: {
      Orders: ['AWS::RDS::DBCluster', { Engine: 'aurora-postgresql' }],
      Only: ['AWS::RDS::DBInstance', { DBClusterIdentifier: ref('Orders') }],
    },
    lost: ['Only with component'],
  },
  {
    about: 'a read replica, which the source can stand in for',
    survives: {
      Source: ['AWS::RDS::DBInstance', { DBInstanceClass: 'db.m6g.large', MultiAZ: true }],
      Copy: ['AWS::RDS::DBInstance', { DBInstanceClass: 'db.m6g.large', SourceDBInstanceIdentifier: ref('Source') }],
    },
    without: {
      Source: ['AWS::RDS::DBInstance', { DBInstanceClass: 'db.m6g.large' }],
      Copy: ['AWS::RDS::DBInstance', { DBInstanceClass: 'db.m6g.large', SourceDBInstanceIdentifier: ref('Source') }],
    },
    lost: ['Source with component'],
  },
  {
    about: 'a read replica of a database elsewhere, which is all that its users have',
    survives: {
      Source: ['AWS::RDS::DBInstance', { DBInstanceClass: 'db.m6g.large', MultiAZ: true }],
      Copy: ['AWS::RDS::DBInstance', { SourceDBInstanceIdentifier: 'arn:aws:rds:us-east-1:123456789012:db:x', MultiAZ: true }],
      App: ['AWS::Lambda::Function', { Environment: { Variables: { HOST: ref('Copy', 'Endpoint.Address') } } }],
    },
    without: {
      Copy: ['AWS::RDS::DBInstance', { SourceDBInstanceIdentifier: 'arn:aws:rds:us-east-1:123456789012:db:x' }],
      App: ['AWS::Lambda::Function', { Environment: { Variables: { HOST: ref('Copy', 'Endpoint.Address') } } }],
    },
    lost: ['Copy with component'],
  },
  {
    about: 'a proxy in front of a cluster',
    survives: {
      Proxy: ['AWS::RDS::DBProxy', { VpcSubnetIds: twoZones }],
      Targets: ['AWS::RDS::DBProxyTargetGroup', { DBProxyName: ref('Proxy'), DBClusterIdentifiers: [ref('Orders')] }],
      Orders: ['AWS::RDS::DBCluster', { Engine: 'aurora-mysql' }],
      Writer: ['AWS::RDS::DBInstance', { DBClusterIdentifier: ref('Orders'), AvailabilityZone: 'eu-west-1a' }],
      Reader: ['AWS::RDS::DBInstance', { DBClusterIdentifier: ref('Orders'), AvailabilityZone: 'eu-west-1b' }],
    },
    without: {
      Proxy: ['AWS::RDS::DBProxy', { VpcSubnetIds: twoZones }],
      Targets: ['AWS::RDS::DBProxyTargetGroup', { DBProxyName: ref('Proxy'), DBInstanceIdentifiers: [ref('Orders')] }],
      Orders: ['AWS::RDS::DBInstance', { Engine: 'mysql' }],
    },
    lost: ['Orders with component'],
  },
  {
    about: 'a limitless cluster with a standby for each shard',
    survives: {
      Orders: ['AWS::RDS::DBCluster', { Engine: 'aurora-postgresql', ClusterScalabilityType: 'limitless' }],
      Shards: ['AWS::RDS::DBShardGroup', { DBClusterIdentifier: ref('Orders'), ComputeRedundancy: 1 }],
    },
    without: {
      Orders: ['AWS::RDS::DBCluster', { Engine: 'aurora-postgresql', ClusterScalabilityType: 'limitless' }],
      Shards: ['AWS::RDS::DBShardGroup', { DBClusterIdentifier: ref('Orders') }],
    },
    lost: ['Shards with component'],
  },
  {
    about: 'a DocumentDB cluster with two instances',
    survives: {
      Orders: ['AWS::DocDB::DBCluster'],
      First: ['AWS::DocDB::DBInstance', { DBClusterIdentifier: ref('Orders'), AvailabilityZone: 'eu-west-1a' }],
      Second: ['AWS::DocDB::DBInstance', { DBClusterIdentifier: ref('Orders'), AvailabilityZone: 'eu-west-1b' }],
    },
    without: {
      Orders: ['AWS::DocDB::DBCluster'],
      First: ['AWS::DocDB::DBInstance', { DBClusterIdentifier: ref('Orders') }],
    },
    lost: ['First with component'],
  },
  {
    about: 'a Neptune cluster with instances in two zones',
    survives: {
      Graph: ['AWS::Neptune::DBCluster'],
      First: ['AWS::Neptune::DBInstance', { DBClusterIdentifier: ref('Graph'), AvailabilityZone: 'eu-west-1a' }],
      Second: ['AWS::Neptune::DBInstance', { DBClusterIdentifier: ref('Graph'), AvailabilityZone: 'eu-west-1b' }],
    },
    without: {
      Graph: ['AWS::Neptune::DBCluster'],
      First: ['AWS::Neptune::DBInstance', { DBClusterIdentifier: ref('Graph'), AvailabilityZone: 'eu-west-1a' }],
      Second: ['AWS::Neptune::DBInstance', { DBClusterIdentifier: ref('Graph'), AvailabilityZone: 'eu-west-1a' }],
    },
    lost: ['First with zone', 'Second with zone'],
  },
  settings('an analytics graph with a replica', 'AWS::NeptuneGraph::Graph', {
    survives: {},
    without: { ReplicaCount: 0 },
    lost: ['component'],
  }),
  settings('an elastic document cluster with replicas', 'AWS::DocDBElastic::Cluster', {
    survives: { ShardInstanceCount: 2, SubnetIds: twoZones },
    without: { ShardInstanceCount: 1, SubnetIds: [ref('SubnetA')] },
    lost: ['component', 'zone'],
  }),
  settings('an InfluxDB instance with a standby', 'AWS::Timestream::InfluxDBInstance', {
    survives: { DeploymentType: 'WITH_MULTIAZ_STANDBY', VpcSubnetIds: twoZones },
    without: { VpcSubnetIds: [ref('SubnetB')] },
    lost: ['component', 'zone'],
  }),
  settings('an InfluxDB cluster that fails over', 'AWS::Timestream::InfluxDBCluster', {
    survives: { FailoverMode: 'AUTOMATIC', VpcSubnetIds: twoZones },
    without: { FailoverMode: 'NO_FAILOVER', VpcSubnetIds: twoZones },
    lost: ['component'],
  }),
  settings('a warehouse over two zones', 'AWS::Redshift::Cluster', {
    besides: group('AWS::Redshift::ClusterSubnetGroup'),
    survives: { ClusterType: 'multi-node', NumberOfNodes: 2, MultiAZ: true, ClusterSubnetGroupName: ref('Group') },
    without: { ClusterType: 'multi-node', NumberOfNodes: 2, ClusterSubnetGroupName: ref('Group') },
    lost: ['zone'],
  }),
  settings('a warehouse of several nodes', 'AWS::Redshift::Cluster', {
    survives: { ClusterType: 'multi-node', NumberOfNodes: 2, MultiAZ: 'True' },
    without: { ClusterType: 'single-node' },
    lost: ['component'],
  }),
  settings('a serverless warehouse', 'AWS::RedshiftServerless::Workgroup', {
    survives: { SubnetIds: twoZones },
    without: { SubnetIds: oneZone },
    lost: ['zone'],
  }),
  settings('a cache group that fails over to another zone', 'AWS::ElastiCache::ReplicationGroup', {
    survives: { ...redis, MultiAZEnabled: true, NumCacheClusters: 2 },
    without: { Engine: 'redis', NumCacheClusters: 2 },
    lost: ['component'],
  }),
  settings('a cache group with shards', 'AWS::ElastiCache::ReplicationGroup', {
    survives: { ...redis, MultiAZEnabled: true, NumNodeGroups: 3, ReplicasPerNodeGroup: 1 },
    without: { ...redis, NumNodeGroups: 3, ReplicasPerNodeGroup: 0 },
    lost: ['component'],
  }),
  settings('a cache group with shards listed one by one', 'AWS::ElastiCache::ReplicationGroup', {
    survives: { ...redis, MultiAZEnabled: true, NodeGroupConfiguration: [{ ReplicaCount: 1 }, { ReplicaCount: 1 }] },
    without: { ...redis, NodeGroupConfiguration: [{ ReplicaCount: 0 }, { ReplicaCount: 0 }] },
    lost: ['component'],
  }),
  settings('a cache group of which one shard has no replica', 'AWS::ElastiCache::ReplicationGroup', {
    survives: { ...redis, MultiAZEnabled: true, NodeGroupConfiguration: [{ ReplicaCount: 1 }, { ReplicaCount: 2 }] },
    without: { ...redis, MultiAZEnabled: true, NodeGroupConfiguration: [{ ReplicaCount: 1 }, { ReplicaCount: 0 }] },
    lost: ['component'],
  }),
  settings('a cache group with named zones', 'AWS::ElastiCache::ReplicationGroup', {
    besides: group('AWS::ElastiCache::SubnetGroup'),
    survives: {
      ...redis,
      NumCacheClusters: 2,
      CacheSubnetGroupName: ref('Group'),
      PreferredCacheClusterAZs: ['eu-west-1a', 'eu-west-1b'],
    },
    without: {
      ...redis,
      NumCacheClusters: 2,
      CacheSubnetGroupName: ref('Group'),
      PreferredCacheClusterAZs: ['eu-west-1a', 'eu-west-1a'],
    },
    lost: ['zone'],
  }),
  settings('a memcached cluster over zones', 'AWS::ElastiCache::CacheCluster', {
    survives: { Engine: 'memcached', AZMode: 'cross-az', NumCacheNodes: 2 },
    without: { Engine: 'memcached', NumCacheNodes: 2 },
    lost: ['zone'],
  }),
  settings('a memcached cluster of two nodes', 'AWS::ElastiCache::CacheCluster', {
    survives: { Engine: 'memcached', AZMode: 'cross-az', NumCacheNodes: 2 },
    without: { Engine: 'redis', NumCacheNodes: 1 },
    lost: ['component'],
  }),
  settings('a serverless cache', 'AWS::ElastiCache::ServerlessCache', {
    survives: { Engine: 'valkey', SubnetIds: twoZones },
    without: { Engine: 'valkey', SubnetIds: oneZone },
    lost: ['zone'],
  }),
  settings('a store in memory', 'AWS::MemoryDB::Cluster', {
    besides: group('AWS::MemoryDB::SubnetGroup'),
    survives: { SubnetGroupName: ref('Group') },
    without: { SubnetGroupName: ref('Group'), NumReplicasPerShard: 0 },
    lost: ['component'],
  }),
  settings('an accelerator of a table', 'AWS::DAX::Cluster', {
    besides: group('AWS::DAX::SubnetGroup'),
    survives: { ReplicationFactor: 3, SubnetGroupName: ref('Group') },
    without: { ReplicationFactor: 1, SubnetGroupName: ref('Group') },
    lost: ['component'],
  }),
  settings('an accelerator whose nodes are put into zones', 'AWS::DAX::Cluster', {
    survives: { ReplicationFactor: 2, AvailabilityZones: ['eu-west-1a', 'eu-west-1b'] },
    without: { ReplicationFactor: 2, AvailabilityZones: ['eu-west-1a', 'eu-west-1a'] },
    lost: ['zone'],
  }),
  settings('a search domain with dedicated masters', 'AWS::OpenSearchService::Domain', {
    survives: { ClusterConfig: { InstanceCount: 2, ZoneAwarenessEnabled: 'true', DedicatedMasterEnabled: true } },
    without: { ClusterConfig: { InstanceCount: 2, DedicatedMasterEnabled: true } },
    lost: ['zone'],
  }),
  settings('a search domain of two data nodes, which elect no master without each other', 'AWS::OpenSearchService::Domain', {
    survives: {
      ClusterConfig: { InstanceCount: 2, ZoneAwarenessEnabled: true, DedicatedMasterEnabled: true },
      VPCOptions: { SubnetIds: twoZones },
    },
    without: { ClusterConfig: { InstanceCount: 2, ZoneAwarenessEnabled: true }, VPCOptions: { SubnetIds: twoZones } },
    lost: ['component', 'zone'],
  }),
  settings('an Elasticsearch domain of two data nodes in one zone', 'AWS::Elasticsearch::Domain', {
    survives: {
      ElasticsearchClusterConfig: {
        InstanceCount: 3,
        ZoneAwarenessEnabled: true,
        ZoneAwarenessConfig: { AvailabilityZoneCount: 3 },
      },
    },
    without: { ElasticsearchClusterConfig: { InstanceCount: 2 }, VPCOptions: { SubnetIds: oneZone } },
    lost: ['component', 'zone'],
  }),
  settings('a search domain over three zones', 'AWS::OpenSearchService::Domain', {
    survives: {
      ClusterConfig: { InstanceCount: 3, ZoneAwarenessEnabled: true, ZoneAwarenessConfig: { AvailabilityZoneCount: 3 } },
    },
    without: { ClusterConfig: { InstanceCount: 1 } },
    lost: ['component'],
  }),
  settings('an Elasticsearch domain', 'AWS::Elasticsearch::Domain', {
    survives: {
      ElasticsearchClusterConfig: { InstanceCount: 4, ZoneAwarenessEnabled: true, DedicatedMasterEnabled: true },
      VPCOptions: { SubnetIds: twoZones },
    },
    without: { VPCOptions: { SubnetIds: [ref('SubnetA')] } },
    lost: ['component', 'zone'],
  }),
  settings('a serverless search collection', 'AWS::OpenSearchServerless::Collection', {
    survives: {},
    without: { StandbyReplicas: 'DISABLED' },
    lost: ['zone'],
  }),
  settings('a broker with a standby', 'AWS::AmazonMQ::Broker', {
    survives: { EngineType: 'ACTIVEMQ', DeploymentMode: 'ACTIVE_STANDBY_MULTI_AZ', SubnetIds: twoZones },
    without: { EngineType: 'ACTIVEMQ', DeploymentMode: 'SINGLE_INSTANCE', SubnetIds: [ref('SubnetA')] },
    lost: ['component', 'zone'],
  }),
  settings('a cluster of brokers', 'AWS::AmazonMQ::Broker', {
    survives: { EngineType: 'RABBITMQ', DeploymentMode: 'CLUSTER_MULTI_AZ' },
    without: { EngineType: 'RABBITMQ', DeploymentMode: 'SINGLE_INSTANCE' },
    lost: ['component'],
  }),
  settings('a Kafka cluster', 'AWS::MSK::Cluster', {
    survives: { NumberOfBrokerNodes: 2, BrokerNodeGroupInfo: { ClientSubnets: twoZones } },
    without: { NumberOfBrokerNodes: 1, BrokerNodeGroupInfo: { ClientSubnets: twoZones } },
    lost: ['component'],
  }),
  settings('a Kafka topic', 'AWS::MSK::Topic', {
    besides: { Kafka: ['AWS::MSK::Cluster', { NumberOfBrokerNodes: 3 }] },
    survives: { ClusterArn: ref('Kafka'), ReplicationFactor: 3 },
    without: { ClusterArn: ref('Kafka'), ReplicationFactor: 1 },
    lost: ['component'],
  }),
  settings('a Kafka topic of two copies of which one must be in step', 'AWS::MSK::Topic', {
    besides: topic('min.insync.replicas=1'),
    survives: { ClusterArn: ref('Orders', 'Arn'), ReplicationFactor: 2 },
    without: { ClusterArn: ref('Orders', 'Arn'), ReplicationFactor: 1 },
    lost: ['component'],
  }),
  settings('a Kafka topic of three copies of which two must be in step', 'AWS::MSK::Topic', {
    besides: topic('min.insync.replicas=2\ndefault.replication.factor=3'),
    survives: { ClusterArn: ref('Orders', 'Arn'), ReplicationFactor: 3 },
    without: { ClusterArn: ref('Orders', 'Arn'), ReplicationFactor: 2 },
    lost: ['component'],
  }),
  {
    about: 'a Kafka cluster over three zones, where two copies must be in step unless its configuration says otherwise',
    survives: topic('default.replication.factor=3'),
    without: topic('default.replication.factor=2'),
    lost: ['Orders with component'],
  },
  settings('a serverless Kafka cluster', 'AWS::MSK::ServerlessCluster', {
    survives: { VpcConfigs: [{ SubnetIds: twoZones }] },
    without: { VpcConfigs: [{ SubnetIds: oneZone }] },
    lost: ['zone'],
  }),
  settings('a replication instance', 'AWS::DMS::ReplicationInstance', {
    survives: { MultiAZ: true },
    without: { AvailabilityZone: 'eu-west-1b' },
    lost: ['component', 'zone'],
  }),
  settings('a serverless replication', 'AWS::DMS::ReplicationConfig', {
    survives: { ComputeConfig: { MultiAZ: true } },
    without: { ComputeConfig: { MaxCapacityUnits: 2 } },
    lost: ['component'],
  }),
  settings('a Windows file system', 'AWS::FSx::FileSystem', {
    survives: { WindowsConfiguration: { DeploymentType: 'MULTI_AZ_1' }, SubnetIds: twoZones },
    without: { WindowsConfiguration: { ThroughputCapacity: 8 }, SubnetIds: [ref('SubnetA')] },
    lost: ['component', 'zone'],
  }),
  settings('an ONTAP file system', 'AWS::FSx::FileSystem', {
    survives: { OntapConfiguration: { DeploymentType: 'MULTI_AZ_2' }, SubnetIds: twoZones },
    without: { OntapConfiguration: { DeploymentType: 'SINGLE_AZ_2' }, SubnetIds: [ref('SubnetA')] },
    lost: ['zone'],
  }),
  settings('an OpenZFS file system', 'AWS::FSx::FileSystem', {
    survives: { OpenZFSConfiguration: { DeploymentType: 'MULTI_AZ_1' }, SubnetIds: twoZones },
    without: { OpenZFSConfiguration: { DeploymentType: 'SINGLE_AZ_HA_2' }, SubnetIds: [ref('SubnetA')] },
    lost: ['zone'],
  }),
  {
    about: 'a Lustre file system, which never spans zones',
    survives: { Scratch: ['AWS::S3::Bucket'] },
    without: {
      Lustre: [
        'AWS::FSx::FileSystem',
        { FileSystemType: 'LUSTRE', LustreConfiguration: { DeploymentType: 'PERSISTENT_2' }, SubnetIds: [ref('SubnetB')] },
      ],
    },
    lost: ['Lustre with zone'],
  },
  {
    about: 'a Lustre file system for scratch, which loses what was on a server that fails',
    survives: { Scratch: ['AWS::S3::Bucket'] },
    without: { Scratch: ['AWS::FSx::FileSystem', { FileSystemType: 'LUSTRE', SubnetIds: [ref('SubnetB')] }] },
    lost: ['Scratch with component', 'Scratch with zone'],
  },
  settings('a bucket whose lifecycle moves objects', 'AWS::S3::Bucket', {
    survives: { LifecycleConfiguration: { Rules: [movedTo('STANDARD_IA', 'Enabled'), movedTo('ONEZONE_IA', 'Disabled')] } },
    without: { LifecycleConfiguration: { Rules: [movedTo('STANDARD_IA', 'Enabled'), movedTo('ONEZONE_IA', 'Enabled')] } },
    lost: ['zone'],
  }),
  settings('a file system of a region', 'AWS::EFS::FileSystem', {
    survives: {},
    without: { AvailabilityZoneName: 'eu-west-1a' },
    lost: ['zone'],
  }),
  {
    about: 'a bucket of one zone',
    survives: { Files: ['AWS::S3::Bucket'] },
    without: {
      Files: ['AWS::S3Express::DirectoryBucket', { LocationName: 'euw1-az1', DataRedundancy: 'SingleAvailabilityZone' }],
    },
    lost: ['Files with zone'],
  },
];
