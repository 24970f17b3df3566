import { existsSync } from 'node:fs';
import {
  type Baseline,
  type Config,
  EMPTY_CONFIG,
  FAIL_ON,
  type FailOn,
  PACKS,
  readBaseline,
  readConfig,
  SCOPES,
} from '../config';
import { didYouMean, type Scope } from '../diagnostics';
import { FORMATS, type Format, type ReportContext } from '../reporters';
import { usageError } from './usage-error';

/** Options of `check` as commander leaves them: texts. */
export interface RawCheckOptions {
  readonly survive?: string;
  readonly format?: string;
  readonly output?: string;
  readonly parameter?: readonly string[];
  readonly region?: string;
  readonly worlds?: string;
  readonly failOn?: string;
  readonly config?: string;
  readonly pack?: readonly string[];
  readonly baseline?: string;
  readonly writeBaseline?: string;
  readonly fixPlan?: boolean;
  readonly quiet?: boolean;
  readonly verbose?: boolean;
}

/** What is judged, how, and where the report goes; joined with nospof.yaml and the defaults. */
export interface JudgingOptions {
  readonly survive: Scope;
  readonly output?: string;
  readonly parameters: Record<string, string>;
  readonly region?: string;
  readonly worlds: 'default' | 'all';
  readonly failOn: FailOn;
  readonly config?: Config;
  /** Look for the edit that repairs each finding. */
  readonly repairs: boolean;
}

/** Options of `check`. */
export interface CheckOptions extends JudgingOptions {
  readonly format: Format;
  readonly baseline?: Baseline;
  /** File to write the baseline to. */
  readonly writeBaseline?: string;
  readonly detail: ReportContext['detail'];
}

export const DEFAULT_CONFIG_FILE = 'nospof.yaml';
const WORLDS = ['default', 'all'] as const;

/** Option over nospof.yaml over default. @throws {InputError} a value that is not one of the words, or a faulty nospof.yaml */
export function checkOptions(raw: RawCheckOptions): CheckOptions {
  const format = oneOf('--format', raw.format ?? 'text', Object.keys(FORMATS) as Format[]);
  if (raw.fixPlan === true && format !== 'text' && format !== 'json') {
    usageError('unknown-value', `--fix-plan goes with --format text or json, not ${format}`, 'leave one of them out');
  }
  return {
    ...judgingOptions(raw),
    format,
    detail: detailOf(raw),
    ...(raw.baseline !== undefined && { baseline: readBaseline(raw.baseline) }),
    ...(raw.writeBaseline !== undefined && { writeBaseline: raw.writeBaseline }),
  };
}

function detailOf({ quiet, verbose }: RawCheckOptions): ReportContext['detail'] {
  if (quiet === true && verbose === true) {
    usageError('conflicting-options', '--quiet and --verbose are both given', 'leave one of them out');
  }
  return quiet === true ? 'quiet' : verbose === true ? 'verbose' : 'normal';
}

/** The options that are not about the form of the report. @throws {InputError} as {@link checkOptions} */
export function judgingOptions(raw: RawCheckOptions): JudgingOptions {
  const survive = raw.survive === undefined ? undefined : oneOf('--survive', raw.survive, SCOPES);
  const failOn = raw.failOn === undefined ? undefined : oneOf('--fail-on', raw.failOn, FAIL_ON);
  const worlds = oneOf('--worlds', raw.worlds ?? 'default', WORLDS);
  const parameters = Object.fromEntries((raw.parameter ?? []).map(parameter));
  const file = raw.config ?? (existsSync(DEFAULT_CONFIG_FILE) ? DEFAULT_CONFIG_FILE : undefined);
  const config = withPacks(file === undefined ? undefined : readConfig(file), raw.pack ?? []);
  return {
    survive: survive ?? config?.survive ?? 'zone',
    failOn: failOn ?? config?.failOn ?? 'error',
    worlds,
    parameters,
    repairs: raw.fixPlan === true,
    ...(raw.output !== undefined && { output: raw.output }),
    ...(raw.region !== undefined && { region: raw.region }),
    ...(config && { config }),
  };
}

/** The packs of the command line beside those of nospof.yaml. */
function withPacks(config: Config | undefined, typed: readonly string[]): Config | undefined {
  if (typed.length === 0) return config;
  const packs = [...(config?.packs ?? []), ...typed.map((word) => oneOf('--pack', word, PACKS))];
  return { ...(config ?? EMPTY_CONFIG), packs: [...new Set(packs)] };
}

/** The word that was typed, when it is one of the words allowed. */
export function oneOf<Word extends string>(option: string, typed: string, words: readonly Word[]): Word {
  const word = words.find((candidate) => candidate === typed);
  if (word !== undefined) return word;
  return usageError('unknown-value', `${option} is "${typed}"${didYouMean(typed, words)}`, `expected one of ${words.join(', ')}`);
}

function parameter(text: string): readonly [string, string] {
  const equals = text.indexOf('=');
  if (equals > 0) return [text.slice(0, equals), text.slice(equals + 1)];
  return usageError('unknown-value', `--parameter is "${text}"`, 'expected NAME=VALUE, such as --parameter Stage=PROD');
}
