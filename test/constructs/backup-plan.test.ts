import { Match } from 'aws-cdk-lib/assertions';
import { Bucket } from 'aws-cdk-lib/aws-s3';
import { BackupPlan, type BackupPlanProps, ResilientDatabase, ResilientNetwork, SharedFiles } from '../../lib/constructs';
import { outline, synthesize } from './support/synthesize';

const ELSEWHERE = { region: 'eu-central-1', vaultName: 'copies' };
const withBackups = (props: Partial<BackupPlanProps> = {}) =>
  synthesize(
    (stack) => {
      const table = new ResilientDatabase(stack, 'Carts', { kind: 'dynamodb' });
      new BackupPlan(stack, 'Backups', { resources: [table], copyTo: [ELSEWHERE], ...props });
    },
    { env: { account: '111111111111', region: 'eu-west-1' } },
  );

describe('BackupPlan', () => {
  it('backs up on a schedule, keeps and copies', () => {
    withBackups({
      everyHours: 4,
      retentionDays: 90,
      copyTo: [ELSEWHERE, { ...ELSEWHERE, account: '222222222222' }],
    }).hasResourceProperties('AWS::Backup::BackupPlan', {
      BackupPlan: {
        BackupPlanRule: [
          Match.objectLike({
            ScheduleExpression: 'cron(0 0/4 * * ? *)',
            Lifecycle: { DeleteAfterDays: 90 },
            CopyActions: [
              {
                DestinationBackupVaultArn: 'arn:aws:backup:eu-central-1:111111111111:backup-vault:copies',
                Lifecycle: { DeleteAfterDays: 90 },
              },
              {
                DestinationBackupVaultArn: 'arn:aws:backup:eu-central-1:222222222222:backup-vault:copies',
                Lifecycle: { DeleteAfterDays: 90 },
              },
            ],
          }),
        ],
      },
    });
  });

  it('locks the vault', () => {
    withBackups({ lockAfterDays: 3 }).hasResourceProperties('AWS::Backup::BackupVault', {
      LockConfiguration: { MinRetentionDays: 7, MaxRetentionDays: 35, ChangeableForDays: 3 },
    });
  });

  it('takes everything under the constructs that keeps data, and a cluster once', () => {
    const template = synthesize((stack) => {
      const network = new ResilientNetwork(stack, 'Network');
      const resources = [
        new ResilientDatabase(stack, 'Orders', { kind: 'aurora', network }),
        new ResilientDatabase(stack, 'Users', { kind: 'multi-az', network }),
        new SharedFiles(stack, 'Files', { network }),
        new Bucket(stack, 'Images'),
      ];
      new BackupPlan(stack, 'Backups', { resources, copyTo: [ELSEWHERE] });
    });
    const [selection] = Object.values(template.findResources('AWS::Backup::BackupSelection'));
    const attributes = selection?.Properties.BackupSelection.Resources.map(
      (arn: { 'Fn::GetAtt': [string, string] }) => arn['Fn::GetAtt'][1],
    );
    expect(attributes).toEqual(['DBClusterArn', 'DBInstanceArn', 'Arn', 'Arn']);
  });

  it('tries restores for the types it is told', () => {
    const template = withBackups({ restoreTests: ['DynamoDB'] });
    template.resourceCountIs('AWS::Backup::RestoreTestingPlan', 1);
    template.hasResourceProperties('AWS::Backup::RestoreTestingSelection', {
      ProtectedResourceType: 'DynamoDB',
      ProtectedResourceArns: ['*'],
    });
  });

  it('says how old the newest backup can be', () => {
    let plan: BackupPlan | undefined;
    synthesize((stack) => {
      plan = new BackupPlan(stack, 'Backups', { resources: [new Bucket(stack, 'Images')], copyTo: [ELSEWHERE], everyHours: 1 });
    });
    expect(plan?.recoveryPoint).toEqual({ leastSeconds: 0, mostSeconds: 7200 });
  });

  it.each<[string, Partial<BackupPlanProps>, string]>([
    [
      'no copy',
      { copyTo: [] },
      'copyTo is empty; a copy outside the Region and account of the stack (eu-west-1, 111111111111) is expected',
    ],
    ['a copy at home', { copyTo: [{ region: 'eu-west-1', vaultName: 'copies' }] }, 'copyTo names eu-west-1;'],
    ['nothing to back up', { resources: [] }, '0 constructs hold nothing that AWS Backup knows'],
    ['backups that are gone in days', { retentionDays: 6 }, 'retentionDays is 6;'],
    ['a lock at once', { lockAfterDays: 0 }, 'lockAfterDays is 0;'],
  ])('refuses %s', (_, props, message) => {
    expect(() => withBackups(props)).toThrow(message);
  });

  it('takes a copy in another account of the same Region', () => {
    expect(() => withBackups({ copyTo: [{ region: 'eu-west-1', account: '222222222222', vaultName: 'copies' }] })).not.toThrow();
  });

  it('looks as it did', () => {
    expect(outline(withBackups({ restoreTests: ['DynamoDB'] }))).toMatchSnapshot();
  });
});
