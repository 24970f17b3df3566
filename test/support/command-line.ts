import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Engine, type Host, run } from '../../lib/cli';
import { aFinding, anAssessment, NAT_RULE } from './assessments';

/** What a command line leaves behind. */
export interface Outcome {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Stands in for the engine: the same assessment for every system, and a record of what it was asked. */
export function anEngine(assess: Engine['assess'] = () => anAssessment({ findings: [aFinding()] })) {
  const asked: Parameters<Engine['assess']>[] = [];
  const engine: Engine = {
    RULES: [NAT_RULE, { ...NAT_RULE, id: 'group-of-one', title: 'a group that can be scaled to one unit' }],
    assess: (paths, options) => {
      asked.push([paths, options]);
      return assess(paths, options);
    },
  };
  return { engine, asked };
}

/** Runs a command line without a process, on 2026-11-22, with the pieces of the host that a test changes. */
export async function runCommandLine(args: readonly string[], changes: Partial<Host> = {}): Promise<Outcome> {
  const written = { stdout: '', stderr: '' };
  const sink = (name: keyof typeof written) => ({
    write: (text: string) => {
      written[name] += text;
    },
  });
  const host: Host = {
    stdout: sink('stdout'),
    stderr: sink('stderr'),
    env: {},
    today: '2026-11-22',
    engine: () => anEngine().engine,
    ...changes,
  };
  const code = await run(args, host);
  return { code, ...written };
}

/** Works in an empty folder of its own for as long as the function runs. */
export async function inEmptyFolder<T>(work: (folder: string) => T | Promise<T>): Promise<T> {
  const before = process.cwd();
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'nospof-')));
  process.chdir(folder);
  try {
    return await work(folder);
  } finally {
    process.chdir(before);
    rmSync(folder, { recursive: true, force: true });
  }
}
