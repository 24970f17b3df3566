import { mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { processHost } from '../../lib/cli';
import type { Severity } from '../../lib/diagnostics';
import { InputError } from '../../lib/diagnostics';
import { aFinding, anAssessment, anUnproven } from '../support/assessments';
import { anEngine, inEmptyFolder, runCommandLine } from '../support/command-line';

const withFindings = (...severities: Severity[]) => ({
  engine: () => anEngine(() => anAssessment({ findings: severities.map((severity) => aFinding({ severity })) })).engine,
});

describe('nospof check', () => {
  it('judges what is named and prints the text report', () =>
    inEmptyFolder(async () => {
      writeFileSync('shop.yaml', 'Resources:\n\n\n  NatGateway1:\n');
      const { engine, asked } = anEngine();
      const { code, stdout, stderr } = await runCommandLine(['check', 'shop.yaml', 'network.yaml'], { engine: () => engine });
      expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
      expect(stdout).toContain('  4|   NatGateway1:\n   |   ^^^^^^^^^^^\n');
      expect(asked).toEqual([[['shop.yaml', 'network.yaml'], { survive: 'zone', parameters: {}, worlds: 'default' }]]);
    }));

  it('judges ./cdk.out when nothing is named, and says so when there is none', () =>
    inEmptyFolder(async () => {
      const missing = await runCommandLine(['check']);
      expect(missing).toEqual({
        code: 2,
        stdout: '',
        stderr:
          'error: no path is given and there is no cdk.out here  [no-input]\n   = help: name templates or folders, or run "cdk synth" first\n',
      });
      mkdirSync('cdk.out');
      const { engine, asked } = anEngine();
      await runCommandLine(['check'], { engine: () => engine });
      expect(asked[0]?.[0]).toEqual(['cdk.out']);
    }));

  it('hands on the packs that are asked for, beside those of nospof.yaml, and refuses others', () =>
    inEmptyFolder(async () => {
      const { engine, asked } = anEngine();
      await runCommandLine(['check', 'shop.yaml', '--pack', 'settings'], { engine: () => engine });
      writeFileSync('nospof.yaml', 'packs: [settings]\n');
      await runCommandLine(['check', 'shop.yaml', '--pack', 'settings'], { engine: () => engine });
      expect(asked.map(([, { config }]) => config?.packs)).toEqual([['settings'], ['settings']]);
      const { code, stderr } = await runCommandLine(['check', 'shop.yaml', '--pack', 'setting']);
      expect(code).toBe(2);
      expect(stderr).toContain('did you mean "settings"');
    }));

  it('hands every option to the engine', () =>
    inEmptyFolder(async () => {
      const { engine, asked } = anEngine();
      const args = [
        '--survive',
        'region',
        '--parameter',
        'Stage=PROD',
        '--parameter',
        'Query=a=b',
        '--region',
        'eu-west-1',
        '--worlds',
        'all',
      ];
      await runCommandLine(['check', 'shop.yaml', ...args], { engine: () => engine });
      expect(asked[0]?.[1]).toEqual({
        survive: 'region',
        parameters: { Stage: 'PROD', Query: 'a=b' },
        region: 'eu-west-1',
        worlds: 'all',
      });
    }));

  it.each([
    [['--survive', 'zon'], '--survive is "zon"; did you mean "zone"?', 'expected one of component, zone, region, provider'],
    [['--format', 'jsn'], '--format is "jsn"; did you mean "json"?', 'expected one of text, json'],
    [['--worlds', 'every'], '--worlds is "every"', 'expected one of default, all'],
    [['--fail-on', 'warnings'], '--fail-on is "warnings"; did you mean "warning"?', 'expected one of error, warning, unproven'],
    [['--parameter', 'Stage'], '--parameter is "Stage"', 'expected NAME=VALUE, such as --parameter Stage=PROD'],
    [['--surive', 'zone'], 'unknown option "--surive"; did you mean "--survive"?', '"nospof help check" lists the options'],
    [['--config', 'other.yaml'], 'configuration "other.yaml" does not exist', 'name a readable file with --config'],
  ])('fails on %j with what was meant', async (args, message, help) => {
    const { code, stdout, stderr } = await runCommandLine(['check', 'shop.yaml', ...args]);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain(`error: ${message}  [`);
    expect(stderr).toContain(`help: ${help}`);
  });
});

describe('the exit code of check', () => {
  it.each([
    [[], 'error', 0],
    [['error'], 'error', 1],
    [['warning', 'info'], 'error', 0],
    [['warning'], 'warning', 1],
    [['error'], 'warning', 1],
    [['info'], 'warning', 0],
    [['info'], 'unproven', 0],
    [['warning'], 'unproven', 1],
  ] as const)('for findings %j with --fail-on %s is %i', async (severities, failOn, code) => {
    const outcome = await runCommandLine(['check', 'shop.yaml', '--fail-on', failOn], withFindings(...severities));
    expect(outcome.code).toBe(code);
  });

  it.each([
    ['unproven', 1],
    ['warning', 0],
  ])('for something unproven with --fail-on %s is %i', async (failOn, code) => {
    const engine = () => anEngine(() => anAssessment({ unproven: [anUnproven()] })).engine;
    expect((await runCommandLine(['check', 'shop.yaml', '--fail-on', failOn], { engine })).code).toBe(code);
  });

  it('for input that cannot be read is 2, with every problem and its line', () =>
    inEmptyFolder(async () => {
      writeFileSync('shop.yaml', 'Resources: [\n');
      const engine = () =>
        anEngine(() => {
          throw new InputError([
            {
              code: 'yaml-syntax',
              fatal: true,
              message: 'a list has no end',
              hint: 'close it',
              at: { file: 'shop.yaml', line: 1, column: 12 },
            },
          ]);
        }).engine;
      expect(await runCommandLine(['check', 'shop.yaml'], { engine })).toEqual({
        code: 2,
        stdout: '',
        stderr:
          'error: a list has no end  [yaml-syntax]\n  --> shop.yaml:1:12\n   |\n  1| Resources: [\n   |            ^\n   = help: close it\n',
      });
    }));

  it('for a defect of nospof is 3, with how to report it and the stack only on request', async () => {
    const engine = () =>
      anEngine(() => {
        throw new TypeError('units is not iterable');
      }).engine;
    const outcome = await runCommandLine(['check', 'shop.yaml'], { engine });
    expect(outcome).toMatchObject({ code: 3, stdout: '' });
    expect(outcome.stderr).toContain('defect of nospof, not of your input: TypeError: units is not iterable\n');
    expect(outcome.stderr).toContain(`node ${process.version}`);
    expect(outcome.stderr).not.toContain('    at ');
    expect((await runCommandLine(['check', 'shop.yaml'], { engine, env: { NOSPOF_DEBUG: '1' } })).stderr).toContain('    at ');
  });
});

describe('check --quiet and --verbose', () => {
  it('print the numbers only, and everything there is', async () => {
    const [quiet, verbose] = [
      await runCommandLine(['check', 'shop.yaml', '--quiet'], withFindings('error')),
      await runCommandLine(['check', 'shop.yaml', '--verbose'], withFindings('error')),
    ];
    expect([quiet.code, verbose.code]).toEqual([1, 1]);
    expect(quiet.stdout.split('\n')).toHaveLength(3);
    expect(verbose.stdout).toContain('its tasks run in this subnet');
  });

  it('cannot both be meant', async () => {
    const { code, stderr } = await runCommandLine(['check', 'shop.yaml', '-q', '-v']);
    expect(code).toBe(2);
    expect(stderr).toContain('--quiet and --verbose are both given');
  });
});

describe('check --output', () => {
  it('writes the report to the file and the numbers to standard error', () =>
    inEmptyFolder(async () => {
      const { code, stdout, stderr } = await runCommandLine(
        ['check', 'shop.yaml', '--format', 'json', '--output', 'report.json'],
        withFindings('error'),
      );
      expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
      expect(JSON.parse(readFileSync('report.json', 'utf8')).version).toBe(1);
      expect(stderr).toContain('1 error, 0 warnings in 57 resources');
      expect(stderr).toContain('report: report.json\n');
      expect(readdirSync('.')).toEqual(['report.json']);
    }));

  it('replaces a report in one step and follows a link to it', () =>
    inEmptyFolder(async () => {
      writeFileSync('latest.json', 'the report of yesterday');
      symlinkSync('latest.json', 'report.json');
      await runCommandLine(['check', 'shop.yaml', '--format', 'json', '--output', 'report.json']);
      expect(JSON.parse(readFileSync('latest.json', 'utf8')).version).toBe(1);
      expect(readdirSync('.').sort()).toEqual(['latest.json', 'report.json']);
    }));

  it('leaves the old report alone when nothing could be judged', () =>
    inEmptyFolder(async () => {
      writeFileSync('report.json', 'the report of yesterday');
      const { code } = await runCommandLine(['check', '--format', 'json', '--output', 'report.json']);
      expect(code).toBe(2);
      expect(readFileSync('report.json', 'utf8')).toBe('the report of yesterday');
    }));

  it.each([
    ['a folder that does not exist', 'no/such/report.json', 'the folder does not exist'],
    ['a folder', 'reports', 'it is a folder'],
  ])('prints the report and exits with 2 when the file is %s', (_, output, reason) =>
    inEmptyFolder(async () => {
      mkdirSync('reports');
      const { code, stdout, stderr } = await runCommandLine(['check', 'shop.yaml', '--format', 'json', '--output', output]);
      expect(code).toBe(2);
      expect(JSON.parse(stdout).version).toBe(1);
      expect(stderr).toContain(`error: cannot write "${output}": ${reason}  [unwritable-output]`);
    }),
  );
});

describe('check with nospof.yaml', () => {
  const ACCEPTED = 'acknowledgements:\n  - { rule: nat-gateway-shared-by-zones, resource: NatGateway1, reason: batch only }\n';

  it('takes level and threshold from it, and options before it', () =>
    inEmptyFolder(async () => {
      writeFileSync('nospof.yaml', 'survive: region\nfail-on: warning\n');
      const { engine, asked } = anEngine();
      expect((await runCommandLine(['check', 'shop.yaml'], { engine: () => engine })).code).toBe(1);
      expect(asked[0]?.[1]).toMatchObject({ survive: 'region', config: { file: 'nospof.yaml' } });
      const second = await runCommandLine(['check', 'shop.yaml', '--survive', 'zone', '--fail-on', 'error'], {
        engine: () => engine,
      });
      expect(second.code).toBe(0);
      expect(asked[1]?.[1]).toMatchObject({ survive: 'zone' });
    }));

  it('accepts what it acknowledges', () =>
    inEmptyFolder(async () => {
      writeFileSync('accepted.yaml', ACCEPTED);
      const { code, stdout } = await runCommandLine(['check', 'shop.yaml', '--config', 'accepted.yaml'], withFindings('error'));
      expect(code).toBe(0);
      expect(stdout).toContain('1 acknowledged:\n  nat-gateway-shared-by-zones:NatGateway1: batch only\n');
    }));

  it('fails on a key it does not know, with the line', () =>
    inEmptyFolder(async () => {
      writeFileSync('nospof.yaml', 'survive: zone\nsubnet: {}\n');
      const { code, stderr } = await runCommandLine(['check', 'shop.yaml']);
      expect(code).toBe(2);
      expect(stderr).toContain(
        'unknown key "subnet"; did you mean "subnets"?  [unknown-key]\n  --> nospof.yaml:2:1\n   |\n  2| subnet: {}\n   | ^^^^^^\n',
      );
    }));
});

describe('check with a baseline', () => {
  const about = (id: string) => aFinding({ severity: 'error', resource: { id, type: 'T', file: 'shop.yaml', stack: 'shop' } });
  const finding = (...ids: string[]) => ({ engine: () => anEngine(() => anAssessment({ findings: ids.map(about) })).engine });

  it('writes what is open, and no longer fails for it', () =>
    inEmptyFolder(async () => {
      const { code, stdout, stderr } = await runCommandLine(
        ['check', 'shop.yaml', '--write-baseline', 'baseline.json'],
        finding('NatA', 'NatB'),
      );
      expect({ code, stderr }).toEqual({ code: 0, stderr: 'baseline: baseline.json, 2 findings\n' });
      expect(stdout).toContain('no open findings in ');
      expect(stdout).toContain('\n2 findings in the baseline baseline.json\n');
      const args = ['check', 'shop.yaml', '--baseline', 'baseline.json'];
      expect((await runCommandLine(args, finding('NatA', 'NatB'))).code).toBe(0);
      const later = await runCommandLine(args, finding('NatA', 'NatC'));
      expect(later.code).toBe(1);
      expect(later.stdout).toContain('1 entry of baseline "baseline.json" matches no finding any more: ');
      expect(later.stdout).toContain('1 error, 0 warnings in ');
    }));

  it('takes stale entries out and lets nothing new in when the old one is named too', () =>
    inEmptyFolder(async () => {
      await runCommandLine(['check', 'shop.yaml', '--write-baseline', 'baseline.json'], finding('NatA', 'NatB'));
      const args = ['check', 'shop.yaml', '--baseline', 'baseline.json', '--write-baseline', 'baseline.json'];
      const { code, stderr } = await runCommandLine(args, finding('NatB', 'NatC'));
      expect({ code, stderr }).toEqual({ code: 1, stderr: 'baseline: baseline.json, 1 finding\n' });
      expect(JSON.parse(readFileSync('baseline.json', 'utf8')).findings).toMatchObject([{ resource: { id: 'NatB' } }]);
    }));

  it('prints the report and exits with 2 when the baseline cannot be written', () =>
    inEmptyFolder(async () => {
      const args = ['check', 'shop.yaml', '--write-baseline', 'no/such/baseline.json'];
      const { code, stdout, stderr } = await runCommandLine(args, finding('NatA'));
      expect(code).toBe(2);
      expect(stdout).toContain('1 error, ');
      expect(stderr).toContain('cannot write "no/such/baseline.json": the folder does not exist');
    }));
});

describe('check --fix-plan', () => {
  const real = { engine: processHost().engine };
  const ORDERS = 'Resources:\n  Orders:\n    Type: AWS::RDS::DBInstance\n    Properties:\n      Engine: postgres\n';

  it('prints, behind the report, the edit for each finding that one edit repairs', () =>
    inEmptyFolder(async () => {
      writeFileSync('shop.yaml', ORDERS);
      const { code, stdout } = await runCommandLine(['check', 'shop.yaml', '--fix-plan'], real);
      expect(code).toBe(1);
      expect(stdout).toContain('\nfix plan: 1 of 1 open finding can be repaired by one edit, which was tried\n');
      expect(stdout).toContain(
        '\ndatabase-without-standby:Orders   changed in place; cost: about what the instance and its storage cost',
      );
      expect(stdout).toContain('\n--- shop.yaml\n+++ shop.yaml\n@@ -2,4 +2,5 @@\n   Orders:\n');
      expect(stdout).toContain('\n+      MultiAZ: true\n');
    }));

  it('says so when there is nothing to print', () =>
    inEmptyFolder(async () => {
      writeFileSync('shop.yaml', 'Resources: { Photos: { Type: AWS::S3::Bucket } }\n');
      const { code, stdout } = await runCommandLine(['check', 'shop.yaml', '--fix-plan'], real);
      expect(code).toBe(0);
      expect(stdout).toContain('fix plan: 0 of 0 open findings can be repaired');
    }));

  it('puts the repairs into the findings of the JSON report', () =>
    inEmptyFolder(async () => {
      writeFileSync('shop.yaml', ORDERS);
      const { stdout } = await runCommandLine(['check', 'shop.yaml', '--fix-plan', '-f', 'json'], real);
      expect(JSON.parse(stdout).findings[0].repair.edits).toMatchObject([{ property: ['MultiAZ'], values: [true] }]);
    }));

  it('fails for a format that has no place for it', async () => {
    const { code, stderr } = await runCommandLine(['check', 'shop.yaml', '--fix-plan', '-f', 'svg']);
    expect(code).toBe(2);
    expect(stderr).toContain('--fix-plan goes with --format text or json, not svg');
  });
});
