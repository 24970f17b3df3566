import type { Input } from '@pulumi/pulumi';
import type { SettledService } from '../blueprints';
import type { AccessLogs } from './access-logs';
import type { Pool } from './pools';
import type { ResilientNetwork } from './resilient-network';

/** Everything that a balancer renders; checked before. */
export interface BalancerPlan extends Omit<SettledService, 'accessLogs'> {
  readonly network: ResilientNetwork;
  readonly pools: Readonly<Record<string, Pool>>;
  readonly certificateArns: readonly Input<string>[];
  readonly accessLogs: AccessLogs | undefined;
}
