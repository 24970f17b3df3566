import { Duration } from 'aws-cdk-lib';
import * as backup from 'aws-cdk-lib/aws-backup';
import * as dynamodb from 'aws-cdk-lib/aws-dynamodb';
import type * as s3 from 'aws-cdk-lib/aws-s3';
import type * as secretsmanager from 'aws-cdk-lib/aws-secretsmanager';
import type { Construct } from 'constructs';
import { BackupPlan } from './backup-plan';
import { addAssets } from './recovery-assets';
import { addRecoveryDatabase, type RecoveryDatabase } from './recovery-database';
import type { RecoveryKeys } from './recovery-keys';
import type { DisasterRecoveryProps } from './recovery-props';
import type { ResilientNetwork } from './resilient-network';

/** What the service of a Region reads and writes, in this Region. */
export interface RecoveryData {
  /** Undefined where a database keeps the state. */
  readonly table: dynamodb.ITableV2 | undefined;
  /** Undefined where a table keeps the state, and before the second Region has joined. */
  readonly database: RecoveryDatabase | undefined;
  /** Undefined where no assets are kept. */
  readonly assets: s3.IBucket | undefined;
}

/**
 * The data of a Region: a table or a database that is in both Regions, or is backed up into the second one, and a bucket
 * of assets that is copied both ways; all of it under the key of the Region it is in.
 */
export function addRecoveryData(
  scope: Construct,
  props: DisasterRecoveryProps,
  network: ResilientNetwork,
  keys: RecoveryKeys,
  secret: secretsmanager.ISecret,
): RecoveryData {
  const { role, store = 'table', firstDeployment = false } = props;
  const assets = (props.assets ?? true) ? addAssets(scope, props, keys) : undefined;
  if (store === 'table') {
    const table = role === 'primary' ? primaryTable(scope, props, keys) : secondaryTable(scope, props, keys);
    return { table, assets, database: undefined };
  }
  const joins = role === 'primary' || !firstDeployment;
  const database = joins ? addRecoveryDatabase(scope, props, network, keys, secret) : undefined;
  return { database, assets, table: undefined };
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
