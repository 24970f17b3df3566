import { Duration } from 'aws-cdk-lib';
import * as backup from 'aws-cdk-lib/aws-backup';
import * as dynamodb from 'aws-cdk-lib/aws-dynamodb';
import type * as s3 from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';
import { BackupPlan } from './backup-plan';
import { addAssets } from './recovery-assets';
import type { RecoveryKeys } from './recovery-keys';
import type { DisasterRecoveryProps } from './recovery-props';

/** What the service of a Region reads and writes, in this Region. */
export interface RecoveryData {
  readonly table: dynamodb.ITableV2;
  /** Undefined where no assets are kept. */
  readonly assets: s3.IBucket | undefined;
}

/**
 * The data of a Region: a table that is in both Regions, or backed up into the second one, and a bucket of assets that
 * is copied both ways; all of it under the key of the Region it is in.
 *
 * @returns table and assets of this Region
 */
export function addRecoveryData(scope: Construct, props: DisasterRecoveryProps, keys: RecoveryKeys): RecoveryData {
  const assets = (props.assets ?? true) ? addAssets(scope, props, keys) : undefined;
  const table = props.role === 'primary' ? primaryTable(scope, props, keys) : secondaryTable(scope, props, keys);
  return { table, assets };
}

function primaryTable(scope: Construct, props: DisasterRecoveryProps, { own, other }: RecoveryKeys): dynamodb.ITableV2 {
  const restored = props.strategy === 'backup-and-restore';
  const { secondaryRegion } = props;
  const table = new dynamodb.TableV2(scope, 'Table', {
    tableName: tableNameOf(props),
    partitionKey: { name: 'id', type: dynamodb.AttributeType.STRING },
    billing: dynamodb.Billing.onDemand(),
    deletionProtection: true,
    pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
    encryption: dynamodb.TableEncryptionV2.customerManagedKey(own, restored ? {} : { [secondaryRegion]: other.keyArn }),
    ...(restored ? {} : { replicas: [{ region: secondaryRegion }] }),
  });
  if (restored) {
    new BackupPlan(scope, 'Backups', {
      resources: [table],
      everyHours: props.backupEveryHours ?? 4,
      copyTo: [{ region: secondaryRegion, vaultName: vaultNameOf(props) }],
      restoreTests: ['DynamoDB'],
    });
  }
  return table as dynamodb.ITableV2;
}

/** In the second Region the table is made by the first one, or by a restore. */
function secondaryTable(scope: Construct, props: DisasterRecoveryProps, { own }: RecoveryKeys): dynamodb.ITableV2 {
  if (props.strategy === 'backup-and-restore') {
    new backup.BackupVault(scope, 'Vault', {
      backupVaultName: vaultNameOf(props),
      encryptionKey: own,
      lockConfiguration: { minRetention: Duration.days(7), changeableFor: Duration.days(7) },
    });
  }
  return dynamodb.TableV2.fromTableAttributes(scope, 'Table', { tableName: tableNameOf(props), encryptionKey: own });
}

function tableNameOf({ system }: DisasterRecoveryProps): string {
  return `${system}-state`;
}

function vaultNameOf({ system }: DisasterRecoveryProps): string {
  return `${system}-copies`;
}
