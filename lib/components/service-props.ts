import type { Input } from '@pulumi/pulumi';
import type { ServiceSettings } from '../blueprints';
import type { Pool } from './pools';
import type { ResilientNetwork } from './resilient-network';

export interface LoadBalancedServiceProps extends ServiceSettings {
  readonly network: ResilientNetwork;
  /** What serves, by name; each pool keeps its required capacity when a zone is lost. */
  readonly pools: Readonly<Record<string, Pool>>;
  /**
   * Certificates for HTTPS and TLS; managed ones renew themselves.
   * @default - none; services with TLS are refused
   */
  readonly certificateArns?: readonly Input<string>[];
  /**
   * ARN of the topic that is told about alarms.
   * @default - alarms tell nobody
   */
  readonly alarmTopic?: Input<string>;
}
