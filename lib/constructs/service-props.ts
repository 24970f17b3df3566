import type * as sns from 'aws-cdk-lib/aws-sns';
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
  readonly certificateArns?: readonly string[];
  /**
   * Let AWS move traffic out of a zone by itself when it sees the zone misbehave, and practise that every week while no
   * alarm of the service is on.
   * @default false
   */
  readonly zonalAutoshift?: boolean;
  /**
   * Who is told about alarms.
   * @default - alarms tell nobody
   */
  readonly alarmTopic?: sns.ITopic;
}
