import * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as elasticache from 'aws-cdk-lib/aws-elasticache';
import * as secretsmanager from 'aws-cdk-lib/aws-secretsmanager';
import type * as sns from 'aws-cdk-lib/aws-sns';
import { Construct } from 'constructs';
import { FAILOVER_TIMES, type Fault, faultOfCount, refuse, type Span } from '../blueprints';
import type { ResilientNetwork } from './resilient-network';
import { ALARM_PERIOD, addAlarms } from './service-alarms';
import { faultsOfTokens } from './tokens';

export interface ResilientCacheProps {
  readonly network: ResilientNetwork;
  /** @default 'valkey' */
  readonly engine?: 'valkey' | 'redis';
  /**
   * Copies of each shard, the primary included, each in its own zone, 2 to 6.
   * @default 2
   */
  readonly copies?: number;
  /**
   * Parts that the keys are spread over, 1 to 90; more than one needs clients that speak the cluster protocol.
   * @default 1
   */
  readonly shards?: number;
  /** @default 'cache.t4g.medium' */
  readonly nodeType?: string;
  /**
   * Daily snapshots kept [days], 1 to 35.
   * @default 7
   */
  readonly snapshotDays?: number;
  /**
   * Who is told about alarms.
   * @default - alarms tell nobody
   */
  readonly alarmTopic?: sns.ITopic;
}

const PORT = 6379;
const VERSIONS = { valkey: '8.0', redis: '7.1' } as const;

/**
 * A Valkey or Redis whose copies stand in different zones and take over by themselves. Promises to survive the loss of a
 * zone; writes of the last moments before it may be gone, because copies follow the primary.
 */
export class ResilientCache extends Construct {
  /** How long clients wait when a primary is lost: detection and promotion. */
  readonly failover: Span = FAILOVER_TIMES['replication-group'];
  /** Host that clients start from. */
  readonly endpoint: string;
  readonly port = PORT;
  /** The password that clients need. */
  readonly secret: secretsmanager.ISecret;
  private readonly connections: ec2.Connections;

  /** @throws {RefusedError} one copy, more copies than AWS has, no isolated subnets */
  constructor(scope: Construct, id: string, props: ResilientCacheProps) {
    super(scope, id);
    refuse(this.node.path, faultsOfCache(props));
    const { network, engine = 'valkey', copies = 2, shards = 1 } = props;
    const securityGroup = new ec2.SecurityGroup(this, 'SecurityGroup', { vpc: network.vpc, description: 'the cache' });
    this.connections = new ec2.Connections({ securityGroups: [securityGroup], defaultPort: ec2.Port.tcp(PORT) });
    const subnets = new elasticache.CfnSubnetGroup(this, 'Subnets', {
      description: 'isolated subnets of every zone',
      subnetIds: network.vpc.selectSubnets(network.subnetsOf('isolated')).subnetIds,
    });
    const password = new secretsmanager.Secret(this, 'Password', {
      generateSecretString: { passwordLength: 64, excludePunctuation: true },
    });
    this.secret = password as secretsmanager.ISecret;
    const group = new elasticache.CfnReplicationGroup(this, 'Group', {
      replicationGroupDescription: `${this.node.path}: ${copies} copies in different zones`,
      engine,
      engineVersion: VERSIONS[engine],
      cacheNodeType: props.nodeType ?? 'cache.t4g.medium',
      automaticFailoverEnabled: true,
      multiAzEnabled: true,
      ...(shards > 1
        ? { numNodeGroups: shards, replicasPerNodeGroup: copies - 1 }
        : { numCacheClusters: copies, preferredCacheClusterAZs: zonesOf(network, copies) }),
      cacheSubnetGroupName: subnets.ref,
      securityGroupIds: [securityGroup.securityGroupId],
      port: PORT,
      atRestEncryptionEnabled: true,
      transitEncryptionEnabled: true,
      // A reference that is resolved at deployment: the password itself is not in the template.
      authToken: password.secretValue.unsafeUnwrap(),
      snapshotRetentionLimit: props.snapshotDays ?? 7,
      autoMinorVersionUpgrade: true,
    });
    this.endpoint = shards > 1 ? group.attrConfigurationEndPointAddress : group.attrPrimaryEndPointAddress;
    addAlarms(this, [lagAlarm(group.ref)], props.alarmTopic);
  }

  /** Lets `clients` connect. */
  allowFrom(clients: ec2.IConnectable): void {
    this.connections.allowDefaultPortFrom(clients, 'clients of the cache');
  }
}

function zonesOf({ zones }: ResilientNetwork, copies: number): string[] {
  return Array.from({ length: copies }, (_, copy) => zones[copy % zones.length] ?? '');
}

function lagAlarm(replicationGroup: string) {
  return {
    id: 'ReplicationLag',
    metric: new cloudwatch.Metric({
      namespace: 'AWS/ElastiCache',
      metricName: 'ReplicationLag',
      dimensionsMap: { ReplicationGroupId: replicationGroup },
      period: ALARM_PERIOD,
      statistic: 'Maximum',
    }),
    description: 'copies are seconds behind: that much would be lost with the primary',
    threshold: 5,
    minutes: 5,
  };
}

function faultsOfCache(props: ResilientCacheProps): readonly (Fault | undefined)[] {
  const { copies = 2, shards = 1, snapshotDays = 7, network } = props;
  const tokens = faultsOfTokens({ copies, shards });
  if (tokens.length > 0) return tokens;
  return [
    faultOfCount('copies', copies, 2, 6, 'because a single copy is lost with its zone', 'set copies to 2 or 3'),
    faultOfCount('shards', shards, 1, 90, 'the range of ElastiCache', 'set shards to 1'),
    faultOfCount('snapshotDays', snapshotDays, 1, 35, 'days of snapshots', 'keep 1 to 35 days'),
    network.tiers.includes('isolated')
      ? undefined
      : {
          found: `the network has the tiers ${network.tiers.join(', ')}`,
          bound: 'a cache stands in isolated subnets',
          wayOut: 'add isolated to the tiers of the network',
        },
  ];
}
