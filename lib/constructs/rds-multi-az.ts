import { CfnDeletionPolicy, Duration } from 'aws-cdk-lib';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as rds from 'aws-cdk-lib/aws-rds';
import type { Construct } from 'constructs';
import type { MultiAzClusterProps, MultiAzProps } from './database-props';

const POSTGRES = rds.PostgresEngineVersion.VER_17_7;
const MYSQL = rds.MysqlEngineVersion.VER_8_4_7;

/** One active instance and a standby in another zone, written to at the same time. */
export function multiAzInstance(scope: Construct, props: MultiAzProps): rds.DatabaseInstance {
  const { network, engine = 'postgres', databaseName, encryptionKey } = props;
  return new rds.DatabaseInstance(scope, 'Instance', {
    engine:
      engine === 'postgres'
        ? rds.DatabaseInstanceEngine.postgres({ version: POSTGRES })
        : rds.DatabaseInstanceEngine.mysql({ version: MYSQL }),
    instanceType: new ec2.InstanceType(props.instanceType ?? 'm7g.large'),
    vpc: network.vpc,
    vpcSubnets: network.subnetsOf('isolated'),
    multiAz: true,
    publiclyAccessible: false,
    allocatedStorage: props.storageGib ?? 100,
    storageType: rds.StorageType.GP3,
    storageEncrypted: true,
    manageMasterUserPassword: true,
    backupRetention: Duration.days(props.backupDays ?? 14),
    copyTagsToSnapshot: true,
    deletionProtection: props.deletionProtection ?? true,
    ...(encryptionKey === undefined ? {} : { storageEncryptionKey: encryptionKey }),
    ...(databaseName === undefined ? {} : { databaseName }),
  });
}

/** What a Multi-AZ cluster is made of: the CDK has no construct of its own for it (aws/aws-cdk#25547). */
export interface MultiAzCluster {
  readonly cluster: rds.CfnDBCluster;
  readonly securityGroup: ec2.SecurityGroup;
}

/** A writer and two readable standbys in three zones; a write is done when one standby has it too. */
export function multiAzCluster(scope: Construct, props: MultiAzClusterProps): MultiAzCluster {
  const { network, engine = 'postgres', databaseName, encryptionKey } = props;
  const subnetGroup = new rds.SubnetGroup(scope, 'Subnets', {
    description: 'isolated subnets of every zone',
    vpc: network.vpc,
    vpcSubnets: network.subnetsOf('isolated'),
  });
  const securityGroup = new ec2.SecurityGroup(scope, 'SecurityGroup', { vpc: network.vpc, description: 'the database' });
  const cluster = new rds.CfnDBCluster(scope, 'Cluster', {
    engine,
    engineVersion: engine === 'postgres' ? POSTGRES.postgresFullVersion : MYSQL.mysqlFullVersion,
    dbClusterInstanceClass: `db.${props.instanceType ?? 'm6gd.large'}`,
    dbSubnetGroupName: subnetGroup.subnetGroupName,
    vpcSecurityGroupIds: [securityGroup.securityGroupId],
    allocatedStorage: props.storageGib ?? 100,
    // Multi-AZ clusters have local disks and storage with a rate of its own.
    storageType: 'io1',
    iops: props.iops ?? 1000,
    storageEncrypted: true,
    masterUsername: 'master',
    manageMasterUserPassword: true,
    backupRetentionPeriod: props.backupDays ?? 14,
    copyTagsToSnapshot: true,
    deletionProtection: props.deletionProtection ?? true,
    ...(encryptionKey === undefined ? {} : { kmsKeyId: encryptionKey.keyArn }),
    ...(databaseName === undefined ? {} : { databaseName }),
  });
  cluster.cfnOptions.deletionPolicy = CfnDeletionPolicy.SNAPSHOT;
  cluster.cfnOptions.updateReplacePolicy = CfnDeletionPolicy.SNAPSHOT;
  return { cluster, securityGroup };
}
