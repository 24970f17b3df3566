import type { Value } from '../../../model';
import { block, blocks, type DetailTable, list } from '../mapping';

const globalCluster = { properties: { source_db_cluster_identifier: 'SourceDBClusterIdentifier' } } satisfies DetailTable[string];

const only = (name: string, value: Value | undefined): { readonly [name: string]: Value } =>
  value === undefined ? {} : { [name]: value };

/** What copies stores to other regions, where Terraform has a resource of its own for it. */
export const copies: DetailTable = {
  aws_rds_global_cluster: globalCluster,
  aws_docdb_global_cluster: globalCluster,
  aws_neptune_global_cluster: globalCluster,
  aws_elasticache_global_replication_group: {
    properties: { primary_replication_group_id: 'ReplicationGroupId' },
    finish: ({ ReplicationGroupId, ...properties }) => ({
      properties: { ...properties, Members: [only('ReplicationGroupId', ReplicationGroupId)] },
    }),
  },
  aws_s3_bucket_replication_configuration: {
    properties: {
      bucket: 'Bucket',
      rule: blocks('Rules', {
        status: 'Status',
        destination: block('Destination', { bucket: 'Bucket', replication_time: block('ReplicationTime', { status: 'Status' }) }),
      }),
    },
    additions: [{ of: 'Bucket', to: 'ReplicationConfiguration', entry: ({ Rules }) => only('Rules', Rules) }],
  },
  aws_db_instance_automated_backups_replication: {
    properties: { source_db_instance_arn: 'SourceDBInstanceArn' },
    additions: [{ of: 'SourceDBInstanceArn', to: 'AutomaticBackupReplicationRegion', entry: (_properties, self) => self }],
  },
  aws_efs_replication_configuration: {
    properties: {
      source_file_system_id: 'SourceFileSystemId',
      destination: blocks('Destinations', { region: 'Region', file_system_id: 'FileSystemId' }),
    },
    additions: [
      {
        of: 'SourceFileSystemId',
        to: 'ReplicationConfiguration',
        entry: ({ Destinations }) => only('Destinations', Destinations),
      },
    ],
  },
  aws_dsql_cluster_peering: {
    properties: { identifier: 'Identifier', clusters: list('Clusters') },
    additions: [{ of: 'Identifier', to: 'MultiRegionProperties', entry: ({ Clusters }) => only('Clusters', Clusters) }],
  },
  aws_redshift_snapshot_copy: {
    properties: { cluster_identifier: 'ClusterIdentifier', destination_region: 'DestinationRegion' },
    additions: [{ of: 'ClusterIdentifier', to: 'DestinationRegion', entry: ({ DestinationRegion }) => DestinationRegion }],
  },
  aws_opensearch_outbound_connection: {
    properties: {
      local_domain_info: block('Local', { domain_name: 'DomainName' }),
      remote_domain_info: block('Remote', { domain_name: 'DomainName' }),
    },
    finish: ({ Local, Remote, ...properties }) => ({
      properties: { ...properties, Connections: [{ ...only('Local', Local), ...only('Remote', Remote) }] },
    }),
  },
  aws_backup_plan: {
    properties: {
      rule: blocks('BackupPlan.BackupPlanRule', {
        schedule: 'ScheduleExpression',
        target_vault_name: 'TargetBackupVault',
        enable_continuous_backup: 'EnableContinuousBackup',
        copy_action: blocks('CopyActions', { destination_vault_arn: 'DestinationBackupVaultArn' }),
      }),
    },
  },
  aws_backup_selection: {
    properties: {
      plan_id: 'BackupPlanId',
      resources: list('BackupSelection.Resources'),
      selection_tag: blocks('BackupSelection.ListOfTags'),
      condition: blocks('BackupSelection.Conditions'),
    },
  },
};
