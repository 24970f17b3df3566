import * as dynamodb from 'aws-cdk-lib/aws-dynamodb';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import type * as rds from 'aws-cdk-lib/aws-rds';
import { Construct } from 'constructs';
import { FAILOVER_TIMES, type Fault, faultsOfDatabaseRequest, refuse, type Span } from '../blueprints';
import { auroraCluster } from './aurora';
import type { DynamoDbProps, ResilientDatabaseProps } from './database-props';
import { multiAzCluster, multiAzInstance } from './rds-multi-az';
import { ALARM_PERIOD, addAlarms } from './service-alarms';
import { faultsOfTokens } from './tokens';

const PORTS = { postgres: 5432, mysql: 3306 } as const;

/**
 * A database that goes on when its active unit or any one zone is lost, can be put back to any second of the last days,
 * and is neither public nor deleted by accident. Promises to survive the loss of a zone.
 */
export class ResilientDatabase extends Construct {
  /** How long clients wait when the active unit is lost: typical times that the service documents. */
  readonly failover: Span;
  /** Host that writes go to; undefined for DynamoDB. */
  readonly endpoint: string | undefined;
  /** Host that reads may go to; undefined where there is none. */
  readonly readerEndpoint: string | undefined;
  /** ARN of the secret with user and password, changed by the service every week; undefined for DynamoDB. */
  readonly secretArn: string | undefined;
  /** Set when the kind is `aurora`. */
  readonly cluster: rds.DatabaseCluster | undefined;
  /** Set when the kind is `dynamodb`. */
  readonly table: dynamodb.TableV2 | undefined;
  private readonly connections: ec2.Connections | undefined;

  /** @throws {RefusedError} one instance, no isolated subnets, no backups, a Multi-AZ cluster over two zones */
  constructor(scope: Construct, id: string, props: ResilientDatabaseProps) {
    super(scope, id);
    refuse(this.node.path, faultsOfDatabase(props));
    this.failover = FAILOVER_TIMES[props.kind];
    const built = this.build(props);
    this.endpoint = built.endpoint;
    this.readerEndpoint = built.readerEndpoint;
    this.secretArn = built.secretArn;
    this.cluster = built.cluster;
    this.table = built.table;
    this.connections = built.connections;
  }

  /**
   * Lets `clients` connect: the network path for relational databases.
   *
   * @throws {RefusedError} DynamoDB has no network path; grant access to `table` instead
   */
  allowFrom(clients: ec2.IConnectable): void {
    if (this.connections === undefined) {
      refuse(this.node.path, [
        {
          found: 'allowFrom was called on a DynamoDB table',
          bound: 'access to a table is a matter of permissions',
          wayOut: 'use table.grantReadWriteData(…)',
        },
      ]);
      return;
    }
    this.connections.allowDefaultPortFrom(clients, 'clients of the database');
  }

  private build(props: ResilientDatabaseProps): Built {
    switch (props.kind) {
      case 'aurora': {
        const cluster = auroraCluster(this, props);
        addAlarms(this, auroraAlarms(cluster), props.alarmTopic);
        return {
          cluster,
          connections: cluster.connections,
          endpoint: cluster.clusterEndpoint.hostname,
          readerEndpoint: cluster.clusterReadEndpoint.hostname,
          secretArn: cluster.secret?.secretArn,
        };
      }
      case 'multi-az': {
        const instance = multiAzInstance(this, props);
        return {
          connections: instance.connections,
          endpoint: instance.dbInstanceEndpointAddress,
          secretArn: instance.secret?.secretArn,
        };
      }
      case 'multi-az-cluster': {
        const { cluster, securityGroup } = multiAzCluster(this, props);
        const port = ec2.Port.tcp(PORTS[props.engine ?? 'postgres']);
        return {
          connections: new ec2.Connections({ securityGroups: [securityGroup], defaultPort: port }),
          endpoint: cluster.attrEndpointAddress,
          readerEndpoint: cluster.attrReadEndpointAddress,
          secretArn: cluster.attrMasterUserSecretSecretArn,
        };
      }
      case 'dynamodb':
        return { table: dynamoTable(this, props) };
    }
  }
}

interface Built {
  readonly cluster?: rds.DatabaseCluster;
  readonly table?: dynamodb.TableV2;
  readonly connections?: ec2.Connections;
  readonly endpoint?: string;
  readonly readerEndpoint?: string;
  readonly secretArn?: string | undefined;
}

function dynamoTable(scope: Construct, props: DynamoDbProps): dynamodb.TableV2 {
  return new dynamodb.TableV2(scope, 'Table', {
    partitionKey: { name: props.partitionKey ?? 'id', type: dynamodb.AttributeType.STRING },
    billing: dynamodb.Billing.onDemand(),
    deletionProtection: props.deletionProtection ?? true,
    pointInTimeRecoverySpecification: {
      pointInTimeRecoveryEnabled: true,
      recoveryPeriodInDays: props.backupDays ?? 14,
    },
    encryption:
      props.encryptionKey === undefined
        ? dynamodb.TableEncryptionV2.awsManagedKey()
        : dynamodb.TableEncryptionV2.customerManagedKey(props.encryptionKey),
    ...(props.sortKey === undefined ? {} : { sortKey: { name: props.sortKey, type: dynamodb.AttributeType.STRING } }),
  });
}

function auroraAlarms(cluster: rds.DatabaseCluster) {
  return [
    {
      id: 'ReplicaLag',
      metric: cluster.metric('AuroraReplicaLagMaximum', { period: ALARM_PERIOD, statistic: 'Maximum' }),
      description: 'readers are more than a second behind: a failover would wait for them',
      threshold: 1000,
      minutes: 5,
    },
    {
      id: 'Cpu',
      metric: cluster.metricCPUUtilization({ period: ALARM_PERIOD, statistic: 'Maximum' }),
      description: 'an instance has no processor time to spare',
      threshold: 90,
      minutes: 10,
    },
  ];
}

function faultsOfDatabase(props: ResilientDatabaseProps): readonly (Fault | undefined)[] {
  const { backupDays } = props;
  const tokens = faultsOfTokens({ backupDays, ...(props.kind === 'aurora' ? { instances: props.instances } : {}) });
  if (tokens.length > 0) return tokens;
  const network = props.kind === 'dynamodb' ? undefined : props.network;
  return faultsOfDatabaseRequest({ ...props, zones: network?.zones.length ?? 0, tiers: network?.tiers ?? [] });
}
