/**
 * The settings pack: rules that compare settings with what is usual and prove nothing, off unless asked for.
 * Each rule is one file; what is asked of which type stands in the tables of settings. Start with `settings-rule.ts`.
 */

import type { CheckRule } from '../rule';
import { alarmWithoutAction } from './alarm-without-action';
import { backupPlanMissing } from './backup-plan-missing';
import { backupsShort } from './backups-short';
import { certificateRenewedByHand } from './certificate-renewed-by-hand';
import { checkpointsOff } from './checkpoints-off';
import { concurrencyUnreserved } from './concurrency-unreserved';
import { containerHealthCheckMissing } from './container-health-check-missing';
import { copiesInOneRegionOnly } from './copies-in-one-region-only';
import { crossZoneOff } from './cross-zone-off';
import { deadLettersDropped } from './dead-letters-dropped';
import { dedicatedMastersMissing } from './dedicated-masters-missing';
import { deletionProtectionOff } from './deletion-protection-off';
import { deploymentAllAtOnce } from './deployment-all-at-once';
import { deploymentWithoutRollback } from './deployment-without-rollback';
import { drainingOff } from './draining-off';
import { durabilityRelaxed } from './durability-relaxed';
import { eventsUnheard } from './events-unheard';
import { goneWithItsStack } from './gone-with-its-stack';
import { gracePeriodMissing } from './grace-period-missing';
import { healthCheckHasty } from './health-check-hasty';
import { healthCheckMissing } from './health-check-missing';
import { healthCheckSlow } from './health-check-slow';
import { keyEasilyLost } from './key-easily-lost';
import { launchConfigurationUsed } from './launch-configuration-used';
import { listenerMissing } from './listener-missing';
import { logsBlockTheApp } from './logs-block-the-app';
import { memoryLimitMissing } from './memory-limit-missing';
import { minorUpgradesOff } from './minor-upgrades-off';
import { monitoringOff } from './monitoring-off';
import { objectLockOff } from './object-lock-off';
import { oneInstanceType } from './one-instance-type';
import { originWithoutFailover } from './origin-without-failover';
import { physicalNameFixed } from './physical-name-fixed';
import { placementPacksOneZone } from './placement-packs-one-zone';
import { pointInTimeRecoveryOff } from './point-in-time-recovery-off';
import { rebalancingOff } from './rebalancing-off';
import { resourceRequestsMissing } from './resource-requests-missing';
import { rewindMissing } from './rewind-missing';
import { scalingMissing } from './scaling-missing';
import { spotOnly } from './spot-only';
import { storageCannotGrow } from './storage-cannot-grow';
import { streamKeptShort } from './stream-kept-short';
import { throttlingMissing } from './throttling-missing';
import { timeoutLeftToDefault } from './timeout-left-to-default';
import { versioningOff } from './versioning-off';
import { visibilityShorterThanFunction } from './visibility-shorter-than-function';
import { zoneWrittenOut } from './zone-written-out';

/** Every rule of the pack. */
export const SETTINGS_RULES: readonly CheckRule[] = [
  alarmWithoutAction,
  backupPlanMissing,
  backupsShort,
  certificateRenewedByHand,
  checkpointsOff,
  concurrencyUnreserved,
  containerHealthCheckMissing,
  copiesInOneRegionOnly,
  crossZoneOff,
  deadLettersDropped,
  dedicatedMastersMissing,
  deletionProtectionOff,
  deploymentAllAtOnce,
  deploymentWithoutRollback,
  drainingOff,
  durabilityRelaxed,
  eventsUnheard,
  goneWithItsStack,
  gracePeriodMissing,
  healthCheckHasty,
  healthCheckMissing,
  healthCheckSlow,
  keyEasilyLost,
  launchConfigurationUsed,
  listenerMissing,
  logsBlockTheApp,
  memoryLimitMissing,
  minorUpgradesOff,
  monitoringOff,
  objectLockOff,
  oneInstanceType,
  originWithoutFailover,
  physicalNameFixed,
  placementPacksOneZone,
  pointInTimeRecoveryOff,
  rebalancingOff,
  resourceRequestsMissing,
  rewindMissing,
  scalingMissing,
  spotOnly,
  storageCannotGrow,
  streamKeptShort,
  throttlingMissing,
  timeoutLeftToDefault,
  versioningOff,
  visibilityShorterThanFunction,
  zoneWrittenOut,
];
