import type * as kms from 'aws-cdk-lib/aws-kms';
import type * as sns from 'aws-cdk-lib/aws-sns';
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
   * Key that encrypts the data; without it the database cannot be read.
   * @default - the key that AWS manages for the service
   */
  readonly encryptionKey?: kms.IKey;
  /**
   * Who is told about alarms.
   * @default - alarms tell nobody
   */
  readonly alarmTopic?: sns.ITopic;
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
