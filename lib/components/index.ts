/**
 * Reference architectures as Pulumi components for AWS: the same decisions of the blueprints as the constructs, under
 * the same names of properties. Knows nothing of the engine that judges programs. Start with `resilient-network.ts`,
 * then `load-balanced-service.ts`.
 */

export type {
  Algorithm,
  ContentCheck,
  Egress,
  HealthCheck,
  HealthCheckTimers,
  Member,
  NetworkTier,
  PoolSize,
  Protocol,
  ServiceMap,
  VirtualService,
} from '../blueprints';
export { RefusedError } from '../blueprints';
export type { AnycastFrontDoorProps } from './anycast-front-door';
export { AnycastFrontDoor } from './anycast-front-door';
export type {
  AuroraProps,
  DatabaseSafety,
  DynamoDbProps,
  MultiAzClusterProps,
  MultiAzProps,
  RelationalProps,
  ResilientDatabaseProps,
} from './database-props';
export type { DecidedPool } from './load-balanced-service';
export { LoadBalancedService } from './load-balanced-service';
export type { ContainerPool, FleetPool, Pool } from './pools';
export type { RequiredCapacityProps } from './required-capacity';
export { RequiredCapacity } from './required-capacity';
export { ResilientDatabase } from './resilient-database';
export type { ResilientNetworkProps } from './resilient-network';
export { ResilientNetwork } from './resilient-network';
export type { LoadBalancedServiceProps } from './service-props';
