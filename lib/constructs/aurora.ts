import { Duration } from 'aws-cdk-lib';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as rds from 'aws-cdk-lib/aws-rds';
import type { Construct } from 'constructs';
import type { AuroraProps } from './database-props';

/** A writer in the first zone and readers in the following ones, any of which is promoted when the writer is lost. */
export function auroraCluster(scope: Construct, props: AuroraProps): rds.DatabaseCluster {
  const { network, engine = 'postgres', instances = 2, databaseName, encryptionKey } = props;
  const member = (zone: number): rds.ProvisionedClusterInstanceProps => ({
    instanceType: new ec2.InstanceType(props.instanceType ?? 'r7g.large'),
    availabilityZone: network.zones[zone % network.zones.length] ?? '',
    publiclyAccessible: false,
  });
  return new rds.DatabaseCluster(scope, 'Cluster', {
    engine:
      engine === 'postgres'
        ? rds.DatabaseClusterEngine.auroraPostgres({ version: rds.AuroraPostgresEngineVersion.VER_17_7 })
        : rds.DatabaseClusterEngine.auroraMysql({ version: rds.AuroraMysqlEngineVersion.VER_3_10_3 }),
    vpc: network.vpc,
    vpcSubnets: network.subnetsOf('isolated'),
    writer: rds.ClusterInstance.provisioned('Writer', member(0)),
    readers: Array.from({ length: instances - 1 }, (_, index) =>
      // As large as the writer and first in line, so that the one that is promoted carries the load.
      rds.ClusterInstance.provisioned(`Reader${index + 1}`, { ...member(index + 1), promotionTier: 1 }),
    ),
    manageMasterUserPassword: true,
    backup: { retention: Duration.days(props.backupDays ?? 14) },
    copyTagsToSnapshot: true,
    deletionProtection: props.deletionProtection ?? true,
    storageEncrypted: true,
    cloudwatchLogsExports: engine === 'postgres' ? ['postgresql'] : ['error', 'slowquery'],
    ...(encryptionKey === undefined ? {} : { storageEncryptionKey: encryptionKey }),
    ...(databaseName === undefined ? {} : { defaultDatabaseName: databaseName }),
  });
}
