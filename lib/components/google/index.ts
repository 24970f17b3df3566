/**
 * Reference architectures as Pulumi components for Google Cloud: the same decisions of the blueprints and the same names
 * of properties as those for AWS, so that a program changes its import and little else. Needs @pulumi/gcp and not
 * @pulumi/aws. Start with `resilient-network.ts`, then `load-balanced-service.ts`.
 */

export type {
  Algorithm,
  ContentCheck,
  HealthCheck,
  HealthCheckTimers,
  Member,
  PoolSize,
  Protocol,
  ServiceMap,
  VirtualService,
} from '../../blueprints';
export { RefusedError } from '../../blueprints';
export type { RequiredCapacityProps } from '../required-capacity';
export { RequiredCapacity } from '../required-capacity';
export type { ResilientDatabaseProps } from './database-props';
export type { DecidedPool } from './load-balanced-service';
export { LoadBalancedService } from './load-balanced-service';
export type { ResilientNetworkProps } from './network-props';
export type { FleetPool, Pool } from './pools';
export { ResilientDatabase } from './resilient-database';
export { ResilientNetwork } from './resilient-network';
export type { LoadBalancedServiceProps } from './service-props';
