import { CfnDeletionPolicy } from 'aws-cdk-lib';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as rds from 'aws-cdk-lib/aws-rds';
import type * as secretsmanager from 'aws-cdk-lib/aws-secretsmanager';
import type { Construct } from 'constructs';
import type { RecoveryKeys } from './recovery-keys';
import type { DisasterRecoveryProps } from './recovery-props';
import type { ResilientNetwork } from './resilient-network';

const ENGINE = 'aurora-postgresql';
const VERSION = rds.AuroraPostgresEngineVersion.VER_17_7.auroraPostgresFullVersion;
const INSTANCE_CLASS = 'db.r7g.large';

/** Name of the user whose password is in the secret of the application. */
export const DATABASE_USER = 'application';

/** The cluster of this Region. */
export interface RecoveryDatabase {
  /** Takes writes where this Region is the writer; in the other one from the moment in which it becomes the writer. */
  readonly endpoint: string;
  readonly readerEndpoint: string;
  readonly connections: ec2.Connections;
}

/**
 * One of two clusters of a global database, with an instance in each of two zones: the first Region writes, the second
 * one is about a second behind and reads. The CDK has no construct of its own for it (aws/aws-cdk#29880).
 *
 * The password is in the secret that both Regions have: the service does not manage passwords of global databases.
 * @see https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/rds-secrets-manager.html
 */
export function addRecoveryDatabase(
  scope: Construct,
  props: DisasterRecoveryProps,
  network: ResilientNetwork,
  keys: RecoveryKeys,
  secret: secretsmanager.ISecret,
): RecoveryDatabase {
  const subnetGroup = new rds.SubnetGroup(scope, 'DatabaseSubnets', {
    description: 'isolated subnets of every zone',
    vpc: network.vpc,
    vpcSubnets: network.subnetsOf('isolated'),
  });
  const securityGroup = new ec2.SecurityGroup(scope, 'DatabaseSecurityGroup', { vpc: network.vpc, description: 'the database' });
  const cluster = new rds.CfnDBCluster(scope, 'Database', {
    engine: ENGINE,
    engineVersion: VERSION,
    dbSubnetGroupName: subnetGroup.subnetGroupName,
    vpcSecurityGroupIds: [securityGroup.securityGroupId],
    storageEncrypted: true,
    kmsKeyId: keys.own.keyArn,
    backupRetentionPeriod: 14,
    copyTagsToSnapshot: true,
    deletionProtection: true,
    enableCloudwatchLogsExports: ['postgresql'],
    ...(props.role === 'primary' ? writer(scope, props, secret) : { globalClusterIdentifier: props.system }),
  });
  cluster.cfnOptions.deletionPolicy = CfnDeletionPolicy.SNAPSHOT;
  cluster.cfnOptions.updateReplacePolicy = CfnDeletionPolicy.SNAPSHOT;
  for (const [index, availabilityZone] of network.zones.slice(0, 2).entries()) {
    // As large as each other in both Regions: whichever becomes the writer carries the load.
    new rds.CfnDBInstance(scope, `Database${index + 1}`, {
      engine: ENGINE,
      dbClusterIdentifier: cluster.ref,
      dbInstanceClass: INSTANCE_CLASS,
      availabilityZone,
      promotionTier: index,
      publiclyAccessible: false,
    });
  }
  return {
    endpoint: cluster.attrEndpointAddress,
    readerEndpoint: cluster.attrReadEndpointAddress,
    connections: new ec2.Connections({ securityGroups: [securityGroup], defaultPort: ec2.Port.tcp(5432) }),
  };
}

/** Both Regions know the global database by the name of the system. */
function writer(
  scope: Construct,
  { system }: DisasterRecoveryProps,
  secret: secretsmanager.ISecret,
): Pick<rds.CfnDBClusterProps, 'globalClusterIdentifier' | 'masterUsername' | 'masterUserPassword'> {
  const everywhere = new rds.CfnGlobalCluster(scope, 'GlobalDatabase', {
    globalClusterIdentifier: system,
    engine: ENGINE,
    engineVersion: VERSION,
    storageEncrypted: true,
    deletionProtection: true,
  });
  return {
    globalClusterIdentifier: everywhere.ref,
    masterUsername: DATABASE_USER,
    masterUserPassword: secret.secretValueFromJson('password').unsafeUnwrap(),
  };
}
