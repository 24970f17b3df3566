import type { Input } from '@pulumi/pulumi';
import type { GlobalServiceSettings } from '../../blueprints';
import type { Pool } from './pools';
import type { ResilientNetwork } from './resilient-network';

export interface LoadBalancedServiceProps extends GlobalServiceSettings {
  readonly network: ResilientNetwork;
  /** What serves, by name; each pool keeps its required capacity when a zone is lost. */
  readonly pools: Readonly<Record<string, Pool>>;
  /**
   * Self links of certificates for HTTPS; managed ones renew themselves.
   * @default - none; services with HTTPS are refused
   */
  readonly certificates?: readonly Input<string>[];
  /**
   * Name of the notification channel that is told about alarms; one of type pubsub is a topic.
   * @default - alarms tell nobody
   */
  readonly alarmTopic?: Input<string>;
}
