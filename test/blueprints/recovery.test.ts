import { faultsOfRecovery, planRecovery, type RecoveryRequest, type RecoveryStrategy } from '../../lib/blueprints';

const request = (strategy: RecoveryStrategy, changes: Partial<RecoveryRequest> = {}): RecoveryRequest => ({
  strategy,
  recoveryTimeSeconds: 86_400,
  recoveryPointSeconds: 86_400,
  requiredCapacity: 4,
  ...changes,
});
const faults = (asked: RecoveryRequest) => faultsOfRecovery(asked).filter((fault) => fault !== undefined);

describe('planRecovery', () => {
  it.each<[RecoveryStrategy, number, number, boolean]>([
    ['active-active', 96, 900, true],
    ['warm-standby', 96, 900, true],
    ['pilot-light', 2016, 900, false],
    ['backup-and-restore', 18_216, 18_000, false],
  ])('adds up what %s takes', (strategy, recoveryTimeSeconds, recoveryPointSeconds, automatic) => {
    expect(planRecovery(request(strategy))).toMatchObject({ recoveryTimeSeconds, recoveryPointSeconds, automatic });
  });

  it('lets a standby that is too small grow first', () => {
    const { steps } = planRecovery(request('warm-standby', { standbyCapacity: 2, bootSeconds: 90 }));
    // Three minutes until a scaling alarm is sure, then the start.
    expect(steps.at(-1)).toEqual({ step: 'the standby grows to full size', seconds: 180 + 90, manual: false });
  });

  it('says how far each store is behind, and takes the longest', () => {
    expect(planRecovery(request('active-active')).lags).toEqual([
      { what: 'the replica of the table', seconds: 2 },
      { what: 'copies of objects', seconds: 900 },
    ]);
    expect(planRecovery(request('active-active', { assets: false })).recoveryPointSeconds).toBe(2);
    expect(planRecovery(request('backup-and-restore', { backupEveryHours: 1 })).lags[0]?.seconds).toBe(2 * 3600);
  });

  it('waits for somebody where one Region writes a database', () => {
    const { steps, automatic, recoveryTimeSeconds, lags } = planRecovery(
      request('warm-standby', { store: 'aurora', decisionSeconds: 600 }),
    );
    expect(steps.map(({ step }) => step)).toEqual([
      'health checks find the Region gone',
      'resolvers forget the old answer',
      'somebody decides to move',
      'the second Region becomes the writer',
    ]);
    expect({ automatic, recoveryTimeSeconds }).toEqual({ automatic: false, recoveryTimeSeconds: 36 + 60 + 600 + 300 });
    expect(lags[0]).toEqual({ what: 'the copy of the database', seconds: 5 });
    const asleep = planRecovery(request('pilot-light', { store: 'aurora' }));
    expect(asleep.recoveryTimeSeconds).toBe(planRecovery(request('pilot-light')).recoveryTimeSeconds + 300);
  });

  it('follows the timers of the health check', () => {
    const slow = planRecovery(request('active-active', { timers: { intervalSeconds: 30, unhealthyThreshold: 3 } }));
    expect(slow.recoveryTimeSeconds).toBe(30 * 3 + 6 + 60);
  });

  it('names the steps in which somebody has to act', () => {
    const manual = planRecovery(request('backup-and-restore')).steps.filter((step) => step.manual);
    expect(manual.map(({ step }) => step)).toEqual(['somebody decides to move', 'data is restored', 'the service is deployed']);
  });

  it('never gets slower when the second Region does more', () => {
    const times = (['backup-and-restore', 'pilot-light', 'warm-standby', 'active-active'] as const).map(
      (strategy) => planRecovery(request(strategy)).recoveryTimeSeconds,
    );
    expect(times).toEqual([...times].sort((a, b) => b - a));
  });
});

describe('faultsOfRecovery', () => {
  it('accepts objectives that are just kept', () => {
    expect(faults(request('active-active', { recoveryTimeSeconds: 96, recoveryPointSeconds: 900 }))).toEqual([]);
    expect(faults(request('active-active', { recoveryPointSeconds: 2, assets: false }))).toEqual([]);
  });

  it('refuses an outage that the strategy cannot keep short, with every step and the way out', () => {
    expect(faults(request('pilot-light', { recoveryTimeSeconds: 600 }))).toEqual([
      {
        found: 'recoveryTimeSeconds is 600',
        bound:
          'pilot-light takes 2016 s (health checks find the Region gone: 36 s, somebody decides to move: 1800 s, units start: 120 s, resolvers forget the old answer: 60 s)',
        wayOut: 'allow 2016 s, or use warm-standby or active-active, or shorter timers',
      },
    ]);
  });

  it('refuses an outage shorter than its detection', () => {
    expect(faults(request('active-active', { recoveryTimeSeconds: 30 }))[0]?.wayOut).toBe('allow 96 s, or use shorter timers');
  });

  it('refuses a loss of data that backups cannot keep small', () => {
    expect(faults(request('backup-and-restore', { recoveryPointSeconds: 3600 }))[0]).toMatchObject({
      found: 'recoveryPointSeconds is 3600',
      bound: 'backup-and-restore can lose the latest 18000 s (the newest backup of the table: 18000 s, copies of objects: 900 s)',
    });
  });

  it('refuses a loss of data that copies cannot keep small', () => {
    expect(faults(request('active-active', { recoveryPointSeconds: 60 }))).toEqual([
      {
        found: 'recoveryPointSeconds is 60',
        bound: 'active-active can lose the latest 900 s (the replica of the table: 2 s, copies of objects: 900 s)',
        wayOut: 'allow 900 s, or set assets to false and keep everything in the table',
      },
    ]);
    expect(faults(request('active-active', { recoveryPointSeconds: 1, assets: false }))[0]?.wayOut).toBe('allow 2 s');
    expect(faults(request('active-active', { recoveryPointSeconds: 1 }))[0]?.wayOut).toBe('allow 900 s');
  });

  it.each([
    ['active-active', 'one Region writes a global database', 'warm-standby'],
    ['backup-and-restore', 'a database that is restored gets a name of its own', 'pilot-light'],
  ] as const)('refuses a database as the store of %s', (strategy, because, instead) => {
    const [fault] = faults(request(strategy, { store: 'aurora' }));
    expect(fault?.found).toBe(`store is aurora and the strategy ${strategy}`);
    expect(fault?.bound).toContain(because);
    expect(fault?.wayOut).toBe(`use store 'table', or ${instead}`);
  });

  it('shows the way out of a slow or a lagging database', () => {
    const [slow] = faults(request('warm-standby', { store: 'aurora', recoveryTimeSeconds: 300 }));
    expect(slow?.wayOut).toBe("allow 2196 s, or use store 'table', which needs nobody to decide, or shorter timers");
    const lagging = (changes: Partial<RecoveryRequest>) =>
      faults(request('warm-standby', { store: 'aurora', ...changes })).map(({ wayOut }) => wayOut);
    expect(lagging({ recoveryPointSeconds: 60 })).toEqual([
      'allow 900 s, or set assets to false and keep everything in the database',
    ]);
    expect(lagging({ recoveryPointSeconds: 2, assets: false })).toEqual(['allow 5 s']);
  });

  it('refuses timers that Route 53 has not, and a standby that does not run or is larger than what it stands in for', () => {
    expect(faults(request('active-active', { timers: { intervalSeconds: 20 } })).map(({ found }) => found)).toEqual([
      'timers.intervalSeconds is 20',
    ]);
    for (const standbyCapacity of [0, 5]) {
      expect(faults(request('warm-standby', { standbyCapacity })).map(({ found }) => found)).toEqual([
        `standbyCapacity is ${standbyCapacity}`,
      ]);
    }
  });
});
