import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { processHost } from '../../lib/cli';
import type { Severity } from '../../lib/diagnostics';
import { aFinding, anAssessment } from '../support/assessments';
import { anEngine, inEmptyFolder, runCommandLine } from '../support/command-line';

/** A bucket, and a database with or without a standby. */
const orders = (standby: boolean) => `Resources:
  Orders:
    Type: AWS::RDS::DBInstance
    Properties: { Engine: postgres, MultiAZ: ${standby}, BackupRetentionPeriod: 7 }
`;
const real = { engine: processHost().engine };
const diff = (...args: string[]) => runCommandLine(['diff', ...args], real);

function git(...args: string[]): void {
  const as = ['-c', 'user.name=checkout', '-c', 'user.email=checkout@example.com', '-c', 'init.defaultBranch=main'];
  execFileSync('git', [...as, ...args], {
    stdio: 'pipe',
    env: { ...process.env, GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_NOSYSTEM: '1' },
  });
}

/** Commits the files, in a repository that is made where there is none. */
function commit(files: Readonly<Record<string, string>>, title: string): void {
  if (!readdirSync('.').includes('.git')) git('init', '--quiet');
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(name.split('/').slice(0, -1).join('/') || '.', { recursive: true });
    writeFileSync(name, text);
  }
  git('add', '--all');
  git('commit', '--quiet', '--message', title);
}

describe('nospof diff', () => {
  it('compares two files, and fails for what the second brings in', () =>
    inEmptyFolder(async () => {
      writeFileSync('sound.yaml', orders(true));
      writeFileSync('fragile.yaml', orders(false));
      const worse = await diff('sound.yaml', 'fragile.yaml');
      expect(worse).toMatchObject({ code: 1, stderr: '' });
      expect(worse.stdout).toContain('brought in: 1 finding\n\nerror: ');
      expect(worse.stdout).toContain('  --> fragile.yaml:2:3 ');
      expect(worse.stdout).toContain('  2|   Orders:\n');
      expect(worse.stdout).toContain('1 brought in, 0 taken away, 0 still there\nbase sound.yaml: ');
      const better = await diff('fragile.yaml', 'sound.yaml');
      expect(better).toMatchObject({ code: 0, stderr: '' });
      expect(better.stdout).toContain('taken away: 1 finding\n  error  database-without-standby:Orders   fragile.yaml:2:3\n');
    }));

  it('does not fail for what was there before', () =>
    inEmptyFolder(async () => {
      mkdirSync('old');
      mkdirSync('new');
      writeFileSync('old/shop.yaml', orders(false));
      writeFileSync('new/shop.yaml', `# moved down\n\n${orders(false)}`);
      const { code, stdout } = await diff('old', 'new', '--fail-on', 'unproven');
      expect({ code, last: stdout.includes('0 brought in, 0 taken away, 1 still there') }).toEqual({ code: 0, last: true });
    }));

  it('reads a saved JSON report in place of either side', () =>
    inEmptyFolder(async () => {
      writeFileSync('shop.yaml', orders(true));
      await runCommandLine(['check', 'shop.yaml', '-f', 'json', '-o', 'before.json'], real);
      writeFileSync('shop.yaml', orders(false));
      await runCommandLine(['check', 'shop.yaml', '-f', 'json', '-o', 'after.json'], real);
      const codes = [
        await diff('before.json', 'shop.yaml'),
        await diff('before.json', 'after.json'),
        await diff('after.json', 'before.json'),
      ].map(({ code }) => code);
      expect(codes).toEqual([1, 1, 0]);
    }));

  it.each<[Severity, string, number]>([
    ['warning', 'error', 0],
    ['warning', 'warning', 1],
    ['info', 'warning', 0],
    ['error', 'error', 1],
  ])('for a new %s with --fail-on %s exits with %i', (severity, failOn, code) =>
    inEmptyFolder(async () => {
      mkdirSync('old');
      mkdirSync('new');
      const engine = () =>
        anEngine((paths) => anAssessment({ findings: paths[0] === 'new' ? [aFinding({ severity })] : [] })).engine;
      expect((await runCommandLine(['diff', 'old', 'new', '--fail-on', failOn], { engine })).code).toBe(code);
    }),
  );

  it('takes what nospof.yaml accepts for accepted on both sides', () =>
    inEmptyFolder(async () => {
      writeFileSync('sound.yaml', orders(true));
      writeFileSync('fragile.yaml', orders(false));
      writeFileSync('nospof.yaml', 'acknowledgements: [{ rule: database-without-standby, resource: Orders, reason: a cache }]\n');
      const { code, stdout } = await diff('sound.yaml', 'fragile.yaml');
      expect(code).toBe(0);
      expect(stdout).toContain('brought in and acknowledged: 1 finding\n');
      expect(stdout).not.toContain('matches no finding');
    }));

  it('writes the report to a file and the numbers to standard error', () =>
    inEmptyFolder(async () => {
      writeFileSync('sound.yaml', orders(true));
      writeFileSync('fragile.yaml', orders(false));
      const { code, stdout, stderr } = await diff('sound.yaml', 'fragile.yaml', '-f', 'markdown', '-o', 'comment.md');
      expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
      expect(stderr).toContain('1 brought in, 0 taken away, 0 still there\n');
      expect(readFileSync('comment.md', 'utf8')).toMatch(/^### nospof: 1 brought in/);
    }));

  it.each([
    [['shop.yaml', 'nowhere'], '"nowhere" is neither a file, a folder nor a git revision'],
    [['nowhere', 'shop.yaml'], '"nowhere" is neither a file, a folder nor a git revision'],
    [['shop.yaml', 'nowhere', '--', 'infra'], '"shop.yaml" is neither a git revision nor a saved JSON report'],
    [['shop.yaml'], 'missing required argument "HEAD"'],
    [['shop.yaml', 'shop.yaml', '-f', 'sarif'], '--format is "sarif"'],
    [['other.json', 'shop.yaml'], '"other.json" is a report of version 2'],
  ])('fails on %j with what was expected', (args, message) =>
    inEmptyFolder(async () => {
      writeFileSync('shop.yaml', orders(true));
      writeFileSync('other.json', JSON.stringify({ version: 2, findings: [], unproven: [], summary: {} }));
      const { code, stdout, stderr } = await diff(...args);
      expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
      expect(stderr).toContain(`error: ${message}`);
    }),
  );
});

describe('nospof diff between git revisions', () => {
  // A folder of its own for what is temporary: other programs use the common one at the same time.
  const usual = process.env.TMPDIR;
  const scratch = mkdtempSync(join(tmpdir(), 'nospof-scratch-'));
  beforeAll(() => {
    process.env.TMPDIR = scratch;
  });
  afterAll(() => {
    if (usual === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = usual;
    rmSync(scratch, { recursive: true, force: true });
  });
  const left = () => readdirSync(scratch);

  it('judges the paths as they were, and leaves the working tree and the disk as they are', () =>
    inEmptyFolder(async () => {
      commit({ 'infra/shop.yaml': orders(true) }, 'feat: orders');
      commit({ 'infra/shop.yaml': orders(false) }, 'fix: cheaper');
      writeFileSync('infra/shop.yaml', 'Resources: not yet\n');
      const before = left();
      const { code, stdout, stderr } = await diff('HEAD~1', 'HEAD', '--', 'infra');
      expect({ code, stderr }).toEqual({ code: 1, stderr: '' });
      expect(stdout).toContain('  --> infra/shop.yaml:2:3 ');
      expect(stdout).toContain('  2|   Orders:\n');
      expect(stdout).toMatch(/\nbase HEAD~1 \([0-9a-f]{7}\): /);
      expect(stdout).not.toContain(tmpdir());
      expect(left()).toEqual(before);
      expect(readFileSync('infra/shop.yaml', 'utf8')).toBe('Resources: not yet\n');
    }));

  it('takes the path that the other side names, from a folder below the root too', () =>
    inEmptyFolder(async (folder) => {
      commit({ 'infra/shop.yaml': orders(true) }, 'feat: orders');
      writeFileSync('infra/shop.yaml', orders(false));
      process.chdir(`${folder}/infra`);
      expect((await diff('HEAD', 'shop.yaml')).code).toBe(1);
      const { code, stdout } = await diff('HEAD', '.', '-f', 'json');
      expect(code).toBe(1);
      expect(JSON.parse(stdout).broughtIn[0].resource.file).toBe('shop.yaml');
      process.chdir(folder);
    }));

  it('brings in everything where the base has nothing, and says so', () =>
    inEmptyFolder(async () => {
      commit({ 'README.md': 'shop' }, 'docs: start');
      commit({ 'infra/shop.yaml': orders(false) }, 'feat: orders');
      const { code, stdout } = await diff('HEAD~1', 'HEAD', 'infra/shop.yaml');
      expect(code).toBe(1);
      expect(stdout).toContain('"infra/shop.yaml" is not in "HEAD~1"  [absent-path]');
      expect(stdout).toContain(': 0 resources, 0 functions; ');
    }));

  it('says so where a side holds files and no template: a misspelt section must not pass for a deleted one', () =>
    inEmptyFolder(async () => {
      commit({ 'infra/shop.yaml': orders(false) }, 'a database');
      commit({ 'infra/shop.yaml': orders(false).replace('Resources', 'Ressources') }, 'a slip of the pen');
      const { code, stdout, stderr } = await diff('HEAD~1', 'HEAD', '--', 'infra');
      expect({ code, stdout }).toEqual({ code: 0, stdout: expect.stringContaining('0 brought in, 1 taken away') });
      expect(stdout + stderr).toContain('folder "infra" holds no template; found a map with the key "Ressources"');
    }));

  it('follows links within the revision', () =>
    inEmptyFolder(async () => {
      commit({ 'infra/shop.yaml': orders(false) }, 'feat: orders');
      execFileSync('ln', ['-s', 'infra/shop.yaml', 'shop.yaml']);
      commit({}, 'feat: a link');
      expect((await diff('HEAD', 'HEAD', '--', 'shop.yaml')).stdout).toContain('0 brought in, 0 taken away, 1 still there');
    }));

  it('says which side cannot be read, with its own file names', () =>
    inEmptyFolder(async () => {
      commit({ 'shop.yaml': 'Resources: [\n' }, 'feat: broken');
      writeFileSync('shop.yaml', orders(true));
      const { code, stderr } = await diff('HEAD', 'shop.yaml');
      expect(code).toBe(2);
      expect(stderr).toMatch(/^error: HEAD \([0-9a-f]{7}\): /);
      expect(stderr).toContain('--> shop.yaml:');
      expect(stderr).not.toContain(tmpdir());
    }));

  it.each([
    [['HEAD', 'HEAD'], 'nothing says which files of "HEAD" are judged'],
    [['HEAD', 'HEAD', '--', '../shop.yaml'], '"../shop.yaml" is outside the repository'],
    [['--', '--output=x', 'HEAD', 'shop.yaml'], '"--output=x" is neither a git revision'],
  ])('fails on %j with what to name', (args, message) =>
    inEmptyFolder(async () => {
      commit({ 'shop.yaml': orders(true) }, 'feat: orders');
      const { code, stderr } = await diff(...args);
      expect({ code, said: stderr.includes(message) ? message : stderr }).toEqual({ code: 2, said: message });
    }),
  );

  it('says so when git is absent, and needs none where no revision is named', () =>
    inEmptyFolder(async () => {
      writeFileSync('shop.yaml', orders(true));
      const path = process.env.PATH;
      process.env.PATH = '/nowhere';
      try {
        expect((await diff('main', 'shop.yaml')).stderr).toContain('git is not installed, or not on the PATH  [no-git]');
        expect((await diff('shop.yaml', 'shop.yaml')).code).toBe(0);
      } finally {
        process.env.PATH = path;
        rmSync('shop.yaml');
      }
    }));
});
