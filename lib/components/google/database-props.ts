import type { Input } from '@pulumi/pulumi';
import type { MultiAzSettings } from '../../blueprints';
import type { ResilientNetwork } from './resilient-network';

/** Cloud SQL with a standby in another zone that serves nothing until it takes over. */
export interface ResilientDatabaseProps extends Omit<MultiAzSettings, 'instanceType'> {
  readonly network: ResilientNetwork;
  /**
   * Class of the active unit and of its standby. Those of Enterprise Plus can go back 35 days, others 7.
   * @default 'db-perf-optimized-N-2'
   */
  readonly instanceType?: string;
  /**
   * Name of the key that encrypts the data; without it the database cannot be read.
   * @default - a key of Google
   */
  readonly encryptionKey?: Input<string>;
  /**
   * Name of the notification channel that is told about alarms; one of type pubsub is a topic.
   * @default - alarms tell nobody
   */
  readonly alarmTopic?: Input<string>;
}
