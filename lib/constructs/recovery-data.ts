import { Aws, Duration } from 'aws-cdk-lib';
import * as backup from 'aws-cdk-lib/aws-backup';
import * as dynamodb from 'aws-cdk-lib/aws-dynamodb';
import * as kms from 'aws-cdk-lib/aws-kms';
import * as s3 from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';
import { BackupPlan } from './backup-plan';
import type { DisasterRecoveryProps } from './recovery-props';

/** What the service of a Region reads and writes, in this Region. */
export interface RecoveryData {
  readonly table: dynamodb.ITableV2;
  readonly assets: s3.IBucket;
}

/**
 * The data of a Region: a table that is in both Regions, or backed up into the second one; a bucket of assets that is
 * copied to the second Region; a key for each Region of its own, so that neither needs the other to decrypt.
 *
 * @returns table and assets of this Region
 */
export function addRecoveryData(scope: Construct, props: DisasterRecoveryProps): RecoveryData {
  const key = new kms.Key(scope, 'Key', { description: `data of ${props.system} in this Region`, enableKeyRotation: true });
  const assets = addAssets(scope, props);
  const table = props.role === 'primary' ? primaryTable(scope, props) : secondaryTable(scope, props, key as kms.IKey);
  return { table, assets };
}

function primaryTable(scope: Construct, props: DisasterRecoveryProps): dynamodb.ITableV2 {
  const restored = props.strategy === 'backup-and-restore';
  const table = new dynamodb.TableV2(scope, 'Table', {
    tableName: tableNameOf(props),
    partitionKey: { name: 'id', type: dynamodb.AttributeType.STRING },
    billing: dynamodb.Billing.onDemand(),
    deletionProtection: true,
    pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
    encryption: dynamodb.TableEncryptionV2.awsManagedKey(),
    ...(restored ? {} : { replicas: [{ region: props.secondaryRegion }] }),
  });
  if (restored) {
    new BackupPlan(scope, 'Backups', {
      resources: [table],
      everyHours: props.backupEveryHours ?? 4,
      copyTo: [{ region: props.secondaryRegion, vaultName: vaultNameOf(props) }],
      restoreTests: ['DynamoDB'],
    });
  }
  return table as dynamodb.ITableV2;
}

/** In the second Region the table is made by the first one, or by a restore. */
function secondaryTable(scope: Construct, props: DisasterRecoveryProps, key: kms.IKey): dynamodb.ITableV2 {
  if (props.strategy === 'backup-and-restore') {
    new backup.BackupVault(scope, 'Vault', {
      backupVaultName: vaultNameOf(props),
      encryptionKey: key,
      lockConfiguration: { minRetention: Duration.days(7), changeableFor: Duration.days(7) },
    });
  }
  return dynamodb.TableV2.fromTableName(scope, 'Table', tableNameOf(props));
}

function addAssets(scope: Construct, props: DisasterRecoveryProps): s3.IBucket {
  const { role, primaryRegion, secondaryRegion } = props;
  const replication = role === 'primary' ? replicationTo(scope, props) : {};
  const bucket = new s3.Bucket(scope, 'Assets', {
    bucketName: bucketNameOf(props, role === 'primary' ? primaryRegion : secondaryRegion),
    blockPublicAccess: s3.BlockPublicAccess.BLOCK_ALL,
    encryption: s3.BucketEncryption.S3_MANAGED,
    enforceSSL: true,
    versioned: true,
    ...replication,
  });
  bucket.addLifecycleRule({ noncurrentVersionExpiration: Duration.days(90) });
  return bucket as s3.IBucket;
}

/** Copies what is written to the bucket of the second Region; nine of ten objects within seconds, all within 15 min. */
function replicationTo(scope: Construct, props: DisasterRecoveryProps): Pick<s3.BucketProps, 'replicationRules'> {
  const destination = s3.Bucket.fromBucketName(scope, 'AssetsElsewhere', bucketNameOf(props, props.secondaryRegion));
  return {
    replicationRules: [
      {
        destination,
        replicationTimeControl: s3.ReplicationTimeValue.FIFTEEN_MINUTES,
        metrics: s3.ReplicationTimeValue.FIFTEEN_MINUTES,
        deleteMarkerReplication: true,
      },
    ],
  };
}

function tableNameOf({ system }: DisasterRecoveryProps): string {
  return `${system}-state`;
}

function vaultNameOf({ system }: DisasterRecoveryProps): string {
  return `${system}-copies`;
}

function bucketNameOf({ system }: DisasterRecoveryProps, region: string): string {
  return `${system}-assets-${Aws.ACCOUNT_ID}-${region}`;
}
