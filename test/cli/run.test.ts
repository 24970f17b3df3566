import { readFileSync, writeFileSync } from 'node:fs';
import { parseConfig } from '../../lib/config';
import { version } from '../../package.json';
import { inEmptyFolder, runCommandLine } from '../support/command-line';

describe('nospof', () => {
  it.each([[[]], [['help']], [['--help']]])('lists its commands for %j', async (args) => {
    const { code, stdout, stderr } = await runCommandLine(args);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    for (const command of ['check', 'explain', 'diff', 'init']) expect(stdout).toContain(`\n  ${command} `);
  });

  it('prints the version of its package', async () => {
    expect(await runCommandLine(['--version'])).toEqual({ code: 0, stdout: `${version}\n`, stderr: '' });
  });

  it.each([
    ['chek', 'unknown command "chek"; did you mean "check"?'],
    ['infra/shop.yaml', 'unknown command "infra/shop.yaml"; did you mean "nospof check infra/shop.yaml"?'],
    ['deploy', 'unknown command "deploy"'],
  ])('fails on the command %s', async (command, message) => {
    const { code, stdout, stderr } = await runCommandLine([command]);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toBe(`error: ${message}  [unknown-command]\n   = help: expected one of check, preview, explain, diff, init\n`);
  });

  it.each([
    [{}, true, false],
    [{ TERM_PROGRAM: 'vscode' }, true, true],
    [{ TERM_PROGRAM: 'vscode' }, false, false],
    [{ TERM_PROGRAM: 'vscode', CI: 'true' }, true, false],
    [{ VTE_VERSION: '7200' }, true, true],
    [{ VTE_VERSION: '4200' }, true, false],
    [{ TERM: 'xterm-kitty' }, true, true],
    [{ TERM: 'dumb', WT_SESSION: '1' }, true, false],
    [{ FORCE_HYPERLINK: '1' }, false, true],
    [{ FORCE_HYPERLINK: '0', TERM_PROGRAM: 'iTerm.app' }, true, false],
  ])('with %j and a terminal %s makes links %s', async (env, isTTY, linked) => {
    let stdout = '';
    const write = (text: string) => {
      stdout += text;
    };
    await runCommandLine(['check', 'shop.yaml'], { env, stdout: { write, isTTY, columns: 100 } });
    expect(stdout.includes('\u001b]8;;file://')).toBe(linked);
  });

  it.each([
    [{}, true, true],
    [{}, false, false],
    [{ NO_COLOR: '1' }, true, false],
    [{ NO_COLOR: '' }, true, true],
    [{ FORCE_COLOR: '1' }, false, true],
    [{ FORCE_COLOR: '0' }, true, false],
    [{ FORCE_COLOR: '1', NO_COLOR: '1' }, true, false],
    [{ TERM: 'dumb' }, true, false],
  ])('with %j and a terminal %s colours %s', async (env, isTTY, coloured) => {
    let stdout = '';
    const write = (text: string) => {
      stdout += text;
    };
    await runCommandLine(['explain', 'group-of-one'], { env, stdout: { write, isTTY, columns: 100 } });
    expect(stdout.includes('\u001b[')).toBe(coloured);
  });
});

describe('nospof init', () => {
  it('writes a nospof.yaml that nospof accepts, and shows the next steps', () =>
    inEmptyFolder(async () => {
      const { code, stdout } = await runCommandLine(['init']);
      expect(code).toBe(0);
      expect(parseConfig(readFileSync('nospof.yaml', 'utf8'), 'nospof.yaml').survive).toBe('zone');
      expect(stdout).toContain('npx nospof check cdk.out');
      expect(stdout).toContain("Validations.of(app).addPlugins(new NoSpof({ survive: 'zone' }));");
    }));

  it('fails where there is one already and leaves it as it is', () =>
    inEmptyFolder(async () => {
      writeFileSync('nospof.yaml', 'survive: region\n');
      const { code, stderr } = await runCommandLine(['init']);
      expect(code).toBe(2);
      expect(stderr).toContain('nospof.yaml exists already  [config-exists]');
      expect(readFileSync('nospof.yaml', 'utf8')).toBe('survive: region\n');
    }));
});
