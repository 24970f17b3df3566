import { type Checker, factsOf, titlesWhere } from './checkers';
import { type Fault, faultOfCount } from './refusal';

/** When a health check asks, how long it waits, and how many answers it wants. Seconds and counts. */
export interface HealthCheckTimers {
  /**
   * Time between two questions to a member that is up [s].
   * @default 10
   */
  readonly intervalSeconds?: number;
  /**
   * Time an answer may take [s].
   * @default 5
   */
  readonly timeoutSeconds?: number;
  /**
   * Wrong or missing answers in a row after which a member is down.
   * @default 2
   */
  readonly unhealthyThreshold?: number;
  /**
   * Right answers in a row after which a member is up again.
   * @default 2
   */
  readonly healthyThreshold?: number;
  /**
   * The longest time a dead member may stay in service [s]; timers that cannot keep it are refused.
   * @default - intervalSeconds * unhealthyThreshold + timeoutSeconds, which the timers keep by themselves
   */
  readonly overallTimeoutSeconds?: number;
  /**
   * Time between two questions to a member that is down [s].
   * @default - intervalSeconds
   */
  readonly deadIntervalSeconds?: number;
}

/** Timers with every default filled in. */
export type Timers = Required<HealthCheckTimers>;

/** From the best to the worst case [s]. */
export interface Span {
  readonly leastSeconds: number;
  readonly mostSeconds: number;
}

/** Fills in the defaults; see {@link HealthCheckTimers}. */
export function resolveTimers(timers: HealthCheckTimers = {}): Timers {
  const { intervalSeconds = 10, timeoutSeconds = 5, unhealthyThreshold = 2, healthyThreshold = 2 } = timers;
  return {
    intervalSeconds,
    timeoutSeconds,
    unhealthyThreshold,
    healthyThreshold,
    overallTimeoutSeconds: timers.overallTimeoutSeconds ?? intervalSeconds * unhealthyThreshold + timeoutSeconds,
    deadIntervalSeconds: timers.deadIntervalSeconds ?? intervalSeconds,
  };
}

/**
 * Time from the fault until the member gets no new requests. Best case: it fails just before a question and refuses
 * at once. Worst case: it fails just after a good answer and then never answers.
 */
export function timeToDetect(timers: HealthCheckTimers = {}): Span {
  const { intervalSeconds, timeoutSeconds, unhealthyThreshold } = resolveTimers(timers);
  return {
    leastSeconds: intervalSeconds * (unhealthyThreshold - 1),
    mostSeconds: intervalSeconds * unhealthyThreshold + timeoutSeconds,
  };
}

/** Time from the repair until the member gets requests again. The first question comes at the dead interval. */
export function timeToRecover(timers: HealthCheckTimers = {}): Span {
  const { intervalSeconds, timeoutSeconds, healthyThreshold, deadIntervalSeconds } = resolveTimers(timers);
  return {
    leastSeconds: intervalSeconds * (healthyThreshold - 1),
    mostSeconds: deadIntervalSeconds + intervalSeconds * (healthyThreshold - 1) + timeoutSeconds,
  };
}

/** Everything wrong with timers, for the one that is to keep them: its bounds, and contradictions among them. */
export function faultsOfTimers(given: HealthCheckTimers | undefined, checker: Checker): readonly (Fault | undefined)[] {
  const timers = resolveTimers(given);
  const facts = factsOf(checker);
  const [least, most] = facts.threshold;
  return [
    faultOfInterval(timers.intervalSeconds, checker),
    faultOfSeconds('timers.timeoutSeconds', timers.timeoutSeconds, facts.timeoutSeconds, facts.title),
    faultOfCount('timers.unhealthyThreshold', timers.unhealthyThreshold, least, most, `the range of ${facts.title}`),
    faultOfCount('timers.healthyThreshold', timers.healthyThreshold, least, most, `the range of ${facts.title}`),
    ...faultsOfContradictions(timers),
    facts.deadInterval || timers.deadIntervalSeconds === timers.intervalSeconds
      ? undefined
      : {
          found: `timers.deadIntervalSeconds is ${timers.deadIntervalSeconds} s beside an interval of ${timers.intervalSeconds} s`,
          bound: `${facts.title} asks members that are down at the same interval`,
          wayOut: `leave deadIntervalSeconds out, or use ${titlesWhere(({ deadInterval }) => deadInterval)}`,
        },
  ];
}

function faultsOfContradictions(timers: Timers): readonly (Fault | undefined)[] {
  const worst = timeToDetect(timers).mostSeconds;
  return [
    timers.timeoutSeconds > timers.intervalSeconds
      ? {
          found: `timers.timeoutSeconds is ${timers.timeoutSeconds} s and the interval ${timers.intervalSeconds} s`,
          bound: 'an answer is expected before the next question',
          wayOut: `set timeoutSeconds to ${timers.intervalSeconds} or less`,
        }
      : undefined,
    timers.overallTimeoutSeconds < worst
      ? {
          found: `timers.overallTimeoutSeconds is ${timers.overallTimeoutSeconds} s`,
          bound: `${timers.unhealthyThreshold} questions every ${timers.intervalSeconds} s that wait ${timers.timeoutSeconds} s can take ${worst} s`,
          wayOut: `allow ${worst} s, or ask more often`,
        }
      : undefined,
  ];
}

function faultOfInterval(intervalSeconds: number, checker: Checker): Fault | undefined {
  const { intervals, intervalSeconds: bounds, title } = factsOf(checker);
  if (intervals === undefined) return faultOfSeconds('timers.intervalSeconds', intervalSeconds, bounds, title);
  if (intervals.includes(intervalSeconds)) return undefined;
  return {
    found: `timers.intervalSeconds is ${intervalSeconds}`,
    bound: `${title} asks every ${intervals.join(' or ')} s`,
    wayOut: `set intervalSeconds to ${intervals.join(' or ')}`,
  };
}

function faultOfSeconds(
  name: string,
  value: number,
  bounds: readonly [number, number] | undefined,
  title: string,
): Fault | undefined {
  if (bounds !== undefined) return faultOfCount(name, value, bounds[0], bounds[1], `the range of ${title} in seconds`);
  if (value > 0 && Number.isFinite(value)) return undefined;
  return { found: `${name} is ${value}`, bound: 'a time above 0 s is expected', wayOut: 'leave it out for the default' };
}
