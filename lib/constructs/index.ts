/**
 * Reference architectures as CDK constructs: each renders a decision of the blueprints and promises what it survives.
 * Knows nothing of the engine that judges templates. Start with `resilient-network.ts`, then
 * `load-balanced-service.ts`.
 */

export type {
  Algorithm,
  Classification,
  ClassifiedTier,
  ContentCheck,
  Egress,
  HealthCheck,
  HealthCheckTimers,
  Member,
  NetworkTier,
  PoolSize,
  Protocol,
  RecoveryPlan,
  RecoveryRequest,
  RecoveryStep,
  RecoveryStore,
  RecoveryStrategy,
  Season,
  SeasonalCost,
  ServiceMap,
  Site,
  SiteGateway,
  SiteHost,
  SiteSwitch,
  VirtualService,
} from '../blueprints';
export { RefusedError } from '../blueprints';
export type { BackupPlanProps, CopyTarget, RestorableType } from './backup-plan';
export { BackupPlan } from './backup-plan';
export type {
  AuroraProps,
  DatabaseSafety,
  DynamoDbProps,
  MultiAzClusterProps,
  MultiAzProps,
  RelationalProps,
  ResilientDatabaseProps,
} from './database-props';
export type { DirectConnectProps } from './direct-connect';
export { DisasterRecovery } from './disaster-recovery';
export type { FirewallFleetProps } from './firewall-fleet';
export { FirewallFleet } from './firewall-fleet';
export type { AnycastFrontDoorProps, CachedFrontDoorProps } from './front-door';
export { AnycastFrontDoor, CachedFrontDoor } from './front-door';
export type { HybridNetworkProps } from './hybrid-network';
export { HybridNetwork } from './hybrid-network';
export type { GeographicSplitProps, TierSplitProps } from './hybrid-split';
export { GeographicSplit, TierSplit } from './hybrid-split';
export { LoadBalancedService } from './load-balanced-service';
export { Backups, BalancerHealth, CrossZone, DeletionProtection, MultiZone } from './mixins';
export type { ContainerPool, FleetPool, Pool } from './pools';
export type { DisasterRecoveryProps } from './recovery-props';
export type { ResilientCacheProps } from './resilient-cache';
export { ResilientCache } from './resilient-cache';
export { ResilientDatabase } from './resilient-database';
export type { ResilientNetworkProps } from './resilient-network';
export { ResilientNetwork } from './resilient-network';
export type { ScalablePool } from './scalable-pool';
export type { SeasonalScalingProps } from './seasonal-scaling';
export { SeasonalScaling } from './seasonal-scaling';
export type { LoadBalancedServiceProps } from './service-props';
export type { SharedFilesProps } from './shared-files';
export { SharedFiles } from './shared-files';
