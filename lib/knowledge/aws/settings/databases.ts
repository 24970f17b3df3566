import type { SettingFact, SettingTable } from '../../setting';
import { atLeast, freeName, given, inBackupPlan, notOff, on, outlivesItsStack, scaled } from './shorthand';

const WEEK = 7;
const aurora = ['aurora', 'aurora-mysql', 'aurora-postgresql'];

/** A member of a cluster has neither backups nor storage of its own, and is protected by its cluster. */
const alone = { DBClusterIdentifier: 'absent', SourceDBInstanceIdentifier: 'absent' } as const;

const protectedOne = { unless: { DeletionProtection: true } } as const;

const heardOf: SettingFact = {
  kind: 'events-unheard',
  // Without ids a subscription hears of every source.
  orNamedBy: [{ type: 'AWS::RDS::EventSubscription' }],
};

const relaxed = (path: string, good: SettingFact['good']): SettingFact => ({
  kind: 'durability-relaxed',
  path: `Parameters.${path}`,
  ...(good === undefined ? {} : { good }),
  absent: 'good',
});
const durable = [
  relaxed('sync_binlog', { is: [1] }),
  relaxed('innodb_flush_log_at_trx_commit', { is: [1] }),
  relaxed('synchronous_commit', { not: ['off', 'local', 0] }),
  relaxed('fsync', { not: ['off', 0] }),
];

/** Databases and what moves their data. */
export const databaseSettings: SettingTable = {
  'AWS::DMS::ReplicationInstance': [notOff('minor-upgrades-off', 'AutoMinorVersionUpgrade')],
  'AWS::DocDB::DBCluster': [
    atLeast('backups-short', 'BackupRetentionPeriod', WEEK, 1),
    on('deletion-protection-off', 'DeletionProtection'),
    ...outlivesItsStack('bad', protectedOne),
  ],
  'AWS::DynamoDB::GlobalTable': [
    on('point-in-time-recovery-off', 'PointInTimeRecoverySpecification.PointInTimeRecoveryEnabled', { each: 'Replicas[]' }),
    on('deletion-protection-off', 'DeletionProtectionEnabled', { each: 'Replicas[]' }),
    ...outlivesItsStack('bad', { unless: { 'Replicas[].DeletionProtectionEnabled': true } }),
    freeName('TableName'),
  ],
  'AWS::DynamoDB::Table': [
    on('point-in-time-recovery-off', 'PointInTimeRecoverySpecification.PointInTimeRecoveryEnabled'),
    on('deletion-protection-off', 'DeletionProtectionEnabled'),
    ...outlivesItsStack('bad', { unless: { DeletionProtectionEnabled: true } }),
    inBackupPlan(),
    scaled({ path: 'BillingMode', good: { is: ['PAY_PER_REQUEST'] }, absent: 'bad' }),
    freeName('TableName'),
  ],
  'AWS::Neptune::DBCluster': [
    atLeast('backups-short', 'BackupRetentionPeriod', WEEK, 1),
    on('deletion-protection-off', 'DeletionProtection'),
    ...outlivesItsStack('bad', protectedOne),
  ],
  'AWS::Neptune::DBInstance': [on('minor-upgrades-off', 'AutoMinorVersionUpgrade')],
  'AWS::QLDB::Ledger': [notOff('deletion-protection-off', 'DeletionProtection')],
  'AWS::RDS::DBCluster': [
    atLeast('backups-short', 'BackupRetentionPeriod', WEEK, 1),
    on('deletion-protection-off', 'DeletionProtection'),
    ...outlivesItsStack('good', protectedOne),
    given('rewind-missing', 'BacktrackWindow', { when: { Engine: 'aurora-mysql' } }),
    inBackupPlan(),
    heardOf,
    freeName('DBClusterIdentifier'),
  ],
  'AWS::RDS::DBClusterParameterGroup': durable,
  'AWS::RDS::DBInstance': [
    atLeast('backups-short', 'BackupRetentionPeriod', WEEK, 1, { when: { ...alone } }),
    on('deletion-protection-off', 'DeletionProtection', { when: { DBClusterIdentifier: 'absent' } }),
    ...outlivesItsStack('good', { when: { ...alone }, ...protectedOne }),
    notOff('minor-upgrades-off', 'AutoMinorVersionUpgrade'),
    atLeast('monitoring-off', 'MonitoringInterval', 1, 0),
    given('storage-cannot-grow', 'MaxAllocatedStorage', { when: { DBClusterIdentifier: 'absent' } }),
    inBackupPlan({ when: { ...alone } }),
    heardOf,
    freeName('DBInstanceIdentifier'),
  ],
  'AWS::RDS::DBParameterGroup': durable,
  'AWS::RDS::GlobalCluster': [on('deletion-protection-off', 'DeletionProtection', { when: { Engine: aurora } })],
  'AWS::Redshift::Cluster': [
    atLeast('backups-short', 'AutomatedSnapshotRetentionPeriod', WEEK, 1),
    notOff('minor-upgrades-off', 'AllowVersionUpgrade'),
    given('copies-in-one-region-only', 'DestinationRegion'),
    ...outlivesItsStack('bad'),
    freeName('ClusterIdentifier'),
  ],
};
