/**
 * What a redundant architecture decides before any provider is chosen: which zone gets what, which address, how many
 * units, when a health check speaks, who serves which port. Pure functions over plain data; knows neither aws-cdk-lib
 * nor Pulumi, so that every renderer renders the same decision. Start with `capacity.ts` and `cidr-plan.ts`.
 */

export type { Algorithm } from './algorithm';
export { ALGORITHMS } from './algorithm';
export type { CapacityPlan, CapacityRequest } from './capacity';
export { capacityAfterLoss, faultsOfCapacity, planCapacity } from './capacity';
export type { Checker } from './checkers';
export { CHECKERS } from './checkers';
export type { CidrBlock } from './cidr';
export { contains, formatCidr, overlaps, parseCidr } from './cidr';
export type { NetworkTier, SubnetPlan, SubnetRequest } from './cidr-plan';
export { faultsOfOverlap, faultsOfSubnetRequest, NETWORK_TIERS, planRegionalSubnets, planSubnets } from './cidr-plan';
export type { CloudSqlRequest } from './cloud-sql-request';
export { editionOf, faultsOfCloudSqlRequest } from './cloud-sql-request';
export type { CrossingState } from './crossing-state';
export { faultsOfCrossingState, sayCrossingState } from './crossing-state';
export type { DatabaseRequest } from './database-request';
export { faultsOfDatabaseRequest } from './database-request';
export type {
  AuroraSettings,
  DatabaseSettings,
  DynamoDbSettings,
  MultiAzClusterSettings,
  MultiAzSettings,
  RelationalSettings,
} from './database-settings';
export type { Egress } from './egress';
export { faultOfEgress, faultOfRegionalEgress, NEEDED_WITHOUT_EGRESS } from './egress';
export type { FailoverTime } from './failover-times';
export { FAILOVER_TIMES } from './failover-times';
export type { GlobalServiceRequest, GlobalServiceSettings } from './global-service-request';
export { faultsOfGlobalServiceRequest } from './global-service-request';
export type { ContentCheck, HealthCheck, HttpCheck, IcmpCheck, TcpCheck } from './health-check';
export type { NetworkSettings } from './network-settings';
export type { Classification, ClassifiedTier, Place, PlacedTier } from './placement';
export { faultsOfPlacement, placeTiers } from './placement';
export type { FleetRequest, PoolRequest, PoolSize, SizedPool } from './pool';
export { faultsOfPool, processorOf, sizeOf } from './pool';
export type { RecoveryLag, RecoveryPlan, RecoveryRequest, RecoveryStep, RecoveryStore, RecoveryStrategy } from './recovery';
export { faultsOfRecovery, planRecovery, recoveryTimers } from './recovery';
export type { Fault } from './refusal';
export { faultOfCount, RefusedError, refuse } from './refusal';
export type { Season, SeasonalCost } from './seasons';
export { costOfSeasons, dayAfter, faultsOfSeasons } from './seasons';
export type { Member, Protocol, ServiceMap, VirtualService } from './service-map';
export { faultsOfServiceMap, insidePortsOf, serviceTable } from './service-map';
export type { ServiceRequest } from './service-request';
export { faultsOfServiceRequest } from './service-request';
export type { ServiceSettings, SettledService } from './service-settings';
export { settleService } from './service-settings';
export type { Site, SiteGateway, SiteHost, SiteSwitch } from './site';
export { faultsOfSite, hostsThatRun, resolversOf } from './site';
export { faultsOfAlgorithm, faultsOfHealthCheck } from './suitability';
export type { HealthCheckTimers, Span, Timers } from './timers';
export { faultsOfTimers, resolveTimers, timeToDetect, timeToRecover } from './timers';
export { spreadOverZones, survivorsOfZoneLoss } from './zone-spread';
