import type { SettingTable } from '../../setting';
import { atLeast, given, notOff, on } from './shorthand';

const FIVE_WEEKS = 35;

/** Backup plans, keys, alarms and stacks: what others are operated with. */
export const operationsSettings: SettingTable = {
  'AWS::Backup::BackupPlan': [
    // Without a lifecycle recovery points stay for ever.
    {
      kind: 'backups-short',
      path: 'BackupPlan.BackupPlanRule[].Lifecycle.DeleteAfterDays',
      good: { atLeast: FIVE_WEEKS },
      absent: 'good',
    },
    given('copies-in-one-region-only', 'CopyActions', { each: 'BackupPlan.BackupPlanRule[]' }),
  ],
  'AWS::Backup::BackupVault': [given('deletion-protection-off', 'LockConfiguration')],
  'AWS::CloudFormation::StackSet': [
    on('deletion-protection-off', 'AutoDeployment.RetainStacksOnAccountRemoval', { when: { 'AutoDeployment.Enabled': true } }),
  ],
  'AWS::CloudWatch::Alarm': [given('alarm-without-action', 'AlarmActions'), notOff('alarm-without-action', 'ActionsEnabled')],
  'AWS::ECR::Repository': [{ kind: 'copies-in-one-region-only', orNamedBy: [{ type: 'AWS::ECR::ReplicationConfiguration' }] }],
  'AWS::KMS::Key': [notOff('key-easily-lost', 'Enabled'), atLeast('key-easily-lost', 'PendingWindowInDays', 30, 30)],
};
