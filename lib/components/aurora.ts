import { Cluster } from '@pulumi/aws/rds/cluster';
import { ClusterInstance } from '@pulumi/aws/rds/clusterInstance';
import type { CustomResourceOptions } from '@pulumi/pulumi';
import type { AlarmPlan } from './alarms';
import type { AuroraProps } from './database-props';
import { commonOf, type Relational, secretOf } from './rds-multi-az';

const ENGINES = {
  postgres: { engine: 'aurora-postgresql', engineVersion: '17.7' },
  mysql: { engine: 'aurora-mysql', engineVersion: '8.0.mysql_aurora.3.10.3' },
} as const;

/** A writer in the first zone and readers in the following ones, any of which is promoted when the writer is lost. */
export function auroraCluster(
  name: string,
  props: AuroraProps,
  options: CustomResourceOptions,
): Relational & { readonly alarms: readonly AlarmPlan[] } {
  const { network, engine = 'postgres', instances = 2, databaseName } = props;
  const { group, settings } = commonOf(name, props, options);
  const cluster = new Cluster(
    name,
    {
      ...settings,
      ...ENGINES[engine],
      masterUsername: 'master',
      enabledCloudwatchLogsExports: engine === 'postgres' ? ['postgresql'] : ['error', 'slowquery'],
      ...(databaseName === undefined ? {} : { databaseName }),
    },
    options,
  );
  for (let member = 0; member < instances; member += 1) {
    const availabilityZone = network.zones[member % network.zones.length];
    new ClusterInstance(
      member === 0 ? `${name}-writer` : `${name}-reader-${member}`,
      {
        clusterIdentifier: cluster.id,
        engine: ENGINES[engine].engine,
        engineVersion: ENGINES[engine].engineVersion,
        instanceClass: `db.${props.instanceType ?? 'r7g.large'}`,
        publiclyAccessible: false,
        // As large as the writer and first in line, so that the one that is promoted carries the load.
        promotionTier: member === 0 ? 0 : 1,
        ...(availabilityZone === undefined ? {} : { availabilityZone }),
      },
      options,
    );
  }
  const watched = { namespace: 'AWS/RDS', statistic: 'Maximum', dimensions: { DBClusterIdentifier: cluster.id } } as const;
  return {
    endpoint: cluster.endpoint,
    readerEndpoint: cluster.readerEndpoint,
    secretArn: secretOf(cluster.masterUserSecrets),
    securityGroup: group,
    alarms: [
      {
        ...watched,
        id: 'replica-lag',
        metric: 'AuroraReplicaLagMaximum',
        description: 'readers are more than a second behind: a failover would wait for them',
        threshold: 1000,
        minutes: 5,
      },
      {
        ...watched,
        id: 'cpu',
        metric: 'CPUUtilization',
        description: 'an instance has no processor time to spare',
        threshold: 90,
        minutes: 10,
      },
    ],
  };
}
