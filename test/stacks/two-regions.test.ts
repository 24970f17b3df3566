import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { App } from 'aws-cdk-lib';
import { assess } from '../../lib';
import type { RecoveryStrategy } from '../../lib/constructs';
import { AnycastFrontDoor } from '../../stacks/anycast-front-door';
import { DisasterRecovery } from '../../stacks/disaster-recovery';
import { anApp } from '../constructs/support/synthesize';

async function judged(build: (app: App) => void) {
  const folder = mkdtempSync(join(tmpdir(), 'nospof-regions-'));
  try {
    anApp(build, folder).synth();
    return await assess([folder], { survive: 'region', parameters: {}, worlds: 'default' });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const pair = (strategy: RecoveryStrategy, activated = false) =>
  judged((app) => {
    new DisasterRecovery(app, 'second', 'secondary', { strategy, activated });
    new DisasterRecovery(app, 'first', 'primary', { strategy, activated });
  });

const STRATEGIES = ['active-active', 'warm-standby', 'pilot-light', 'backup-and-restore'] as const;

it.each(STRATEGIES)('the page tells how long %s takes, as the stack adds it up', (strategy) => {
  let row: RegExp | undefined;
  anApp((app) => {
    const { steps, recoveryTimeSeconds, recoveryPointSeconds } = new DisasterRecovery(app, 'first', 'primary', { strategy })
      .recovery.recovery;
    const manual = steps.filter((step) => step.manual).map(({ step }) => step);
    row = new RegExp(
      `^\\| ${strategy} \\| ${recoveryTimeSeconds} s\\b.* \\| ${recoveryPointSeconds} s \\| ${manual.join('; ') || 'nobody'} \\|$`,
      'm',
    );
  });
  expect(readFileSync(join(__dirname, '../../docs/architectures/disaster-recovery.md'), 'utf8')).toMatch(row ?? '');
});

describe('the loss of a Region', () => {
  it.each(['warm-standby', 'active-active'] as const)('is survived by %s, with nothing unproven', async (strategy) => {
    const { findings, unproven, summary } = await pair(strategy);
    expect(findings).toEqual([]);
    expect(unproven).toEqual([]);
    expect(summary).toMatchObject({ lost: 0, unproven: 0 });
    expect(summary.survives).toBeGreaterThan(0);
  });

  it('is survived with a database that has a copy, whose promotion somebody has to decide', async () => {
    let automatic = true;
    const { findings, unproven } = await judged((app) => {
      const props = { strategy: 'warm-standby', store: 'aurora' } as const;
      new DisasterRecovery(app, 'second', 'secondary', props);
      automatic = new DisasterRecovery(app, 'first', 'primary', props).recovery.recovery.automatic;
    });
    expect({ findings, unproven, automatic }).toEqual({ findings: [], unproven: [], automatic: false });
  });

  it.each(['pilot-light', 'backup-and-restore'] as const)('is not survived by %s while nobody acts', async (strategy) => {
    const { findings, unproven } = await pair(strategy);
    const serving = findings.filter(({ rule }) => rule === 'single-region');
    expect(serving.length).toBeGreaterThan(0);
    for (const finding of serving) {
      expect(finding).toMatchObject({ severity: 'error', function: 'serve', scope: 'region', recovery: 'none' });
      expect(finding.failureDomain).toBe('region eu-west-1');
    }
    expect(unproven).toEqual([]);
  });

  it('is survived by pilot-light once somebody has brought up the second Region', async () => {
    const { findings, unproven } = await pair('pilot-light', true);
    expect(findings).toEqual([]);
    expect(unproven).toEqual([]);
  });

  it('has taken the table of backup-and-restore, until a copy of a backup is restored', async () => {
    const { findings } = await pair('backup-and-restore', true);
    expect(findings.map(({ rule, resource }) => [rule, resource.type])).toEqual([
      ['missing-in-its-region', 'AWS::DynamoDB::GlobalTable'],
      ['single-region', 'AWS::DynamoDB::GlobalTable'],
    ]);
  });

  it('is survived behind the same addresses, and behind the edge, with nothing unproven', async () => {
    const { findings, unproven } = await judged((app) => {
      new AnycastFrontDoor(app, 'second', new AnycastFrontDoor(app, 'first', undefined));
    });
    expect(findings).toEqual([]);
    expect(unproven).toEqual([]);
  });
});
