import { existsSync, statSync } from 'node:fs';
import { type Assessment, InputError, type Problem } from '../diagnostics';
import type { JudgingOptions } from './check-options';
import { commitOf } from './git';
import type { Host } from './host';
import { acknowledged, judge } from './judge';
import { checkOut } from './revision';
import { readSavedReport } from './saved-report';
import { sourceLines } from './source-lines';
import { usageError } from './usage-error';

/** One side of a comparison, judged. */
export interface Side {
  /** As a person would name it: `main (0fb0a14)`, `infra/shop.yaml`. */
  readonly label: string;
  readonly assessment: Assessment;
  readonly lineOf: (file: string, line: number) => string | undefined;
  /** Call it when no more lines are asked for. */
  readonly close: () => void;
}

/** What a word on the command line means. */
type Meaning =
  | { readonly kind: 'report'; readonly file: string; readonly report: Assessment }
  | { readonly kind: 'path'; readonly path: string }
  | { readonly kind: 'revision'; readonly revision: string; readonly commit: string };

/**
 * The two sides of `nospof diff BASE HEAD [PATH...]`.
 *
 * With paths, both words are revisions or saved reports. Without, a word that names a file or folder is that; any other
 * is a revision, judged at the path that the other word names.
 *
 * @throws {InputError} a word that means nothing, a revision without a path, input that cannot be read
 */
export async function readSides(
  words: readonly [base: string, head: string],
  paths: readonly string[],
  options: JudgingOptions,
  host: Host,
): Promise<readonly [base: Side, head: Side]> {
  const [base, head] = words.map((word) => meaningOf(word, paths.length > 0)) as [Meaning, Meaning];
  const baseSide = await sideOf(base, pathsFor(base, head, paths), options, host);
  try {
    return [baseSide, await sideOf(head, pathsFor(head, base, paths), options, host)];
  } catch (error) {
    baseSide.close();
    throw error;
  }
}

function meaningOf(word: string, isRevision: boolean): Meaning {
  const file = existsSync(word) ? word : undefined;
  const report = file !== undefined && statSync(file).isFile() ? readSavedReport(file) : undefined;
  if (report && file !== undefined) return { kind: 'report', file, report };
  if (file !== undefined && !isRevision) return { kind: 'path', path: file };
  const commit = commitOf(word);
  if (commit !== undefined) return { kind: 'revision', revision: word, commit };
  return usageError(
    'unknown-side',
    `"${word}" is ${isRevision ? 'neither a git revision nor a saved JSON report' : 'neither a file, a folder nor a git revision'}`,
    'in CI a revision must have been fetched before it can be compared ("git fetch origin main")',
  );
}

function pathsFor(side: Meaning, other: Meaning, paths: readonly string[]): readonly string[] {
  if (side.kind === 'path') return [side.path];
  if (side.kind === 'report' || paths.length > 0) return paths;
  if (other.kind === 'path') return [other.path];
  return usageError(
    'no-path',
    `nothing says which files of "${side.revision}" are judged`,
    `name them: nospof diff ${side.revision} HEAD -- infra/shop.yaml`,
  );
}

async function sideOf(side: Meaning, paths: readonly string[], options: JudgingOptions, host: Host): Promise<Side> {
  const close = () => undefined;
  if (side.kind === 'report') {
    // The lines it speaks of may have moved since.
    return { label: side.file, assessment: acknowledged(side.report, options, host), lineOf: () => undefined, close };
  }
  if (side.kind === 'path')
    return { label: side.path, assessment: await judge(paths, options, host), lineOf: sourceLines(), close };
  return ofRevision(side, paths, options, host);
}

async function ofRevision(
  { revision, commit }: Extract<Meaning, { kind: 'revision' }>,
  paths: readonly string[],
  options: JudgingOptions,
  host: Host,
): Promise<Side> {
  const label = `${revision} (${commit.slice(0, 7)})`;
  const files = checkOut(commit, paths);
  const lines = sourceLines();
  const side = (assessment: Assessment): Side => ({
    label,
    assessment: { ...assessment, problems: [...files.absent.map((path) => absent(path, revision)), ...assessment.problems] },
    lineOf: (file, line) => lines(files.fileOf(file), line),
    close: files.remove,
  });
  try {
    if (files.paths.length === 0) return side(nothing(paths, options));
    return side(files.relabelled(await judge(files.paths, options, host)));
  } catch (error) {
    files.remove();
    if (!(error instanceof InputError)) throw error;
    // A folder that held something else at the time is as good as absent; whoever reads the comparison is told.
    if (error.problems.every(({ code }) => code === 'no-templates')) {
      const problems = files.relabelled(error.problems).map((problem) => ({ ...problem, fatal: false }));
      return side({ ...nothing(paths, options), problems });
    }
    throw new InputError(
      files.relabelled(error.problems).map((problem) => ({ ...problem, message: `${label}: ${problem.message}` })),
    );
  }
}

function absent(path: string, revision: string): Problem {
  return {
    code: 'absent-path',
    fatal: false,
    message: `"${path}" is not in "${revision}"`,
    hint: 'nothing is judged there on this side; correct the path if that is not so',
  };
}

/** The assessment of no resource at all. */
function nothing(paths: readonly string[], { survive }: JudgingOptions): Assessment {
  return {
    version: 1,
    system: { inputs: paths, survive, world: {} },
    summary: { resources: 0, functions: 0, failureDomains: 0, lost: 0, unproven: 0, survives: 0, idle: 0 },
    findings: [],
    unproven: [],
    witnesses: [],
    topology: { zones: [], resources: [], dependencies: [], functions: [], domains: [] },
    unknownTypes: {},
    problems: [],
  };
}
