import type { SecurityGroup } from '@pulumi/aws/ec2/securityGroup';
import { Cluster } from '@pulumi/aws/rds/cluster';
import { Instance } from '@pulumi/aws/rds/instance';
import { SubnetGroup } from '@pulumi/aws/rds/subnetGroup';
import { type CustomResourceOptions, type Output, output } from '@pulumi/pulumi';
import type { MultiAzClusterProps, MultiAzProps, RelationalProps } from './database-props';
import { securityGroup } from './security';

const VERSIONS = { postgres: '17.7', mysql: '8.4.7' } as const;

/** A database that stands in a network. */
export interface Relational {
  readonly endpoint: Output<string>;
  readonly readerEndpoint?: Output<string>;
  readonly secretArn: Output<string>;
  readonly securityGroup: SecurityGroup;
}

/** What every relational database stands in and keeps to. */
export function commonOf(name: string, props: RelationalProps, options: CustomResourceOptions) {
  const { network, encryptionKey } = props;
  const subnetIds = network.subnetsOf('isolated').map(({ id }) => id);
  const subnets = new SubnetGroup(name, { subnetIds, description: 'isolated subnets of every zone' }, options);
  const group = securityGroup(name, 'the database', network.vpc.id, options, false);
  return {
    group,
    settings: {
      dbSubnetGroupName: subnets.name,
      vpcSecurityGroupIds: [group.id],
      storageEncrypted: true,
      manageMasterUserPassword: true,
      backupRetentionPeriod: props.backupDays ?? 14,
      copyTagsToSnapshot: true,
      deletionProtection: props.deletionProtection ?? true,
      skipFinalSnapshot: false,
      finalSnapshotIdentifier: `${name}-final`,
      ...(encryptionKey === undefined ? {} : { kmsKeyId: encryptionKey }),
    },
  };
}

/** The secret that the service keeps; known after the update. */
export function secretOf(secrets: Output<{ readonly secretArn: string }[]>): Output<string> {
  return output(secrets).apply((all) => all?.[0]?.secretArn ?? '');
}

/** One active instance and a standby in another zone, written to at the same time. */
export function multiAzInstance(name: string, props: MultiAzProps, options: CustomResourceOptions): Relational {
  const { engine = 'postgres', databaseName } = props;
  const { group, settings } = commonOf(name, props, options);
  const instance = new Instance(
    name,
    {
      ...settings,
      engine,
      engineVersion: VERSIONS[engine],
      instanceClass: `db.${props.instanceType ?? 'm7g.large'}`,
      multiAz: true,
      publiclyAccessible: false,
      username: 'master',
      allocatedStorage: props.storageGib ?? 100,
      storageType: 'gp3',
      ...(databaseName === undefined ? {} : { dbName: databaseName }),
    },
    options,
  );
  return { endpoint: instance.address, secretArn: secretOf(instance.masterUserSecrets), securityGroup: group };
}

/** A writer and two readable standbys in three zones; a write is done when one standby has it too. */
export function multiAzCluster(name: string, props: MultiAzClusterProps, options: CustomResourceOptions): Relational {
  const { engine = 'postgres', databaseName } = props;
  const { group, settings } = commonOf(name, props, options);
  const cluster = new Cluster(
    name,
    {
      ...settings,
      engine,
      engineVersion: VERSIONS[engine],
      dbClusterInstanceClass: `db.${props.instanceType ?? 'm6gd.large'}`,
      masterUsername: 'master',
      allocatedStorage: props.storageGib ?? 100,
      // Multi-AZ clusters have local disks and storage with a rate of its own.
      storageType: 'io1',
      iops: props.iops ?? 1000,
      ...(databaseName === undefined ? {} : { databaseName }),
    },
    options,
  );
  return {
    endpoint: cluster.endpoint,
    readerEndpoint: cluster.readerEndpoint,
    secretArn: secretOf(cluster.masterUserSecrets),
    securityGroup: group,
  };
}
