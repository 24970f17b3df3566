import type { Input } from '@pulumi/pulumi';
import type { Algorithm, HealthCheck, HealthCheckTimers, ServiceMap } from '../blueprints';
import type { Pool } from './pools';
import type { ResilientNetwork } from './resilient-network';

export interface LoadBalancedServiceProps {
  readonly network: ResilientNetwork;
  /** What serves, by name; each pool keeps its required capacity when a zone is lost. */
  readonly pools: Readonly<Record<string, Pool>>;
  /**
   * The service table: which port of the balancer is served by which pools, at which port and weight.
   * @default - port 80 (HTTP or TCP) to port 80 of every pool
   */
  readonly services?: ServiceMap;
  /**
   * `application` balances requests (HTTP), `network` connections (TCP, TLS, UDP).
   * @default 'application'
   */
  readonly balancer?: 'application' | 'network';
  /**
   * Reached from the internet, or from inside the network only.
   * @default true
   */
  readonly internetFacing?: boolean;
  /**
   * How a unit is asked whether it can serve.
   * @default - HTTP 200 from `/` on an application balancer, TCP on a network balancer
   */
  readonly healthCheck?: HealthCheck;
  /**
   * When it is asked [s]; together they decide how long a dead unit is noticed by users.
   * @default - every 10 s, 5 s for an answer, down after 2, up after 2
   */
  readonly timers?: HealthCheckTimers;
  /**
   * How the unit for a request is chosen.
   * @default 'round-robin' on an application balancer, 'source-hash' on a network balancer
   */
  readonly algorithm?: Algorithm;
  /**
   * Give less to units that answer worse than the others (application balancer, round robin only).
   * @default false
   */
  readonly anomalyMitigation?: boolean;
  /**
   * Time over which a new unit gets its full share [s], 30 to 900; 0 for at once. Application balancer, not with least
   * connections.
   * @default 0
   */
  readonly slowStartSeconds?: number;
  /**
   * Time that requests under way have to end when a unit leaves [s].
   * @default 30
   */
  readonly drainingSeconds?: number;
  /**
   * Time that a client stays with its unit [s], by cookie; 0 for not at all. Application balancer only.
   * @default 0
   */
  readonly stickySeconds?: number;
  /**
   * Balancer nodes of every zone reach the units of every zone. Without it traffic stays in its zone: nothing is paid
   * for crossing, and a zone whose own units are down is lost although the others could serve it, so every pool needs
   * two units per zone.
   * @default true
   */
  readonly crossZone?: boolean;
  /**
   * Share of healthy units below which a zone leaves the names of the balancer [percent].
   * @default - a zone stays while one unit is healthy
   */
  readonly minimumHealthyPercent?: number;
  /**
   * Certificates for HTTPS and TLS; managed ones renew themselves.
   * @default - none; services with TLS are refused
   */
  readonly certificateArns?: readonly Input<string>[];
  /**
   * Allow operators to move traffic out of a zone that misbehaves.
   * @default true
   */
  readonly zonalShift?: boolean;
  /**
   * Refuse to delete the balancer until this is switched off.
   * @default true
   */
  readonly deletionProtection?: boolean;
  /**
   * Keep access logs in a private bucket for 90 days. A network balancer logs TLS connections only.
   * @default true
   */
  readonly accessLogs?: boolean;
  /**
   * ARN of the topic that is told about alarms.
   * @default - alarms tell nobody
   */
  readonly alarmTopic?: Input<string>;
}
