/** A place in an input file. Line and column are 1-based; column counts UTF-16 code units. */
export interface Position {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/**
 * Something wrong with the input, the options or the configuration; never a judgement about the architecture.
 *
 * `code` is a stable word in kebab case. `fatal` problems mean that nothing could be judged (exit code 2);
 * the others are printed and the rest is judged.
 */
export interface Problem {
  readonly code: string;
  readonly fatal: boolean;
  /** What was found, with the value; lower case, no final period. */
  readonly message: string;
  /** What was expected and what to do. */
  readonly hint: string;
  readonly at?: Position;
}

/** Carries problems out of a reader or a parser that cannot go on. */
export class InputError extends Error {
  readonly code = 'InputError';
  constructor(readonly problems: readonly Problem[]) {
    super(problems.map((problem) => problem.message).join('; '));
    this.name = 'InputError';
  }
}
