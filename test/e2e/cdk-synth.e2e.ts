import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const root = join(__dirname, '../..');
let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'nospof-synth-'));
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Runs `cdk synth` as a user would, into a folder of its own. */
function synth(output: string, words: readonly string[] = []) {
  const cdk = join(root, 'node_modules/aws-cdk/bin/cdk');
  const { CDK_VALIDATION: _, NODE_ENV: __, ...outside } = process.env;
  const run = spawnSync(process.execPath, [cdk, 'synth', '--quiet', '--output', join(folder, output), ...words], {
    cwd: root,
    encoding: 'utf8',
    env: { ...outside, CI: 'true', NO_COLOR: '1' },
  });
  return { code: run.status, said: run.stderr + run.stdout };
}

function pluginReport(output: string) {
  const { pluginReports } = JSON.parse(readFileSync(join(folder, output, 'validation-report.json'), 'utf8'));
  return pluginReports.find(({ pluginName }: { pluginName: string }) => pluginName === 'NoSpof');
}

describe('cdk synth', () => {
  it('passes for the reference app, whose baseline says why it may break', () => {
    const { code, said } = synth('reference');
    expect(said).not.toMatch(/^ERROR/m);
    expect(code).toBe(0);
    const { violations, suppressedViolations } = pluginReport('reference');
    const about = (word: string) => violations.filter(({ ruleName }: { ruleName: string }) => ruleName.includes(word));
    expect(about('acknowledgement')).toEqual([]);
    expect(about('unknown-rule')).toEqual([]);
    const accepted = suppressedViolations.map(({ ruleName, reason }: { ruleName: string; reason: string }) => [ruleName, reason]);
    expect(accepted).toContainEqual(['database-without-standby', 'shows a database that is gone with its node']);
  });

  describe('of the baseline without its acknowledgements', () => {
    const app = () => {
      const program = join(folder, 'bare.cjs');
      writeFileSync(
        program,
        `const { App, Validations } = require(${JSON.stringify(join(root, 'node_modules/aws-cdk-lib'))});
        const { NoSpof } = require(${JSON.stringify(join(root, 'lib/cdk-validation'))});
        const { SingleZoneBaseline } = require(${JSON.stringify(join(root, 'stacks/single-zone-baseline'))});
        const app = new App();
        Validations.of(app).addPlugins(new NoSpof({ survive: 'zone' }));
        new SingleZoneBaseline(app, 'single-zone-baseline');`,
      );
      return ['--app', `node -r ts-node/register/transpile-only ${program}`];
    };

    it('fails and names what is lost, where, and how to mend it', () => {
      const { code, said } = synth('bare', app());
      expect(said).toMatch(/^ERROR database instance "Database" .*\(NoSpof\)\n {3}single-zone-baseline\/Database /m);
      expect(said).toContain('Suggested fix: ');
      expect(said).toContain("Acknowledge with 'NoSpof::group-in-one-zone'");
      expect(code).toBe(1);
    });

    it('passes when the plugin is switched off', () => {
      const { code, said } = synth('off', [...app(), '--context', 'nospof:enabled=false']);
      expect(said).not.toContain('NoSpof');
      expect(code).toBe(0);
    });
  });
});
