import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'yaml';
import { version } from '../../package.json';

const root = join(__dirname, '../..');
const read = (file: string) => parse(readFileSync(join(root, file), 'utf8'));

const ORDERS = (standby: boolean) =>
  `Resources:\n  Orders: { Type: AWS::RDS::DBInstance, Properties: { Engine: postgres, MultiAZ: ${standby}, BackupRetentionPeriod: 7 } }\n`;

const command = `node ${join(root, 'dist/bin/nospof.js')}`;
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'nospof-ci-'));
  writeFileSync(join(folder, 'shop.yaml'), ORDERS(false));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function run(script: string, env: Readonly<Record<string, string>>) {
  const { PATH = '', HOME = '' } = process.env;
  return spawnSync('bash', ['-c', script], {
    cwd: folder,
    encoding: 'utf8',
    env: { PATH, HOME, GIT_CONFIG_GLOBAL: '/dev/null', ...env },
  });
}

/** Runs the steps of action.yml as a runner does: inputs and defaults filled in, one shell for each step. */
function action(inputs: Readonly<Record<string, string>>) {
  const { inputs: declared, runs } = read('action.yml');
  for (const name of Object.keys(inputs)) expect(Object.keys(declared)).toContain(name);
  const filled = (text: string) =>
    text.replace(/\$\{\{ inputs\.([\w-]+) \}\}/g, (_, name: string) => inputs[name] ?? declared[name].default);
  const files = { GITHUB_OUTPUT: join(folder, '.output'), GITHUB_STEP_SUMMARY: join(folder, '.summary') };
  const outcomes = runs.steps.map((step: { readonly run: string; readonly env: Record<string, string> }) =>
    run(step.run, {
      ...Object.fromEntries(Object.entries(step.env).map(([name, text]) => [name, filled(text)])),
      ...files,
      GITHUB_ACTION_PATH: root,
    }),
  );
  const text = (file: string) => (existsSync(file) ? readFileSync(file, 'utf8') : '');
  return { ...outcomes[0], summary: text(files.GITHUB_STEP_SUMMARY), output: text(files.GITHUB_OUTPUT) };
}

describe('the GitHub action', () => {
  it('starts the version that it belongs to', () => {
    expect(read('action.yml').inputs.command.default).toBe(`npx --yes nospof@${version}`);
  });

  it('annotates the files, sums up the job, writes what was asked for, and fails', () => {
    const { status, stdout, summary, output, stderr } = action({
      command,
      paths: 'shop.yaml',
      sarif: 'out.sarif',
      html: 'out.html',
    });
    expect({ status, output, stderr }).toEqual({ status: 1, output: 'exit-code=1\n', stderr: '' });
    expect(stdout).toMatch(/^::error .*file=shop\.yaml/m);
    expect(summary).toContain('Orders');
    expect(JSON.parse(readFileSync(join(folder, 'out.sarif'), 'utf8')).runs[0].results).toHaveLength(1);
    expect(readFileSync(join(folder, 'out.html'), 'utf8')).toMatch(/^<!doctype html>/i);
  });

  it('passes where nothing is wrong, with every option handed on', () => {
    writeFileSync(join(folder, 'mine.yaml'), 'fail-on: unproven\n');
    writeFileSync(join(folder, 'shop.yaml'), ORDERS(true));
    const { status, output } = action({
      command,
      paths: '\n  \nshop.yaml\n',
      survive: 'zone',
      'fail-on': 'warning',
      config: 'mine.yaml',
      options: '--region\neu-west-1\n',
    });
    expect({ status, output }).toEqual({ status: 0, output: 'exit-code=0\n' });
  });

  it('fails only for what the change brings in when there is a base', () => {
    const git = 'git -c user.name=shop -c user.email=shop@example.com -c init.defaultBranch=main';
    const made = run(
      `${git} init -q && ${git} add . && ${git} commit -qm old && cp shop.yaml mail.yaml && ${git} add . && ${git} commit -qm same`,
      {},
    );
    expect(made.status).toBe(0);
    expect(action({ command, paths: 'shop.yaml', base: 'HEAD~1' })).toMatchObject({ status: 0, output: 'exit-code=0\n' });
    const { status, summary } = action({ command, paths: 'shop.yaml\nmail.yaml', base: 'HEAD~1' });
    expect(status).toBe(1);
    expect(summary).toContain('### nospof: 1 brought in, 0 taken away, 1 still there');
  });

  it('says what is wrong with the input, and leaves no report of it', () => {
    const { status, stderr, summary, output } = action({ command, paths: 'absent.yaml', sarif: 'out.sarif' });
    expect({ status, summary, output }).toEqual({ status: 2, summary: '', output: 'exit-code=2\n' });
    expect(stderr).toContain('"absent.yaml" does not exist');
    expect(existsSync(join(folder, 'out.sarif'))).toBe(false);
  });

  it('takes nothing that stands in an input for a part of its script', () => {
    const { status } = action({ command, paths: '$(touch broken); `touch broken`', options: '; touch broken' });
    expect({ status, broken: existsSync(join(folder, 'broken')) }).toEqual({ status: 2, broken: false });
  });
});

describe('the GitLab template', () => {
  const { nospof: job } = read('ci/gitlab.yml');

  it('starts this version', () => {
    expect(job.variables.NOSPOF).toBe(`npx --yes nospof@${version}`);
  });

  it.each([
    [false, 1],
    [true, 0],
  ])('for an order database with a standby %s exits with %i, and leaves its reports', (standby, code) => {
    writeFileSync(join(folder, 'shop.yaml'), ORDERS(standby));
    const { status } = run(job.script.join('\n'), { ...job.variables, NOSPOF: command, NOSPOF_PATHS: 'shop.yaml' });
    expect(status).toBe(code);
    for (const file of [...Object.values<string>(job.artifacts.reports), ...job.artifacts.paths]) {
      expect(existsSync(join(folder, file))).toBe(true);
    }
  });

  it('exits with 2 when there is nothing to judge', () => {
    expect(run(job.script.join('\n'), { ...job.variables, NOSPOF: command }).status).toBe(2);
  });
});

describe('the pre-commit hook', () => {
  it('runs nospof on the paths of its arguments', () => {
    const [hook] = read('.pre-commit-hooks.yaml');
    expect(hook).toMatchObject({ id: 'nospof', language: 'node', pass_filenames: false });
    expect(new RegExp(hook.files).test('infra/shop.yaml')).toBe(true);
    const [program, ...args] = hook.entry.split(' ');
    expect(Object.keys(JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).bin)).toContain(program);
    expect(run(`${command} ${args.join(' ')} shop.yaml`, {})).toMatchObject({
      status: 1,
      stdout: expect.stringContaining('1 error'),
    });
  });
});

describe('fingerprints', () => {
  const prints = (file: string) => {
    const of = (format: string) => JSON.parse(run(`${command} check ${file} --format ${format}`, {}).stdout);
    const [result] = of('sarif').runs[0].results;
    return {
      line: result.locations[0].physicalLocation.region.startLine,
      sarif: result.partialFingerprints,
      gitlab: of('gitlab').map(({ fingerprint }: { readonly fingerprint: string }) => fingerprint),
    };
  };

  it('stay the same when lines move within a file and the file moves to another folder', () => {
    const before = prints('shop.yaml');
    mkdirSync(join(folder, 'infra'));
    writeFileSync(join(folder, 'infra/shop.yaml'), `# Orders of the shop.\nDescription: orders\n\n${ORDERS(false)}`);
    const after = prints('infra/shop.yaml');
    expect(after.line).toBe(before.line + 3);
    expect({ ...after, line: before.line }).toEqual(before);
  });

  it('differ for another resource', () => {
    const before = prints('shop.yaml');
    writeFileSync(join(folder, 'shop.yaml'), ORDERS(false).replace('Orders:', 'Carts:'));
    expect(prints('shop.yaml').sarif).not.toEqual(before.sarif);
  });
});
