import type { Input } from '@pulumi/pulumi';
import type {
  AuroraSettings,
  DatabaseSettings,
  DynamoDbSettings,
  MultiAzClusterSettings,
  MultiAzSettings,
  RelationalSettings,
} from '../blueprints';
import type { ResilientNetwork } from './resilient-network';

/** What every kind of database has. */
export interface DatabaseSafety extends DatabaseSettings {
  /**
   * ARN of the key that encrypts the data; without it the database cannot be read.
   * @default - the key that AWS manages for the service
   */
  readonly encryptionKey?: Input<string>;
  /**
   * ARN of the topic that is told about alarms.
   * @default - alarms tell nobody
   */
  readonly alarmTopic?: Input<string>;
}

/** A database that stands in the isolated subnets of a network. */
export interface RelationalProps extends RelationalSettings, DatabaseSafety {
  readonly network: ResilientNetwork;
}

export type AuroraProps = AuroraSettings & RelationalProps;
export type MultiAzProps = MultiAzSettings & RelationalProps;
export type MultiAzClusterProps = MultiAzClusterSettings & RelationalProps;
export type DynamoDbProps = DynamoDbSettings & DatabaseSafety;

export type ResilientDatabaseProps = AuroraProps | MultiAzProps | MultiAzClusterProps | DynamoDbProps;
