/**
 * Runs one program in a process of its own, without an engine: it reads a request from standard input, and writes what
 * the program registered into a file. Never imported.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, extname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Declarations } from './declared-types';
import { placeIn } from './place';
import type { ProgramRecord, ProgramRequest } from './record';
import { type PulumiSdk, Recorder, type SdkInternals } from './recorder';
import { loadTypeScript } from './transpile';

const request = JSON.parse(readFileSync(0, 'utf8')) as ProgramRequest;
const recorder = new Recorder(request, new Declarations(request.folder), __dirname);
let ended = false;

/** Writes the record once and ends the process: timers of the program must not keep it alive. */
function end(error?: unknown): void {
  if (ended) return;
  ended = true;
  const { resources, outputs, calls } = recorder;
  const failure = error === undefined ? {} : { failure: failureOf(error) };
  writeFileSync(request.recordFile, JSON.stringify({ resources, outputs, calls, ...failure } satisfies ProgramRecord));
  process.exit(error === undefined ? 0 : 1);
}

function failureOf(error: unknown): NonNullable<ProgramRecord['failure']> {
  const known = error instanceof Error ? error : new Error(String(error));
  const stack = known.stack ?? String(known);
  const place = placeIn(stack, __dirname);
  return { name: known.name, message: known.message, stack, ...(place === undefined ? {} : { place }) };
}

process.on('uncaughtException', end);
process.on('unhandledRejection', end);
process.setSourceMapsEnabled(true);
process.chdir(request.folder);
loadTypeScript(request.folder);

/** The program's exports, or what the function that it exports makes of them. */
async function runProgram(): Promise<unknown> {
  const exported = await load(request.entry);
  return typeof exported === 'function' ? (exported as () => unknown)() : exported;
}

async function load(entry: string): Promise<unknown> {
  if (!isModule(entry)) return require(entry);
  const exported = (await import(pathToFileURL(entry).href)) as Record<string, unknown>;
  return 'default' in exported ? exported.default : exported;
}

/** Whether Node takes a JavaScript file for an ES module. */
function isModule(entry: string): boolean {
  const ending = extname(entry);
  if (ending === '.mjs') return true;
  if (ending !== '.js') return false;
  for (let folder = dirname(entry); ; folder = dirname(folder)) {
    const manifest = join(folder, 'package.json');
    if (existsSync(manifest)) return (JSON.parse(readFileSync(manifest, 'utf8')) as { type?: string }).type === 'module';
    if (folder === dirname(folder)) return false;
  }
}

async function run(): Promise<void> {
  const find = (name: string) => require.resolve(name, { paths: [dirname(request.entry), request.folder] });
  const sdk = require(find('@pulumi/pulumi')) as PulumiSdk;
  const internals: SdkInternals = {
    resource: require(find('@pulumi/pulumi/runtime/resource')) as SdkInternals['resource'],
    settings: require(find('@pulumi/pulumi/runtime/settings')) as SdkInternals['settings'],
  };
  await sdk.runtime.setMocks(recorder.mocks, request.project, request.stack, true);
  sdk.runtime.setAllConfig(request.config, request.secrets);
  recorder.listen(internals);
  await sdk.runtime.runInPulumiStack(runProgram);
  await sdk.runtime.disconnect();
  await recorder.tellSources();
}

run().then(() => end(), end);
