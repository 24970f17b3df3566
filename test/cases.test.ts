import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { processHost } from '../lib/cli';
import { runCommandLine } from './support/command-line';

/**
 * Golden cases: test/cases/<topic>/<case>/ holds a system (everything but the files below), and what nospof says of it.
 *
 *   expected.txt                  the report for people
 *   expected.json                 summary, findings and what is unproven, of the JSON report
 *   complete.json                 where it is present: the whole JSON report, every key of it
 *   options.txt                   further words of the command line, such as `--survive region`
 *   nospof.yaml                   found by nospof itself, because the case runs in its own folder
 *
 * `npm run cases -- --update` writes what is expected anew; the difference is for people to read. A case called clean-…
 * has neither findings nor anything unproven.
 */
const CASES = join(__dirname, 'cases');
const updating = process.env.NOSPOF_UPDATE_CASES === '1';
/** Where the engine is broken on purpose (`npm run mutation`) one case that notices is enough. */
const firstIsEnough = process.env.NOSPOF_FIRST_FAILURE_IS_ENOUGH === '1';
let noticed = false;
const OURS = ['expected.txt', 'expected.json', 'complete.json', 'options.txt', 'nospof.yaml', 'README.md'];

const folders = readdirSync(CASES, { withFileTypes: true })
  .filter((topic) => topic.isDirectory())
  .flatMap((topic) => readdirSync(join(CASES, topic.name)).map((name) => join(CASES, topic.name, name)));

/** Runs `nospof check` in the folder of the case, so that the reports name no path of this machine. */
async function check(folder: string, format: 'text' | 'json') {
  const inputs = readdirSync(folder)
    .filter((name) => !OURS.includes(name))
    .sort();
  const options = join(folder, 'options.txt');
  const words = existsSync(options) ? readFileSync(options, 'utf8').trim().split(/\s+/) : [];
  const before = process.cwd();
  process.chdir(folder);
  try {
    return await runCommandLine(['check', ...inputs, '--format', format, ...words], { engine: processHost().engine });
  } finally {
    process.chdir(before);
  }
}

describe.each(folders.map((folder) => [relative(CASES, folder), folder]))('%s', (name, folder) => {
  const it = (what: string, test: () => Promise<void>) =>
    globalThis.it(what, async () => {
      if (noticed && firstIsEnough) return;
      noticed = true;
      await test();
      noticed = false;
    });

  it('gives the text that is expected', async () => {
    const { code, stdout, stderr } = await check(folder, 'text');
    expectFile(join(folder, 'expected.txt'), `${stdout}${stderr}\nexit code ${code}\n`);
  });

  it('gives the JSON that is expected', async () => {
    const { stdout } = await check(folder, 'json');
    expectFile(join(folder, 'expected.json'), stdout === '' ? '' : essence(stdout));
    if (existsSync(join(folder, 'complete.json'))) expectFile(join(folder, 'complete.json'), stdout);
    if (/[\\/]clean-[^\\/]*$/.test(name)) {
      const { findings, unproven } = JSON.parse(stdout);
      expect({ findings, unproven }).toEqual({ findings: [], unproven: [] });
    }
  });
});

/** The part of the report that says what was judged; witnesses and topology would drown it. */
function essence(json: string): string {
  const { summary, findings, unproven } = JSON.parse(json);
  return `${JSON.stringify({ summary, findings, unproven }, undefined, 2)}\n`;
}

function expectFile(path: string, content: string): void {
  if (updating) writeFileSync(path, content);
  expect(content).toBe(readFileSync(path, 'utf8'));
}
