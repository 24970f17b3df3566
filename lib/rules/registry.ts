import { answerMissingAtADnsProvider } from './answer-missing-at-a-dns-provider';
import { applianceSharedByZones } from './appliance-shared-by-zones';
import { attachmentMissingInZone } from './attachment-missing-in-zone';
import { bundleNeedsEveryLine } from './bundle-needs-every-line';
import { cacheWithoutReplica } from './cache-without-replica';
import { capacityAfterZoneLoss } from './capacity-after-zone-loss';
import { changedAtOnce } from './changed-at-once';
import { clusterWithOneInstance } from './cluster-with-one-instance';
import { clusterWithoutInstances } from './cluster-without-instances';
import { dataInOneRegion } from './data-in-one-region';
import { dataOlderThanObjective } from './data-older-than-objective';
import { dataWithoutBackup } from './data-without-backup';
import { databaseWithoutStandby } from './database-without-standby';
import { deployedFromOneRegion } from './deployed-from-one-region';
import { deploymentStopsAllUnits } from './deployment-stops-all-units';
import { disruptionBudgetAllowsAll } from './disruption-budget-allows-all';
import { disruptionBudgetAllowsNone } from './disruption-budget-allows-none';
import { disruptionBudgetMissing } from './disruption-budget-missing';
import { endpointInOneZone } from './endpoint-in-one-zone';
import { failoverAnswerKeptLong } from './failover-answer-kept-long';
import { failoverMovedFromTheFailedRegion } from './failover-moved-from-the-failed-region';
import { failoverRecordWithoutHealthCheck } from './failover-record-without-health-check';
import { failoverRecordWithoutSecondary } from './failover-record-without-secondary';
import { flowsStayWithDeadTarget } from './flows-stay-with-dead-target';
import { groupIgnoresBalancerHealth } from './group-ignores-balancer-health';
import { groupInOneZone } from './group-in-one-zone';
import { groupOfOne } from './group-of-one';
import { healthCheckBlind } from './health-check-blind';
import { healthCheckBlocked } from './health-check-blocked';
import { healthCheckOnAnotherPort } from './health-check-on-another-port';
import { healthCheckTooDeep } from './health-check-too-deep';
import { imagesInOneRegion } from './images-in-one-region';
import { listedTargetsInOnePlace } from './listed-targets-in-one-place';
import { loadBalancerInOneZone } from './load-balancer-in-one-zone';
import { missingInItsRegion } from './missing-in-its-region';
import { mountTargetInOneZone } from './mount-target-in-one-zone';
import { mountTargetMissingInZone } from './mount-target-missing-in-zone';
import { natGatewayOfAnotherZone } from './nat-gateway-of-another-zone';
import { natGatewaySharedByZones } from './nat-gateway-shared-by-zones';
import { natGatewaysInOneZone } from './nat-gateways-in-one-zone';
import { natInstanceAlone } from './nat-instance-alone';
import { networkInterfaceInOneZone } from './network-interface-in-one-zone';
import { oneAddressAsked } from './one-address-asked';
import { oneCustomerGateway } from './one-customer-gateway';
import { operatorsSignInThroughOneRegion } from './operators-sign-in-through-one-region';
import { quorumWithoutSlack } from './quorum-without-slack';
import { readinessUnasked } from './readiness-unasked';
import { recoverySlowerThanObjective } from './recovery-slower-than-objective';
import { referenceToAnotherRegion } from './reference-to-another-region';
import { replicasMayShareANode } from './replicas-may-share-a-node';
import { replicasMayShareAZone } from './replicas-may-share-a-zone';
import { replicationWithoutStandby } from './replication-without-standby';
import type { CheckRule, LossRule, Rule } from './rule';
import { SETTINGS_RULES } from './settings';
import { singleInstance } from './single-instance';
import { singlePointOfFailure } from './single-point-of-failure';
import { singleProvider } from './single-provider';
import { singleRegion } from './single-region';
import { storeInOneZone } from './store-in-one-zone';
import { tunnelWithStaticRoutes } from './tunnel-with-static-routes';
import { wayOutInOneZone } from './way-out-in-one-zone';
import { zoneDependsOnOneTarget } from './zone-depends-on-one-target';

/** Put words to losses; the first that claims a loss has it, the last claims every loss. */
export const LOSS_RULES: readonly LossRule[] = [
  singleProvider,
  singleRegion,
  wayOutInOneZone,
  natInstanceAlone,
  singleInstance,
  groupOfOne,
  quorumWithoutSlack,
  groupInOneZone,
  databaseWithoutStandby,
  clusterWithOneInstance,
  storeInOneZone,
  cacheWithoutReplica,
  replicationWithoutStandby,
  natGatewaySharedByZones,
  applianceSharedByZones,
  networkInterfaceInOneZone,
  listedTargetsInOnePlace,
  loadBalancerInOneZone,
  mountTargetInOneZone,
  oneCustomerGateway,
  singlePointOfFailure,
];

/** Look for misconfigurations. */
export const CHECK_RULES: readonly CheckRule[] = [
  endpointInOneZone,
  failoverRecordWithoutSecondary,
  answerMissingAtADnsProvider,
  failoverRecordWithoutHealthCheck,
  healthCheckBlind,
  healthCheckBlocked,
  zoneDependsOnOneTarget,
  healthCheckOnAnotherPort,
  healthCheckTooDeep,
  groupIgnoresBalancerHealth,
  deploymentStopsAllUnits,
  natGatewayOfAnotherZone,
  natGatewaysInOneZone,
  failoverAnswerKeptLong,
  referenceToAnotherRegion,
  imagesInOneRegion,
  missingInItsRegion,
  dataInOneRegion,
  deployedFromOneRegion,
  changedAtOnce,
  failoverMovedFromTheFailedRegion,
  operatorsSignInThroughOneRegion,
  replicasMayShareAZone,
  replicasMayShareANode,
  readinessUnasked,
  disruptionBudgetMissing,
  disruptionBudgetAllowsNone,
  disruptionBudgetAllowsAll,
  capacityAfterZoneLoss,
  recoverySlowerThanObjective,
  dataOlderThanObjective,
  dataWithoutBackup,
  attachmentMissingInZone,
  mountTargetMissingInZone,
  bundleNeedsEveryLine,
  oneAddressAsked,
  tunnelWithStaticRoutes,
  flowsStayWithDeadTarget,
  clusterWithoutInstances,
];

/** Every rule, by id in alphabetical order. */
export const RULES: readonly Rule[] = [...LOSS_RULES, ...CHECK_RULES, ...SETTINGS_RULES].sort((a, b) => (a.id < b.id ? -1 : 1));
