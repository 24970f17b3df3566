import type { ProgramRun } from '../../../lib/readers/pulumi/program/program-system';

/** Inputs as the program registered them, to be broken. */
// biome-ignore lint/suspicious/noExplicitAny: inputs are JSON that a mutation reaches into
type Inputs = Record<string, any>;

/** One property that brings redundancy, and what is said when it is gone. */
export interface Mutation {
  /** What is done, as a sentence fragment. */
  readonly name: string;
  /** Only the pack of settings rules names it. */
  readonly pack?: 'settings';
  readonly breaks: (run: ProgramRun) => void;
  /** The rule that must speak, or `unproven`, and the resource that it must name. */
  readonly found: string;
}

/** Inputs of the only resource of a type. */
function inputsOf({ record }: ProgramRun, type: string): Inputs {
  const [found, ...more] = record.resources.filter((resource) => resource?.type.endsWith(`:${type}`));
  if (found === undefined || more.length > 0) throw new Error(`expected one ${type}, found ${found === undefined ? 0 : 2}`);
  return found.inputs as Inputs;
}

const group = (run: ProgramRun) => inputsOf(run, 'RegionInstanceGroupManager');
const scaling = (run: ProgramRun) => inputsOf(run, 'RegionAutoscaler').autoscalingPolicy;
const database = (run: ProgramRun) => inputsOf(run, 'DatabaseInstance').settings;

/** Takes a resource out of what was registered. */
function remove({ record }: ProgramRun, type: string): void {
  const resources = record.resources as (ProgramRun['record']['resources'][number] | undefined)[];
  const at = resources.findIndex((resource) => resource?.type.endsWith(`:${type}`));
  if (at < 0) throw new Error(`expected a ${type}`);
  // Others name it by its number, so its place stays empty.
  resources[at] = undefined;
}

export const mutations: readonly Mutation[] = [
  {
    name: 'the group stands in one zone only',
    breaks: (run) => group(run).distributionPolicyZones.splice(1),
    found: 'group-in-one-zone checkout-web',
  },
  {
    name: 'the group names one zone three times',
    breaks: (run) => group(run).distributionPolicyZones.fill(group(run).distributionPolicyZones[0]),
    found: 'group-in-one-zone checkout-web',
  },
  {
    name: 'the group may put all of its units into whichever zone has room',
    breaks: (run) => {
      group(run).distributionPolicyTargetShape = 'ANY_SINGLE_ZONE';
    },
    found: 'group-in-one-zone checkout-web',
  },
  {
    name: 'scaling may leave one unit',
    breaks: (run) => {
      scaling(run).minReplicas = 1;
    },
    found: 'group-of-one checkout-web',
  },
  {
    name: 'scaling may leave one unit less than the required ones need',
    breaks: (run) => {
      scaling(run).minReplicas -= 1;
    },
    found: 'capacity-after-zone-loss checkout-web',
  },
  {
    name: 'two zones are left to a floor that was made for three',
    breaks: (run) => group(run).distributionPolicyZones.pop(),
    found: 'capacity-after-zone-loss checkout-web',
  },
  {
    name: 'nothing raises a group whose size is not given',
    breaks: (run) => remove(run, 'RegionAutoscaler'),
    found: 'unproven checkout-web',
  },
  {
    name: 'the group does not ask its units for their health',
    breaks: (run) => {
      delete group(run).autoHealingPolicies;
    },
    found: 'group-ignores-balancer-health checkout-web',
  },
  {
    name: 'a deployment may take all units at once',
    breaks: (run) => {
      const policy = group(run).updatePolicy;
      delete policy.maxUnavailableFixed;
      policy.maxUnavailablePercent = 100;
    },
    found: 'deployment-stops-all-units checkout-web',
  },
  {
    name: 'the check of the balancer opens the port of an HTTP service and asks nothing',
    breaks: (run) => {
      const check = inputsOf(run, 'HealthCheck');
      delete check.httpHealthCheck;
      check.tcpHealthCheck = { portSpecification: 'USE_SERVING_PORT' };
    },
    found: 'health-check-blind checkout-web-80',
  },
  {
    name: 'the balancer leads to no group',
    breaks: (run) => {
      inputsOf(run, 'BackendService').backends = [];
    },
    found: 'unproven checkout-web-80',
  },
  {
    name: 'the database has no standby',
    breaks: (run) => {
      database(run).availabilityType = 'ZONAL';
    },
    found: 'database-without-standby orders',
  },
  {
    name: 'nothing is said of a standby, which leaves the database without',
    breaks: (run) => {
      delete database(run).availabilityType;
    },
    found: 'database-without-standby orders',
  },
  {
    name: 'the database keeps no backups',
    breaks: (run) => {
      database(run).backupConfiguration.enabled = false;
    },
    found: 'data-without-backup orders',
  },
  {
    name: 'nothing is said of backups, which leaves the database without',
    breaks: (run) => {
      delete database(run).backupConfiguration;
    },
    found: 'data-without-backup orders',
  },
  {
    name: 'backups are kept for three days',
    pack: 'settings',
    breaks: (run) => {
      database(run).backupConfiguration.backupRetentionSettings.retainedBackups = 3;
    },
    found: 'backups-short orders',
  },
  {
    name: 'logs are kept for three days',
    pack: 'settings',
    breaks: (run) => {
      database(run).backupConfiguration.transactionLogRetentionDays = 3;
    },
    found: 'backups-short orders',
  },
  {
    name: 'the database cannot go back to a moment',
    pack: 'settings',
    breaks: (run) => {
      database(run).backupConfiguration.pointInTimeRecoveryEnabled = false;
    },
    found: 'point-in-time-recovery-off orders',
  },
  {
    name: 'one call deletes the database',
    pack: 'settings',
    breaks: (run) => {
      database(run).deletionProtectionEnabled = false;
    },
    found: 'deletion-protection-off orders',
  },
  {
    name: 'requests under way are cut off when a unit leaves',
    pack: 'settings',
    breaks: (run) => {
      inputsOf(run, 'BackendService').connectionDrainingTimeoutSec = 0;
    },
    found: 'draining-off checkout-web-80',
  },
  {
    name: 'the group does not grow with its load',
    pack: 'settings',
    breaks: (run) => {
      remove(run, 'RegionAutoscaler');
      group(run).targetSize = 6;
    },
    found: 'scaling-missing checkout-web',
  },
];
