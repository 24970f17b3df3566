import { Table } from '@pulumi/aws/dynamodb/table';
import type { SecurityGroup } from '@pulumi/aws/ec2/securityGroup';
import { ComponentResource, type ComponentResourceOptions, type CustomResourceOptions, type Output } from '@pulumi/pulumi';
import { FAILOVER_TIMES, type Fault, faultsOfDatabaseRequest, refuse, type Span } from '../blueprints';
import { addAlarms } from './alarms';
import { auroraCluster } from './aurora';
import type { DynamoDbProps, ResilientDatabaseProps } from './database-props';
import { faultsOfOutputs } from './outputs';
import { multiAzCluster, multiAzInstance, type Relational } from './rds-multi-az';
import { allowFromGroup } from './security';

const PORTS = { postgres: 5432, mysql: 3306 } as const;

/**
 * A database that goes on when its active unit or any one zone is lost, can be put back to any second of the last days,
 * and is neither public nor deleted by accident. Promises to survive the loss of a zone.
 */
export class ResilientDatabase extends ComponentResource {
  /** How long clients wait when the active unit is lost: typical times that the service documents. */
  readonly failover: Span;
  /** Host that writes go to; undefined for DynamoDB. */
  readonly endpoint: Output<string> | undefined;
  /** Host that reads may go to; undefined where there is none. */
  readonly readerEndpoint: Output<string> | undefined;
  /** ARN of the secret with user and password, changed by the service every week; undefined for DynamoDB. */
  readonly secretArn: Output<string> | undefined;
  /** Set when the kind is `dynamodb`. */
  readonly table: Table | undefined;
  private readonly name: string;
  private readonly port: number;
  private readonly securityGroup: SecurityGroup | undefined;

  /** @throws {RefusedError} one instance, no isolated subnets, no backups, a Multi-AZ cluster over two zones */
  constructor(name: string, props: ResilientDatabaseProps, options: ComponentResourceOptions = {}) {
    refuse(name, faultsOfDatabase(props));
    super('nospof:aws:ResilientDatabase', name, {}, options);
    const parent: CustomResourceOptions = { parent: this };
    this.name = name;
    this.failover = FAILOVER_TIMES[props.kind];
    this.port = props.kind === 'dynamodb' ? 443 : PORTS[props.engine ?? 'postgres'];
    const built = relational(name, props, parent);
    this.endpoint = built?.endpoint;
    this.readerEndpoint = built?.readerEndpoint;
    this.secretArn = built?.secretArn;
    this.securityGroup = built?.securityGroup;
    this.table = props.kind === 'dynamodb' ? dynamoTable(name, props, parent) : undefined;
    this.registerOutputs(this.endpoint === undefined ? {} : { endpoint: this.endpoint });
  }

  /**
   * Lets the units of a service connect: the network path for relational databases.
   *
   * @param clients - groups by a name of their own, as a service has them
   * @throws {RefusedError} DynamoDB has no network path; grant access to `table` instead
   */
  allowFrom(clients: { readonly securityGroups: Readonly<Record<string, SecurityGroup>> }): void {
    if (this.securityGroup === undefined) {
      refuse(this.name, [
        {
          found: 'allowFrom was called on a DynamoDB table',
          bound: 'access to a table is a matter of permissions',
          wayOut: 'allow the role of the units to use table.arn',
        },
      ]);
      return;
    }
    for (const [name, group] of Object.entries(clients.securityGroups)) {
      allowFromGroup(`${this.name}-from-${name}`, this.securityGroup, group, this.port, { parent: this });
    }
  }
}

function relational(name: string, props: ResilientDatabaseProps, options: CustomResourceOptions): Relational | undefined {
  switch (props.kind) {
    case 'aurora': {
      const { alarms, ...built } = auroraCluster(name, props, options);
      addAlarms(name, alarms, props.alarmTopic, options);
      return built;
    }
    case 'multi-az':
      return multiAzInstance(name, props, options);
    case 'multi-az-cluster':
      return multiAzCluster(name, props, options);
    case 'dynamodb':
      return undefined;
  }
}

function dynamoTable(name: string, props: DynamoDbProps, options: CustomResourceOptions): Table {
  const { partitionKey = 'id', sortKey, encryptionKey } = props;
  return new Table(
    name,
    {
      billingMode: 'PAY_PER_REQUEST',
      hashKey: partitionKey,
      attributes: [partitionKey, sortKey].filter((key) => key !== undefined).map((key) => ({ name: key, type: 'S' })),
      deletionProtectionEnabled: props.deletionProtection ?? true,
      pointInTimeRecovery: { enabled: true, recoveryPeriodInDays: props.backupDays ?? 14 },
      serverSideEncryption: { enabled: true, ...(encryptionKey === undefined ? {} : { kmsKeyArn: encryptionKey }) },
      ...(sortKey === undefined ? {} : { rangeKey: sortKey }),
    },
    options,
  );
}

/** Everything wrong with what was asked. Values that are not known yet are told alone. */
function faultsOfDatabase(props: ResilientDatabaseProps): readonly (Fault | undefined)[] {
  const { backupDays } = props;
  const unknown = faultsOfOutputs({ backupDays, ...(props.kind === 'aurora' ? { instances: props.instances } : {}) });
  if (unknown.length > 0) return unknown;
  const network = props.kind === 'dynamodb' ? undefined : props.network;
  const { kind } = props;
  return faultsOfDatabaseRequest({
    kind,
    ...(backupDays === undefined ? {} : { backupDays }),
    ...(props.kind === 'aurora' && props.instances !== undefined ? { instances: props.instances } : {}),
    zones: network?.zones.length ?? 0,
    tiers: network?.tiers ?? [],
  });
}
