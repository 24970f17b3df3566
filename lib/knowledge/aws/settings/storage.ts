import type { SettingTable } from '../../setting';
import { atLeast, freeName, given, inBackupPlan, on, outlivesItsStack } from './shorthand';

const WEEK = 7;
// Compared without regard to case: file systems write it in capitals.
const enabled = ['Enabled'];

/** Buckets and file systems. A bucket that holds anything is not deleted with its stack: that fails. */
export const storageSettings: SettingTable = {
  'AWS::EFS::FileSystem': [
    inBackupPlan({ path: 'BackupPolicy.Status', good: { is: enabled }, absent: 'bad' }),
    ...outlivesItsStack('bad'),
  ],
  'AWS::FSx::FileSystem': [
    atLeast('backups-short', 'WindowsConfiguration.AutomaticBackupRetentionDays', WEEK, 30, {
      when: { FileSystemType: 'WINDOWS' },
    }),
    atLeast('backups-short', 'OntapConfiguration.AutomaticBackupRetentionDays', WEEK, 30, { when: { FileSystemType: 'ONTAP' } }),
    atLeast('backups-short', 'OpenZFSConfiguration.AutomaticBackupRetentionDays', WEEK, 0, {
      when: { FileSystemType: 'OPENZFS' },
    }),
    atLeast('backups-short', 'LustreConfiguration.AutomaticBackupRetentionDays', WEEK, 0, { when: { FileSystemType: 'LUSTRE' } }),
  ],
  'AWS::S3::Bucket': [
    { kind: 'versioning-off', path: 'VersioningConfiguration.Status', good: { is: enabled }, absent: 'bad' },
    given('copies-in-one-region-only', 'ReplicationConfiguration.Rules'),
    on('object-lock-off', 'ObjectLockEnabled'),
    freeName('BucketName'),
  ],
};
