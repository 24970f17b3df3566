import { faultsOfTimers, type HealthCheckTimers, timeToDetect, timeToRecover } from '../../lib/blueprints';
import { fc } from '../support/laws';

const found = (timers: HealthCheckTimers, checker: Parameters<typeof faultsOfTimers>[1]) =>
  faultsOfTimers(timers, checker)
    .filter((fault) => fault !== undefined)
    .map((fault) => fault.found);

/** Plays a health check second by second: when is a member that dies at `fault` (just after or before a question) down? */
function playedDetection(
  {
    intervalSeconds,
    timeoutSeconds,
    unhealthyThreshold,
  }: Required<Pick<HealthCheckTimers, 'intervalSeconds' | 'timeoutSeconds' | 'unhealthyThreshold'>>,
  answersAtOnce: boolean,
  fault: number,
) {
  let failures = 0;
  for (let question = 0; ; question += intervalSeconds) {
    if (question < fault) continue;
    failures += 1;
    if (failures === unhealthyThreshold) return question + (answersAtOnce ? 0 : timeoutSeconds) - fault;
  }
}

const timers = fc
  .record({
    intervalSeconds: fc.integer({ min: 5, max: 300 }),
    timeoutSeconds: fc.integer({ min: 2, max: 120 }),
    unhealthyThreshold: fc.integer({ min: 2, max: 10 }),
  })
  .filter(({ intervalSeconds, timeoutSeconds }) => timeoutSeconds <= intervalSeconds);

describe('timeToDetect', () => {
  it('bounds what a health check that is played does, and both bounds are reached', () => {
    fc.assert(
      fc.property(timers, (asked) => {
        const { leastSeconds, mostSeconds } = timeToDetect(asked);
        // Just before a question and answering with a refusal; just after one and never answering.
        expect(playedDetection(asked, true, asked.intervalSeconds)).toBe(leastSeconds);
        expect(playedDetection(asked, false, asked.intervalSeconds + 0.001)).toBeCloseTo(mostSeconds, 2);
      }),
    );
  });

  it('takes 25 s with the defaults', () => {
    expect(timeToDetect()).toEqual({ leastSeconds: 10, mostSeconds: 25 });
  });
});

describe('timeToRecover', () => {
  it('starts with the dead interval', () => {
    expect(timeToRecover({ intervalSeconds: 2, timeoutSeconds: 1, healthyThreshold: 3, deadIntervalSeconds: 30 })).toEqual({
      leastSeconds: 4,
      mostSeconds: 35,
    });
  });
});

describe('faultsOfTimers', () => {
  it('accepts the defaults everywhere', () => {
    for (const checker of [
      'alb',
      'nlb',
      'gwlb',
      'haproxy',
      'keepalived',
      'google-load-balancer',
      'route53',
      'global-accelerator',
    ] as const) {
      expect(found({}, checker)).toEqual([]);
    }
  });

  it.each([
    [{ intervalSeconds: 4, timeoutSeconds: 2 }, 'timers.intervalSeconds is 4'],
    [{ intervalSeconds: 301 }, 'timers.intervalSeconds is 301'],
    [{ timeoutSeconds: 1 }, 'timers.timeoutSeconds is 1'],
    [{ unhealthyThreshold: 1 }, 'timers.unhealthyThreshold is 1'],
    [{ healthyThreshold: 11 }, 'timers.healthyThreshold is 11'],
    [{ intervalSeconds: 5, timeoutSeconds: 6 }, 'timers.timeoutSeconds is 6 s and the interval 5 s'],
    [{ overallTimeoutSeconds: 24 }, 'timers.overallTimeoutSeconds is 24 s'],
    [{ deadIntervalSeconds: 60 }, 'timers.deadIntervalSeconds is 60 s beside an interval of 10 s'],
  ])('refuses %p on an application balancer', (asked, fault) => {
    expect(found(asked, 'alb')).toEqual([fault]);
  });

  it('lets HAProxy ask dead members less often', () => {
    expect(found({ deadIntervalSeconds: 60 }, 'haproxy')).toEqual([]);
  });

  it('knows that Route 53 asks every 10 or 30 s', () => {
    expect(found({ intervalSeconds: 30 }, 'route53')).toEqual([]);
    expect(found({ intervalSeconds: 20 }, 'route53')).toEqual(['timers.intervalSeconds is 20']);
  });

  it.each([0, -1, Number.NaN, Number.POSITIVE_INFINITY])(
    'refuses an interval of %p s where any interval will do',
    (intervalSeconds) => {
      expect(found({ intervalSeconds }, 'haproxy')).toContain(`timers.intervalSeconds is ${intervalSeconds}`);
    },
  );
});
