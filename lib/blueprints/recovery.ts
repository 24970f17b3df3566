import { type Fault, faultOfCount } from './refusal';
import { faultsOfTimers, type HealthCheckTimers, timeToDetect } from './timers';

/**
 * How a second Region stands by: with backups only; with the data and everything that it takes to start; with a small
 * service that runs; with a service of full size that serves all the time.
 */
export type RecoveryStrategy = 'backup-and-restore' | 'pilot-light' | 'warm-standby' | 'active-active';

/** DynamoDB as a global table, or Aurora as a global database. */
export type RecoveryStore = 'table' | 'aurora';

export interface RecoveryRequest {
  readonly strategy: RecoveryStrategy;
  /**
   * What keeps the state: a table that both Regions write, or a relational database that one Region writes until
   * somebody makes the other one the writer.
   * @default 'table'
   */
  readonly store?: RecoveryStore;
  /** Longest outage allowed when a Region is lost [s]. */
  readonly recoveryTimeSeconds: number;
  /** Longest stretch of data that may be lost with it [s]. */
  readonly recoveryPointSeconds: number;
  /** Units that carry the peak [units]. */
  readonly requiredCapacity: number;
  /**
   * Units that run in the second Region of a warm standby and are left there when a zone is lost too [units].
   * @default - the required ones: nothing has to be started
   */
  readonly standbyCapacity?: number;
  /**
   * When the health check of the records asks; Route 53 asks every 10 or 30 s.
   * @default - every 10 s, down after 3
   */
  readonly timers?: HealthCheckTimers;
  /**
   * Time from start until a unit answers [s].
   * @default 120
   */
  readonly bootSeconds?: number;
  /**
   * Time until somebody has decided and acted, where that is needed [s].
   * @default 1800
   */
  readonly decisionSeconds?: number;
  /**
   * Time that a restore takes, as it was measured [s]; backup-and-restore only.
   * @default 14400
   */
  readonly restoreSeconds?: number;
  /**
   * Time that a deployment into the second Region takes, as it was measured [s]; backup-and-restore only.
   * @default 1800
   */
  readonly deploySeconds?: number;
  /**
   * Time between two backups [h]; backup-and-restore only.
   * @default 4
   */
  readonly backupEveryHours?: 1 | 2 | 4 | 6 | 8 | 12 | 24;
  /**
   * A bucket of assets beside the table. Copies of objects may be 15 min behind.
   * @default true
   */
  readonly assets?: boolean;
}

/** One step from the loss of a Region until users are served again. */
export interface RecoveryStep {
  readonly step: string;
  readonly seconds: number;
  /** Somebody has to act. */
  readonly manual: boolean;
}

/** How far what is kept in the second Region may be behind. */
export interface RecoveryLag {
  readonly what: string;
  readonly seconds: number;
}

/** What a strategy gives. */
export interface RecoveryPlan {
  readonly steps: readonly RecoveryStep[];
  /** The steps added up [s]. */
  readonly recoveryTimeSeconds: number;
  readonly lags: readonly RecoveryLag[];
  /** How much of the latest data may be gone: the longest lag [s]. */
  readonly recoveryPointSeconds: number;
  /** True when nobody has to act. */
  readonly automatic: boolean;
}

/** What a resolver may keep an answer for [s]: the time to live of alias records of load balancers. */
const ALIAS_TTL_SECONDS = 60;

/**
 * How far a table in another Region is behind [s].
 * @see https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/V2globaltables_HowItWorks.html
 */
const REPLICA_LAG_SECONDS = 2;

/** The hour in which a backup starts after its time. */
const BACKUP_START_SECONDS = 3600;

/**
 * How far a replicated bucket is behind under replication time control [s].
 * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/replication-time-control.html
 */
const OBJECT_LAG_SECONDS = 900;

/**
 * How far the volume of a global database is behind in another Region [s]; a second is typical.
 * @see https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/aurora-global-database-disaster-recovery.html
 */
const VOLUME_LAG_SECONDS = 5;

/**
 * How long it takes until the second Region is the writer of a global database, once it was told to be [s]; minutes are
 * documented.
 * @see https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/aurora-global-database-disaster-recovery.html
 */
const PROMOTION_SECONDS = 300;

/**
 * How long a load has to be high until a target is tracked upwards [s]: three data points of a minute.
 * @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-autoscaling-targettracking.html
 */
const SCALING_SECONDS = 180;

/** Timers of the health check behind the records; an answer may take 6 s (4 to connect, 2 for the page). */
export function recoveryTimers(timers: HealthCheckTimers = {}): HealthCheckTimers {
  return { intervalSeconds: 10, timeoutSeconds: 6, unhealthyThreshold: 3, healthyThreshold: 3, ...timers };
}

/** Adds up what happens when a Region is lost. */
export function planRecovery(request: RecoveryRequest): RecoveryPlan {
  const steps = stepsOf(request).filter(({ seconds }) => seconds > 0);
  const lags = lagsOf(request);
  return {
    steps,
    recoveryTimeSeconds: steps.reduce((sum, { seconds }) => sum + seconds, 0),
    lags,
    recoveryPointSeconds: Math.max(...lags.map(({ seconds }) => seconds)),
    automatic: steps.every(({ manual }) => !manual),
  };
}

function lagsOf(request: RecoveryRequest): readonly RecoveryLag[] {
  const state = lagOfState(request);
  return (request.assets ?? true) ? [state, { what: 'copies of objects', seconds: OBJECT_LAG_SECONDS }] : [state];
}

function lagOfState({ strategy, store = 'table', backupEveryHours = 4 }: RecoveryRequest): RecoveryLag {
  if (strategy === 'backup-and-restore')
    return { what: 'the newest backup of the table', seconds: backupEveryHours * 3600 + BACKUP_START_SECONDS };
  return store === 'table'
    ? { what: 'the replica of the table', seconds: REPLICA_LAG_SECONDS }
    : { what: 'the copy of the database', seconds: VOLUME_LAG_SECONDS };
}

function stepsOf(request: RecoveryRequest): readonly RecoveryStep[] {
  const { strategy, store = 'table', requiredCapacity, bootSeconds = 120, decisionSeconds = 1800 } = request;
  const { restoreSeconds = 14_400, deploySeconds = 1800 } = request;
  const promoted = store === 'aurora' ? [step('the second Region becomes the writer', PROMOTION_SECONDS)] : [];
  const detected = step('health checks find the Region gone', timeToDetect(recoveryTimers(request.timers)).mostSeconds);
  const resolved = step('resolvers forget the old answer', ALIAS_TTL_SECONDS);
  const decided = { ...step('somebody decides to move', decisionSeconds), manual: true };
  const started = step('units start', bootSeconds);
  switch (strategy) {
    case 'active-active':
      return [detected, resolved];
    case 'warm-standby': {
      const small = (request.standbyCapacity ?? requiredCapacity) < requiredCapacity;
      const grown = small ? [step('the standby grows to full size', SCALING_SECONDS + bootSeconds)] : [];
      return [detected, resolved, ...(promoted.length > 0 ? [decided] : []), ...promoted, ...grown];
    }
    case 'pilot-light':
      return [detected, decided, ...promoted, started, resolved];
    case 'backup-and-restore':
      return [
        detected,
        decided,
        { ...step('data is restored', restoreSeconds), manual: true },
        { ...step('the service is deployed', deploySeconds), manual: true },
        started,
        resolved,
      ];
  }
}

function step(what: string, seconds: number): RecoveryStep {
  return { step: what, seconds, manual: false };
}

/** Everything wrong with a request; objectives are held against what the steps add up to. */
export function faultsOfRecovery(request: RecoveryRequest): readonly (Fault | undefined)[] {
  const { requiredCapacity, standbyCapacity = requiredCapacity } = request;
  const plan = planRecovery(request);
  const { recoveryTimeSeconds, recoveryPointSeconds } = plan;
  return [
    faultOfStore(request),
    ...faultsOfTimers(recoveryTimers(request.timers), 'route53'),
    faultOfCount('requiredCapacity', requiredCapacity, 1, 10_000, 'units that carry the peak', 'set it to 1 or more'),
    request.strategy === 'warm-standby'
      ? faultOfCount('standbyCapacity', standbyCapacity, 1, requiredCapacity, 'because a standby runs', 'leave it out')
      : undefined,
    request.recoveryTimeSeconds >= recoveryTimeSeconds
      ? undefined
      : {
          found: `recoveryTimeSeconds is ${request.recoveryTimeSeconds}`,
          bound: `${request.strategy} takes ${recoveryTimeSeconds} s (${plan.steps.map(({ step: what, seconds }) => `${what}: ${seconds} s`).join(', ')})`,
          wayOut: `allow ${recoveryTimeSeconds} s, or use ${faster(request)}`,
        },
    request.recoveryPointSeconds >= recoveryPointSeconds
      ? undefined
      : {
          found: `recoveryPointSeconds is ${request.recoveryPointSeconds}`,
          bound: `${request.strategy} can lose the latest ${recoveryPointSeconds} s (${plan.lags.map(({ what, seconds }) => `${what}: ${seconds} s`).join(', ')})`,
          wayOut: lessLoss(request),
        },
  ];
}

function faultOfStore({ strategy, store = 'table' }: RecoveryRequest): Fault | undefined {
  if (store === 'table' || strategy === 'pilot-light' || strategy === 'warm-standby') return undefined;
  return {
    found: `store is ${store} and the strategy ${strategy}`,
    bound:
      strategy === 'active-active'
        ? 'one Region writes a global database, so the other one cannot serve writes'
        : 'a database that is restored gets a name of its own, which nothing here knows',
    wayOut: `use store 'table', or ${strategy === 'active-active' ? 'warm-standby' : 'pilot-light'}`,
  };
}

function lessLoss(request: RecoveryRequest): string {
  const { strategy, store = 'table', assets = true, recoveryPointSeconds } = request;
  if (strategy === 'backup-and-restore') return 'back up more often, or use pilot-light, whose data is copied all the time';
  const state = lagOfState(request).seconds;
  if (!assets || recoveryPointSeconds < state) return `allow ${assets ? OBJECT_LAG_SECONDS : state} s`;
  const keeper = store === 'table' ? 'table' : 'database';
  return `allow ${OBJECT_LAG_SECONDS} s, or set assets to false and keep everything in the ${keeper}`;
}

function faster({ strategy, store = 'table' }: RecoveryRequest): string {
  if (store === 'aurora') return "store 'table', which needs nobody to decide, or shorter timers";
  const order: readonly RecoveryStrategy[] = ['backup-and-restore', 'pilot-light', 'warm-standby', 'active-active'];
  const rest = order.slice(order.indexOf(strategy) + 1);
  return rest.length === 0 ? 'shorter timers' : `${rest.join(' or ')}, or shorter timers`;
}
