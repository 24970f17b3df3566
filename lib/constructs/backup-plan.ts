import { ArnFormat, Duration, Names, Stack, Token } from 'aws-cdk-lib';
import * as backup from 'aws-cdk-lib/aws-backup';
import * as events from 'aws-cdk-lib/aws-events';
import * as iam from 'aws-cdk-lib/aws-iam';
import type * as kms from 'aws-cdk-lib/aws-kms';
import { Construct, type IConstruct } from 'constructs';
import { type Fault, faultOfCount, refuse, type Span } from '../blueprints';
import { protectedArnsOf } from './protected-resources';
import { faultsOfTokens } from './tokens';

/** A vault that exists elsewhere and takes copies. */
export interface CopyTarget {
  /** Region of the vault: `eu-central-1`. */
  readonly region: string;
  /**
   * Account of the vault, 12 digits. Copies in another account outlive a stolen administrator; they need a key of the
   * customer on the source.
   * @default - the account of the stack
   */
  readonly account?: string;
  readonly vaultName: string;
}

/** Types of resources whose restore can be tried out. */
export type RestorableType = 'Aurora' | 'DynamoDB' | 'EFS' | 'RDS' | 'S3';

export interface BackupPlanProps {
  /** What is backed up: everything under these constructs that AWS Backup knows. */
  readonly resources: readonly IConstruct[];
  /** Where copies go: at least one in another Region or account. */
  readonly copyTo: readonly CopyTarget[];
  /**
   * Time between two backups [h].
   * @default 24
   */
  readonly everyHours?: 1 | 2 | 4 | 6 | 8 | 12 | 24;
  /**
   * How long backups and copies are kept [days], 7 to 3650.
   * @default 35
   */
  readonly retentionDays?: number;
  /**
   * Days after which nobody, not even the owner of the account, can shorten what is kept or remove the lock; until then
   * it can be taken back.
   * @default 7
   */
  readonly lockAfterDays?: number;
  /**
   * Try a restore every week for these types, and take down what was restored.
   * @default - no restore is tried
   */
  readonly restoreTests?: readonly RestorableType[];
  /**
   * Key that encrypts the vault.
   * @default - the key that AWS manages for the service
   */
  readonly encryptionKey?: kms.IKey;
}

const START_WINDOW_HOURS = 1;

/**
 * Backups on a schedule in a locked vault, copied to another Region or account, with restores that are tried out.
 * Promises that the data of a lost Region, or of an account in wrong hands, is still there.
 */
export class BackupPlan extends Construct {
  readonly vault: backup.BackupVault;
  /** How old the newest backup is when it is needed; the time that a backup itself takes comes on top. */
  readonly recoveryPoint: Span;

  /** @throws {RefusedError} no copy elsewhere, nothing to back up, retention that the lock would not allow */
  constructor(scope: Construct, id: string, props: BackupPlanProps) {
    super(scope, id);
    const { resources, copyTo, everyHours = 24, retentionDays = 35, encryptionKey } = props;
    refuse(this.node.path, faultsOfBackup(props, Stack.of(this)));
    this.recoveryPoint = { leastSeconds: 0, mostSeconds: (everyHours + START_WINDOW_HOURS) * 3600 };
    this.vault = new backup.BackupVault(this, 'Vault', {
      lockConfiguration: {
        minRetention: Duration.days(Math.min(7, retentionDays)),
        maxRetention: Duration.days(retentionDays),
        changeableFor: Duration.days(props.lockAfterDays ?? 7),
      },
      ...(encryptionKey === undefined ? {} : { encryptionKey }),
    });
    const deleteAfter = Duration.days(retentionDays);
    const plan = new backup.BackupPlan(this, 'Plan', {
      backupPlanName: Names.uniqueResourceName(this, { maxLength: 50 }),
      backupVault: this.vault,
      backupPlanRules: [
        new backup.BackupPlanRule({
          ruleName: `every-${everyHours}-hours`,
          scheduleExpression: events.Schedule.expression(
            everyHours === 24 ? 'cron(0 3 * * ? *)' : `cron(0 0/${everyHours} * * ? *)`,
          ),
          startWindow: Duration.hours(START_WINDOW_HOURS),
          completionWindow: Duration.hours(everyHours === 24 ? 12 : everyHours + 2),
          deleteAfter,
          copyActions: copyTo.map((target, index) => ({ destinationBackupVault: this.vaultOf(target, index), deleteAfter })),
        }),
      ],
    });
    const protectedArns = resources.flatMap(protectedArnsOf);
    plan.addSelection('Selection', { resources: protectedArns.map((arn) => backup.BackupResource.fromArn(arn)) });
    if (props.restoreTests !== undefined) this.tryRestores(props.restoreTests);
  }

  private vaultOf({ region, account, vaultName }: CopyTarget, index: number): backup.IBackupVault {
    const arn = Stack.of(this).formatArn({
      service: 'backup',
      region,
      ...(account === undefined ? {} : { account }),
      resource: 'backup-vault',
      resourceName: vaultName,
      arnFormat: ArnFormat.COLON_RESOURCE_NAME,
    });
    return backup.BackupVault.fromBackupVaultArn(this, `Copy${index + 1}`, arn);
  }

  private tryRestores(types: readonly RestorableType[]): void {
    const plan = new backup.CfnRestoreTestingPlan(this, 'RestoreTests', {
      restoreTestingPlanName: Names.uniqueResourceName(this, { maxLength: 50, separator: '_', allowedSpecialCharacters: '_' }),
      scheduleExpression: 'cron(0 6 ? * SUN *)',
      startWindowHours: START_WINDOW_HOURS,
      recoveryPointSelection: {
        algorithm: 'LATEST_WITHIN_WINDOW',
        includeVaults: [this.vault.backupVaultArn],
        recoveryPointTypes: ['SNAPSHOT'],
        selectionWindowDays: 7,
      },
    });
    const role = new iam.Role(this, 'RestoreRole', {
      assumedBy: new iam.ServicePrincipal('backup.amazonaws.com'),
      managedPolicies: [iam.ManagedPolicy.fromAwsManagedPolicyName('service-role/AWSBackupServiceRolePolicyForRestores')],
    });
    for (const type of types) {
      new backup.CfnRestoreTestingSelection(this, `Restore${type}`, {
        restoreTestingPlanName: plan.restoreTestingPlanName,
        restoreTestingSelectionName: `restore_${type}`,
        protectedResourceType: type,
        protectedResourceArns: ['*'],
        iamRoleArn: role.roleArn,
      });
    }
  }
}

function faultsOfBackup(props: BackupPlanProps, stack: Stack): readonly (Fault | undefined)[] {
  const { resources, copyTo, retentionDays = 35, lockAfterDays = 7 } = props;
  const tokens = faultsOfTokens({ retentionDays, lockAfterDays });
  if (tokens.length > 0) return tokens;
  const elsewhere = copyTo.filter(({ region, account }) => isOther(region, stack.region) || isOther(account, stack.account));
  return [
    resources.flatMap(protectedArnsOf).length > 0
      ? undefined
      : {
          found: `${resources.length} constructs hold nothing that AWS Backup knows`,
          bound: 'databases, tables, file systems, buckets and volumes are backed up',
          wayOut: 'name the constructs that keep the data',
        },
    elsewhere.length > 0
      ? undefined
      : {
          found: copyTo.length === 0 ? 'copyTo is empty' : `copyTo names ${copyTo.map(({ region }) => region).join(', ')}`,
          bound: `a copy outside the Region and account of the stack (${place(stack)}) is expected`,
          wayOut: 'name a vault in another Region, or in another account',
        },
    faultOfCount(
      'retentionDays',
      retentionDays,
      7,
      3650,
      'because what is kept for less is gone before it is missed',
      'keep 35 days',
    ),
    faultOfCount('lockAfterDays', lockAfterDays, 3, 36_500, 'the least that AWS Backup asks for', 'use 7'),
  ];
}

function isOther(asked: string | undefined, own: string): boolean {
  return asked !== undefined && asked !== own;
}

function place({ region, account }: Stack): string {
  return [region, account].map((value) => (Token.isUnresolved(value) ? 'not known yet' : value)).join(', ');
}
