import { IAMMember } from '@pulumi/gcp/projects/iammember';
import type { Account } from '@pulumi/gcp/serviceaccount/account';
import { Database } from '@pulumi/gcp/sql/database';
import { DatabaseInstance, type DatabaseInstanceArgs } from '@pulumi/gcp/sql/databaseInstance';
import { User } from '@pulumi/gcp/sql/user';
import {
  ComponentResource,
  type ComponentResourceOptions,
  type CustomResourceOptions,
  interpolate,
  type Output,
} from '@pulumi/pulumi';
import { editionOf, FAILOVER_TIMES, type Fault, faultsOfCloudSqlRequest, refuse, type Span } from '../../blueprints';
import { faultsOfOutputs } from '../outputs';
import { type AlarmPlan, addAlarms } from './alarms';
import type { ResilientDatabaseProps } from './database-props';
import { faultOfName } from './names';

const ENGINES = {
  postgres: { version: 'POSTGRES_17', loginFlag: 'cloudsql.iam_authentication' },
  mysql: { version: 'MYSQL_8_4', loginFlag: 'cloudsql_iam_authentication' },
} as const;

const TYPE = 'db-perf-optimized-N-2';

/**
 * A database that goes on when its active unit or any one zone is lost, can be put back to any second of the last days,
 * and is neither public nor deleted by accident. Promises to survive the loss of a zone.
 */
export class ResilientDatabase extends ComponentResource {
  /** How long clients wait when the active unit is lost: typical times that the service documents. */
  readonly failover: Span;
  /** Address inside the network that reads and writes go to; it stays when the standby takes over. */
  readonly endpoint: Output<string>;
  readonly instance: DatabaseInstance;
  private readonly name: string;
  private readonly engine: 'postgres' | 'mysql';

  /** @throws {RefusedError} another kind, no isolated tier, no backups, more days than the edition keeps */
  constructor(name: string, props: ResilientDatabaseProps, options: ComponentResourceOptions = {}) {
    refuse(name, faultsOfDatabase(name, props));
    super('nospof:google:ResilientDatabase', name, {}, options);
    const { engine = 'postgres', databaseName } = props;
    const { services } = props.network;
    const parent: CustomResourceOptions = { parent: this };
    this.name = name;
    this.engine = engine;
    this.failover = FAILOVER_TIMES['cloud-sql'];
    this.instance = new DatabaseInstance(name, instanceArgs(props), {
      ...parent,
      // Storage grows by itself; the size it was made with must not come back as a change.
      ignoreChanges: ['settings.diskSize'],
      ...(services === undefined ? {} : { dependsOn: [services.connection] }),
    });
    if (databaseName !== undefined) new Database(name, { instance: this.instance.name, name: databaseName }, parent);
    this.endpoint = this.instance.privateIpAddress;
    const { project, name: id } = this.instance;
    const cpu: AlarmPlan = {
      id: 'cpu',
      description: 'the database has no processor time to spare',
      metric: 'cloudsql.googleapis.com/database/cpu/utilization',
      resource: 'cloudsql_database',
      where: { 'resource.labels.database_id': interpolate`${project}:${id}` },
      statistic: 'ALIGN_MEAN',
      is: 'above',
      threshold: 0.9,
      minutes: 10,
    };
    addAlarms(name, [cpu], props.alarmTopic, parent);
    this.registerOutputs({ endpoint: this.endpoint });
  }

  /**
   * Lets the units of a service log in by their own accounts, without a password; the network lets them reach it already.
   *
   * @param clients - accounts by a name of their own, as a service has them
   */
  allowFrom(clients: { readonly serviceAccounts: Readonly<Record<string, Account>> }): void {
    const options: CustomResourceOptions = { parent: this };
    for (const [client, account] of Object.entries(clients.serviceAccounts)) {
      const id = `${this.name}-from-${client}`;
      const { project, member, email } = account;
      for (const role of ['client', 'instanceUser']) {
        new IAMMember(`${id}-${role}`, { project, member, role: `roles/cloudsql.${role}` }, options);
      }
      // PostgreSQL has no room for the whole address of an account.
      const name = this.engine === 'postgres' ? email.apply((text) => text.replace(/\.gserviceaccount\.com$/, '')) : email;
      new User(id, { instance: this.instance.name, name, type: 'CLOUD_IAM_SERVICE_ACCOUNT' }, options);
    }
  }
}

function instanceArgs(props: ResilientDatabaseProps): DatabaseInstanceArgs {
  const { network, engine = 'postgres', instanceType = TYPE, backupDays = 14, storageGib = 100, encryptionKey } = props;
  const { version, loginFlag } = ENGINES[engine];
  const protectedFromDeletion = props.deletionProtection ?? true;
  return {
    databaseVersion: version,
    deletionProtection: protectedFromDeletion,
    ...(encryptionKey === undefined ? {} : { encryptionKeyName: encryptionKey }),
    settings: {
      tier: instanceType,
      edition: editionOf(instanceType),
      availabilityType: 'REGIONAL',
      deletionProtectionEnabled: protectedFromDeletion,
      diskType: instanceType.startsWith('db-c4a-') ? 'HYPERDISK_BALANCED' : 'PD_SSD',
      diskSize: storageGib,
      diskAutoresize: true,
      backupConfiguration: {
        enabled: true,
        ...(engine === 'postgres' ? { pointInTimeRecoveryEnabled: true } : { binaryLogEnabled: true }),
        transactionLogRetentionDays: backupDays,
        backupRetentionSettings: { retainedBackups: backupDays, retentionUnit: 'COUNT' },
      },
      ipConfiguration: {
        ipv4Enabled: false,
        privateNetwork: network.network.id,
        sslMode: 'ENCRYPTED_ONLY',
        ...(network.services === undefined ? {} : { allocatedIpRange: network.services.range.name }),
      },
      databaseFlags: [{ name: loginFlag, value: 'on' }],
      insightsConfig: { queryInsightsEnabled: true },
    },
  };
}

/** Everything wrong with what was asked. Values that are not known yet are told alone. */
function faultsOfDatabase(name: string, props: ResilientDatabaseProps): readonly (Fault | undefined)[] {
  const { kind, backupDays, instanceType, network } = props;
  const unknown = faultsOfOutputs({ backupDays, instanceType });
  if (unknown.length > 0) return unknown;
  return [
    faultOfName(name),
    ...faultsOfCloudSqlRequest({
      kind,
      backupDays: backupDays ?? 14,
      instanceType: instanceType ?? TYPE,
      zones: network.zones.length,
      tiers: network.tiers,
    }),
  ];
}
