import { Aws, Duration, Stack } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as s3 from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';
import type { RecoveryKeys } from './recovery-keys';
import type { DisasterRecoveryProps } from './recovery-props';

/** The bucket of this Region; what is written to it is copied to that of the other one within 15 min. */
export function addAssets(scope: Construct, props: DisasterRecoveryProps, keys: RecoveryKeys): s3.IBucket {
  const { role, primaryRegion, secondaryRegion, firstDeployment = false } = props;
  const [here, there] = role === 'primary' ? [primaryRegion, secondaryRegion] : [secondaryRegion, primaryRegion];
  const bucket = new s3.Bucket(scope, 'Assets', {
    bucketName: bucketNameOf(props, here),
    blockPublicAccess: s3.BlockPublicAccess.BLOCK_ALL,
    encryption: s3.BucketEncryption.KMS,
    encryptionKey: keys.own,
    bucketKeyEnabled: true,
    enforceSSL: true,
    versioned: true,
    lifecycleRules: [{ noncurrentVersionExpiration: Duration.days(90) }],
  });
  if (role === 'primary' || !firstDeployment) copyTo(scope, bucket, bucketNameOf(props, there), there, keys);
  return bucket as s3.IBucket;
}

/** Names of buckets are taken by the first who asks, in all accounts; so each holds the account. */
function bucketNameOf({ system }: DisasterRecoveryProps, region: string): string {
  return `${system}-assets-${Aws.ACCOUNT_ID}-${region}`;
}

/**
 * Copies new objects, deletions and changes of metadata. What was copied here is not copied back.
 * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/replication-config-for-kms-objects.html
 */
function copyTo(scope: Construct, bucket: s3.Bucket, name: string, region: string, keys: RecoveryKeys): void {
  const destination = `arn:${Stack.of(scope).partition}:s3:::${name}`;
  const role = new iam.Role(scope, 'AssetsReplication', { assumedBy: new iam.ServicePrincipal('s3.amazonaws.com') });
  const allow = (actions: string[], resources: string[], conditions: iam.PolicyStatementProps['conditions'] = {}) =>
    role.addToPolicy(new iam.PolicyStatement({ actions, resources, conditions }));
  allow(['s3:GetReplicationConfiguration', 's3:ListBucket'], [bucket.bucketArn]);
  allow(
    ['s3:GetObjectVersionForReplication', 's3:GetObjectVersionAcl', 's3:GetObjectVersionTagging'],
    [bucket.arnForObjects('*')],
  );
  allow(['s3:ReplicateObject', 's3:ReplicateDelete', 's3:ReplicateTags'], [`${destination}/*`]);
  keys.own.grantDecrypt(role);
  allow(
    ['kms:Encrypt', 'kms:GenerateDataKey'],
    [Stack.of(scope).formatArn({ service: 'kms', region, resource: 'key', resourceName: '*' })],
    { 'ForAnyValue:StringEquals': { 'kms:ResourceAliases': keys.alias } },
  );
  const time = { minutes: 15 };
  const resource = bucket.node.defaultChild;
  if (!(resource instanceof s3.CfnBucket)) return;
  resource.replicationConfiguration = {
    role: role.roleArn,
    rules: [
      {
        id: 'everything',
        status: 'Enabled',
        priority: 1,
        filter: { prefix: '' },
        deleteMarkerReplication: { status: 'Enabled' },
        sourceSelectionCriteria: {
          replicaModifications: { status: 'Enabled' },
          sseKmsEncryptedObjects: { status: 'Enabled' },
        },
        destination: {
          bucket: destination,
          encryptionConfiguration: { replicaKmsKeyId: keys.other.keyArn },
          replicationTime: { status: 'Enabled', time },
          metrics: { status: 'Enabled', eventThreshold: time },
        },
      },
    ],
  };
}
