/** The words of a rule that reports join to its findings; `Rule` of lib/assess has them all. */
export interface RuleWords {
  readonly id: string;
  readonly category: string;
  readonly title: string;
  readonly why: string;
  /** How it is decided. */
  readonly how: string;
  /** Which severities its findings have, and when. */
  readonly severity: string;
  /** What it says where a value is not known. */
  readonly unknown: string;
  readonly fix: string;
  /** Addresses of what says so. */
  readonly sources: readonly string[];
}

/** What a report needs besides the assessment. */
export interface ReportContext {
  /** The text of one 1-based line of an input; undefined when there is none. */
  readonly lineOf: (file: string, line: number) => string | undefined;
  readonly rules: readonly RuleWords[];
  readonly colour: boolean;
  /** Columns to wrap at; infinite where nobody looks at a terminal, so that lines stay whole for search and comparison. */
  readonly width: number;
  /** Version of nospof, for formats that name their tool. */
  readonly version: string;
  /** `quiet`: the numbers only. `verbose`: every hop, every finding, what survives and how. Of the text only. */
  readonly detail: 'quiet' | 'normal' | 'verbose';
  /** Address of an input file, where the terminal makes text a link; undefined where it does not. */
  readonly addressOf?: (file: string) => string;
}

/** No colour, no wrapping, no source lines. */
export const PLAIN_CONTEXT: ReportContext = {
  lineOf: () => undefined,
  rules: [],
  colour: false,
  width: Number.POSITIVE_INFINITY,
  version: '',
  detail: 'normal',
};
