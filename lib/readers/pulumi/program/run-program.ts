import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative, resolve } from 'node:path';
import { InputError, type Position } from '../../../diagnostics';
import type { Project } from './project';
import type { ProgramPlace, ProgramRecord, ProgramRequest } from './record';

/** How a program is run. */
export interface RunOptions {
  /** After which it is stopped [s]. */
  readonly timeoutSeconds: number;
  /** Gets what the program prints, and its stack trace if it throws. */
  readonly say: (text: string) => void;
}

/**
 * Runs a program in a process of its own: no engine, no plugins, no credentials.
 *
 * @throws {InputError} it throws, does not end in time, or lacks a setting
 */
export function runProgram(folder: string, project: Project, { timeoutSeconds, say }: RunOptions): ProgramRecord {
  const scratch = mkdtempSync(join(tmpdir(), 'nospof-'));
  const { name, stack, entry, config, secrets } = project;
  const recordFile = join(scratch, 'record.json');
  const request: ProgramRequest = { folder: resolve(folder), entry, project: name, stack, config, secrets, recordFile };
  try {
    const { error, stdout, stderr, status, signal } = spawnSync(process.execPath, childArguments(), {
      input: JSON.stringify(request),
      encoding: 'utf8',
      timeout: timeoutSeconds * 1000,
      killSignal: 'SIGKILL',
      maxBuffer: 64_000_000,
      env: environment(),
    });
    if (stdout) say(stdout);
    if (stderr) say(stderr);
    if (error !== undefined && (error as NodeJS.ErrnoException).code === 'ETIMEDOUT') throw tooSlow(entry, timeoutSeconds);
    const record = existsSync(recordFile) ? (JSON.parse(readFileSync(recordFile, 'utf8')) as ProgramRecord) : undefined;
    if (record === undefined) throw vanished(entry, signal ?? status);
    if (record.failure !== undefined) throw failed(record.failure, name, entry, say);
    return record;
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

/** From its sources nospof is run by a loader of TypeScript, and so is the child. */
function childArguments(): readonly string[] {
  const compiled = join(__dirname, 'child.js');
  if (existsSync(compiled)) return [compiled];
  return ['-r', require.resolve('ts-node/register/transpile-only'), join(__dirname, 'child.ts')];
}

/** A program must not find an engine by chance, and no test runner's loader. */
function environment(): NodeJS.ProcessEnv {
  const { PULUMI_NODEJS_MONITOR: _monitor, PULUMI_NODEJS_ENGINE: _engine, NODE_OPTIONS: _options, ...rest } = process.env;
  return rest;
}

function failed(
  failure: NonNullable<ProgramRecord['failure']>,
  project: string,
  entry: string,
  say: RunOptions['say'],
): InputError {
  const missing = /Missing required configuration variable '([^']+)'/.exec(failure.message);
  const at = positionOf(failure.place) ?? { file: shown(entry), line: 1, column: 1 };
  if (missing !== null) {
    const [, key = ''] = missing;
    const short = key.startsWith(`${project}:`) ? key.slice(project.length + 1) : key;
    const message = `the program needs the setting "${key}"`;
    return problem('missing-config', message, `give it with --config ${short}=VALUE, or in the file of the stack`, at);
  }
  say(`${failure.stack}\n`);
  const [first = failure.name] = failure.message.split('\n');
  return problem('program-failed', `the program threw ${failure.name}: ${first}`, 'its stack trace is printed above', at);
}

function tooSlow(entry: string, seconds: number): InputError {
  const message = `the program did not end within ${seconds} s and was stopped`;
  const hint = 'look for what it waits for (a server, a timer, the network), or give it longer with --timeout SECONDS';
  return problem('program-hangs', message, hint, { file: shown(entry), line: 1, column: 1 });
}

function vanished(entry: string, end: string | number | null): InputError {
  const message = `the process of the program ended (${String(end)}) before its resources were known`;
  const hint = 'look for a call of process.exit, or for a promise that nothing ever settles';
  return problem('program-ended', message, hint, { file: shown(entry), line: 1, column: 1 });
}

function problem(code: string, message: string, hint: string, at: Position): InputError {
  return new InputError([{ code, fatal: true, message, hint, at }]);
}

function positionOf(place: ProgramPlace | undefined): Position | undefined {
  return place && { ...place, file: shown(place.file) };
}

/** As the user would name it, so that reports are equal wherever the project lies. */
export function shown(file: string): string {
  const path = relative(process.cwd(), file);
  return (path === '' ? file : path).replaceAll('\\', '/');
}
