import { InputError, type Problem } from '../diagnostics';
import type { Source } from '../model';
import type { SourceTexts } from './source-text';

/** Of one kind in one file; the rest is counted. */
const mostAlike = 20;

/** Collects what is wrong with the inputs while they are read. */
export interface ProblemLog {
  /** Something that leaves the rest to be judged; repeated words are kept once. */
  warn(code: string, message: string, hint: string, source?: Source): void;
  /** Something that ends the reading of a file. */
  fail(code: string, message: string, hint: string, source?: Source): never;
  all(): readonly Problem[];
}

export function problemLog(texts: SourceTexts): ProblemLog {
  const problems = new Map<string, Problem>();
  const counts = new Map<string, number>();
  const problem = (code: string, fatal: boolean, message: string, hint: string, source?: Source): Problem => {
    const at = source && nearest(texts, source);
    return { code, fatal, message, hint, ...(at && { at }) };
  };
  return {
    warn: (code, message, hint, source) => {
      const key = `${code} ${source?.file ?? ''} ${message}`;
      const kind = `${code} ${source?.file ?? ''}`;
      if (problems.has(key)) return;
      const count = (counts.get(kind) ?? 0) + 1;
      counts.set(kind, count);
      if (count <= mostAlike) problems.set(key, problem(code, false, message, hint, source));
    },
    fail: (code, message, hint, source) => {
      throw new InputError([problem(code, true, message, hint, source)]);
    },
    all: () => [...problems.values()],
  };
}

/** The place itself, or the nearest one around it that stands in the file. */
function nearest(texts: SourceTexts, { file, path }: Source): Problem['at'] {
  for (let length = path.length; length >= 0; length -= 1) {
    const at = texts.locate({ file, path: path.slice(0, length) });
    if (at !== undefined) return at;
  }
  return undefined;
}
