import { isList, isMap } from '../../../model';
import { block, blocks, type DetailTable, list } from '../mapping';

const subnetGroup = { properties: { subnet_ids: list('SubnetIds') } } satisfies DetailTable[string];

const clusterInstance = (subnets: string) =>
  ({
    properties: {
      cluster_identifier: 'DBClusterIdentifier',
      identifier: 'DBInstanceIdentifier',
      availability_zone: 'AvailabilityZone',
      [subnets]: 'DBSubnetGroupName',
      promotion_tier: 'PromotionTier',
    },
  }) satisfies DetailTable[string];

const cluster = (subnets: string) =>
  ({
    properties: {
      vpc_security_group_ids: list('VpcSecurityGroupIds'),
      [subnets]: 'DBSubnetGroupName',
      cluster_identifier: 'DBClusterIdentifier',
      availability_zones: list('AvailabilityZones'),
    },
    skipsSnapshot: 'SkipFinalSnapshot',
  }) satisfies DetailTable[string];

const searchDomain = (config: string) =>
  ({
    properties: {
      cluster_config: block(config, {
        instance_count: 'InstanceCount',
        zone_awareness_enabled: 'ZoneAwarenessEnabled',
        zone_awareness_config: block('ZoneAwarenessConfig', { availability_zone_count: 'AvailabilityZoneCount' }),
        dedicated_master_enabled: 'DedicatedMasterEnabled',
        dedicated_master_count: 'DedicatedMasterCount',
        multi_az_with_standby_enabled: 'MultiAZWithStandbyEnabled',
      }),
      vpc_options: block('VPCOptions', { subnet_ids: list('SubnetIds'), security_group_ids: list('SecurityGroupIds') }),
    },
  }) satisfies DetailTable[string];

/** Relational, graph, document, search and cache engines. */
export const databases: DetailTable = {
  aws_db_instance: {
    properties: {
      multi_az: 'MultiAZ',
      availability_zone: 'AvailabilityZone',
      db_subnet_group_name: 'DBSubnetGroupName',
      vpc_security_group_ids: list('VPCSecurityGroups'),
      security_group_names: list('DBSecurityGroups'),
      replicate_source_db: 'SourceDBInstanceIdentifier',
      instance_class: 'DBInstanceClass',
      identifier: 'DBInstanceIdentifier',
    },
    skipsSnapshot: 'SkipFinalSnapshot',
    defaults: { BackupRetentionPeriod: 0 },
  },
  aws_rds_cluster: {
    ...cluster('db_subnet_group_name'),
    properties: {
      ...cluster('db_subnet_group_name').properties,
      db_cluster_instance_class: 'DBClusterInstanceClass',
      engine_mode: 'EngineMode',
      global_cluster_identifier: 'GlobalClusterIdentifier',
    },
  },
  aws_rds_cluster_instance: clusterInstance('db_subnet_group_name'),
  aws_db_subnet_group: subnetGroup,
  aws_db_proxy_default_target_group: { properties: { db_proxy_name: 'DBProxyName' } },
  aws_db_proxy_target: {
    properties: {
      db_proxy_name: 'DBProxyName',
      db_cluster_identifier: list('DBClusterIdentifiers'),
      db_instance_identifier: list('DBInstanceIdentifiers'),
    },
  },
  aws_db_proxy: { properties: { vpc_subnet_ids: list('VpcSubnetIds') } },
  aws_rds_shard_group: { properties: { db_cluster_identifier: 'DBClusterIdentifier' } },
  aws_neptune_cluster: cluster('neptune_subnet_group_name'),
  aws_neptune_cluster_instance: clusterInstance('neptune_subnet_group_name'),
  aws_neptune_subnet_group: subnetGroup,
  aws_docdb_cluster: cluster('db_subnet_group_name'),
  aws_docdb_cluster_instance: clusterInstance('db_subnet_group_name'),
  aws_docdb_subnet_group: subnetGroup,
  aws_elasticache_replication_group: {
    properties: {
      automatic_failover_enabled: 'AutomaticFailoverEnabled',
      multi_az_enabled: 'MultiAZEnabled',
      replicas_per_node_group: 'ReplicasPerNodeGroup',
      num_node_groups: 'NumNodeGroups',
      num_cache_clusters: 'NumCacheClusters',
      number_cache_clusters: 'NumCacheClusters',
      cluster_mode: block('', { replicas_per_node_group: 'ReplicasPerNodeGroup', num_node_groups: 'NumNodeGroups' }),
      node_group_configuration: blocks('NodeGroupConfiguration', {
        primary_availability_zone: 'PrimaryAvailabilityZone',
        replica_availability_zones: list('ReplicaAvailabilityZones'),
        replica_count: 'ReplicaCount',
      }),
      preferred_cache_cluster_azs: list('PreferredCacheClusterAZs'),
      availability_zones: list('PreferredCacheClusterAZs'),
      subnet_group_name: 'CacheSubnetGroupName',
      security_group_ids: list('SecurityGroupIds'),
    },
    finish: ({ ClusterMode: _mode, ...properties }) => ({ properties }),
  },
  aws_elasticache_cluster: {
    properties: {
      az_mode: 'AZMode',
      num_cache_nodes: 'NumCacheNodes',
      availability_zone: 'PreferredAvailabilityZone',
      preferred_availability_zones: list('PreferredAvailabilityZones'),
      subnet_group_name: 'CacheSubnetGroupName',
      security_group_ids: list('VpcSecurityGroupIds'),
      replication_group_id: 'ReplicationGroupId',
    },
    // A replica that is added to a group is no cache of its own.
    finish: (properties) => ({
      ...(properties.ReplicationGroupId === undefined ? {} : { type: 'aws_elasticache_replica' }),
      properties,
    }),
  },
  aws_elasticache_subnet_group: subnetGroup,
  aws_memorydb_cluster: {
    properties: {
      num_replicas_per_shard: 'NumReplicasPerShard',
      num_shards: 'NumShards',
      subnet_group_name: 'SubnetGroupName',
      security_group_ids: list('SecurityGroupIds'),
    },
  },
  aws_dax_cluster: {
    properties: {
      replication_factor: 'ReplicationFactor',
      availability_zones: list('AvailabilityZones'),
      subnet_group_name: 'SubnetGroupName',
      security_group_ids: list('SecurityGroupIds'),
    },
  },
  aws_dax_subnet_group: subnetGroup,
  aws_redshift_cluster: {
    properties: {
      multi_az: 'MultiAZ',
      availability_zone: 'AvailabilityZone',
      cluster_subnet_group_name: 'ClusterSubnetGroupName',
      number_of_nodes: 'NumberOfNodes',
      cluster_type: 'ClusterType',
      vpc_security_group_ids: list('VpcSecurityGroupIds'),
    },
    skipsSnapshot: 'SkipFinalSnapshot',
    defaults: { NumberOfNodes: 1 },
  },
  aws_opensearch_domain: searchDomain('ClusterConfig'),
  aws_elasticsearch_domain: searchDomain('ElasticsearchClusterConfig'),
  aws_dynamodb_table: {
    properties: {
      name: 'TableName',
      replica: blocks('Replicas', {
        region_name: 'Region',
        point_in_time_recovery: 'PointInTimeRecoverySpecification.PointInTimeRecoveryEnabled',
      }),
      server_side_encryption: block('SSESpecification', { enabled: 'SSEEnabled', kms_key_arn: 'KMSMasterKeyId' }),
      point_in_time_recovery: block('PointInTimeRecoverySpecification', { enabled: 'PointInTimeRecoveryEnabled' }),
    },
    // A table that names copies of itself in other regions is a global one.
    finish: ({ Replicas, ...properties }) => {
      if (Replicas === undefined || (isList(Replicas) && Replicas.length === 0)) return { properties };
      const strong = isList(Replicas) && Replicas.some((replica) => isMap(replica) && replica.ConsistencyMode === 'STRONG');
      const { PointInTimeRecoverySpecification: own, ...rest } = properties;
      const all = isList(Replicas) && own !== undefined ? [{ PointInTimeRecoverySpecification: own }, ...Replicas] : Replicas;
      return {
        type: 'AWS::DynamoDB::GlobalTable',
        properties: { ...rest, Replicas: all, ...(strong ? { MultiRegionConsistency: 'STRONG' } : {}) },
      };
    },
  },
  aws_dms_replication_instance: {
    properties: {
      multi_az: 'MultiAZ',
      availability_zone: 'AvailabilityZone',
      replication_subnet_group_id: 'ReplicationSubnetGroupIdentifier',
      vpc_security_group_ids: list('VpcSecurityGroupIds'),
    },
  },
  aws_dms_replication_subnet_group: subnetGroup,
};
