import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { assess } from '../../lib';
import { readConfig } from '../../lib/config';
import { type Assessment, type Finding, InputError } from '../../lib/diagnostics';
import { fixPlanOf } from '../../lib/repairs';
import { sharedFolder } from '../support/shared';

const OURS = ['expected.txt', 'expected.json', 'options.txt', 'README.md', 'nospof.yaml'];

/** Judges what a folder holds, as a person in it would. */
async function judge(folder: string, repairs: boolean): Promise<Assessment | undefined> {
  const inputs = readdirSync(folder).filter((name) => !OURS.includes(name));
  const config = existsSync(join(folder, 'nospof.yaml')) ? { config: readConfig(join(folder, 'nospof.yaml')) } : {};
  try {
    const paths = inputs.sort().map((name) => join(folder, name));
    return await assess(paths, { survive: 'zone', parameters: {}, worlds: 'default', repairs, ...config });
  } catch (error) {
    if (error instanceof InputError) return undefined;
    throw error;
  }
}

const nameOf = ({ rule, resource }: Finding) => `${rule}:${resource.stack}/${resource.id}`;

interface Outcome {
  readonly repaired: string[];
  readonly left: string[];
  readonly unpatched: string[];
}

/** Patches a copy of a folder for each finding that has a repair, and judges the copy. */
async function repairEach(folder: string): Promise<Outcome> {
  const outcome: Outcome = { repaired: [], left: [], unpatched: [] };
  for (const finding of (await judge(folder, true))?.findings ?? []) {
    const plan = fixPlanOf(finding, (file) => readFileSync(file, 'utf8'));
    if (plan === undefined) continue;
    if (plan.patch === '' || plan.lines.length > 0) {
      outcome.unpatched.push(`${nameOf(finding)}: ${plan.lines.join(' ')}`);
      continue;
    }
    const copy = mkdtempSync(join(tmpdir(), 'nospof-repair-'));
    try {
      cpSync(folder, copy, { recursive: true });
      writeFileSync(join(copy, 'plan.patch'), plan.patch.replaceAll(`${folder}/`, ''));
      execFileSync('git', ['apply', '-p0', 'plan.patch'], { cwd: copy, stdio: 'pipe' });
      rmSync(join(copy, 'plan.patch'));
      const after = (await judge(copy, false))?.findings.map(nameOf) ?? ['not readable any more'];
      (after.includes(nameOf(finding)) || after[0] === 'not readable any more' ? outcome.left : outcome.repaired).push(
        nameOf(finding),
      );
    } finally {
      rmSync(copy, { recursive: true, force: true });
    }
  }
  return outcome;
}

const CASES = join(__dirname, '../cases');

describe('a repair that is offered', () => {
  it('makes the finding of every case go away when its patch is applied', async () => {
    const rules = new Set<string>();
    const left: string[] = [];
    const unpatched: string[] = [];
    for (const topic of readdirSync(CASES)) {
      for (const name of readdirSync(join(CASES, topic))) {
        const outcome = await repairEach(join(CASES, topic, name));
        for (const repaired of outcome.repaired) rules.add(repaired.split(':')[0] ?? '');
        left.push(...outcome.left.map((each) => `${topic}/${name} ${each}`));
        if (!/assembly|plan|preview|state/.test(name))
          unpatched.push(...outcome.unpatched.map((each) => `${topic}/${name} ${each}`));
      }
    }
    expect(left).toEqual([]);
    expect(unpatched).toEqual([]);
    const offered = [
      'capacity-after-zone-loss',
      'data-without-backup',
      'database-without-standby',
      'deployment-stops-all-units',
      'endpoint-in-one-zone',
      'failover-answer-kept-long',
      'failover-record-without-health-check',
      'group-ignores-balancer-health',
      'group-in-one-zone',
      'group-of-one',
      'health-check-blind',
      'health-check-on-another-port',
      'load-balancer-in-one-zone',
      'nat-gateway-shared-by-zones',
      'replicas-may-share-a-zone',
      'replication-without-standby',
    ];
    expect(offered.filter((rule) => !rules.has(rule))).toEqual([]);
  }, 120_000);
});

const { folder, describeHere } = sharedFolder('corpus/labelled');

describeHere('a repair that is offered for a real template', () => {
  it('makes the finding go away when its patch is applied', async () => {
    const outcomes = [];
    for (const name of readdirSync(folder)) outcomes.push(await repairEach(join(folder, name)));
    expect(outcomes.flatMap(({ left }) => left)).toEqual([]);
    expect(outcomes.flatMap(({ repaired }) => repaired).length).toBeGreaterThan(10);
  }, 300_000);
});
