import type { Input } from '@pulumi/pulumi';
import type { Algorithm, HealthCheck, ServiceMap, Timers } from '../blueprints';
import type { AccessLogs } from './access-logs';
import type { Pool } from './pools';
import type { ResilientNetwork } from './resilient-network';

/** Everything that a balancer renders; checked before. */
export interface BalancerPlan {
  readonly network: ResilientNetwork;
  readonly kind: 'application' | 'network';
  readonly internetFacing: boolean;
  readonly services: ServiceMap;
  readonly pools: Readonly<Record<string, Pool>>;
  readonly healthCheck: HealthCheck;
  readonly timers: Timers;
  readonly algorithm: Algorithm;
  readonly anomalyMitigation: boolean;
  readonly slowStartSeconds: number;
  readonly drainingSeconds: number;
  readonly stickySeconds: number;
  readonly zonalShift: boolean;
  readonly crossZone: boolean;
  /** 0 for the default of one healthy unit. */
  readonly minimumHealthyPercent: number;
  readonly deletionProtection: boolean;
  readonly certificateArns: readonly Input<string>[];
  readonly accessLogs: AccessLogs | undefined;
}
