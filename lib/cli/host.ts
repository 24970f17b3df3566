import type { Assessment } from '../diagnostics';
import type { RuleWords } from '../reporters';

/** What the command line asks of `lib/assess`. */
export interface Engine {
  readonly assess: (...input: Parameters<AssessFolder['assess']>) => Assessment | Promise<Assessment>;
  /** Only `preview` asks for it. */
  readonly assessProgram?: AssessFolder['assessProgram'];
  readonly RULES: readonly RuleWords[];
}

type AssessFolder = typeof import('../assess');

interface Sink {
  readonly write: (text: string) => unknown;
  readonly isTTY?: boolean;
  readonly columns?: number;
}

/** Everything a run touches outside itself, so that a test can hand in its own. Files are the exception. */
export interface Host {
  readonly stdout: Sink;
  readonly stderr: Sink;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** The day, `2026-11-22`, for acknowledgements that expire. */
  readonly today: string;
  /** Called only by commands that judge or explain: the engine is most of the start-up time. */
  readonly engine: () => Engine;
}

/** The real process. */
export function processHost(): Host {
  return {
    stdout: process.stdout,
    stderr: process.stderr,
    env: process.env,
    today: new Date().toISOString().slice(0, 10),
    engine: () => require('../assess') as AssessFolder,
  };
}
