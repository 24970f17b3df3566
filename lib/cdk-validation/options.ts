import { existsSync } from 'node:fs';
import type { Config, FailOn } from '../config';
import { didYouMean, InputError, type Scope } from '../diagnostics';
import type { NoSpofProps } from './props';

/** The file that is read without being named, as on the command line. */
const DEFAULT_CONFIG_FILE = 'nospof.yaml';

/** What was asked for, checked and joined with nospof.yaml and the defaults. */
export interface Options {
  readonly survive: Scope;
  readonly failOn: FailOn;
  readonly config: Config;
}

/**
 * Property over nospof.yaml over default.
 *
 * @throws {InputError} a value that is not one of the words, or a faulty nospof.yaml
 */
export function checkedOptions(props: NoSpofProps): Options {
  const { EMPTY_CONFIG, FAIL_ON, readConfig, SCOPES, withFacts } = require('../config') as typeof import('../config');
  const file = props.config ?? (existsSync(DEFAULT_CONFIG_FILE) ? DEFAULT_CONFIG_FILE : undefined);
  const config = withFacts(file === undefined ? EMPTY_CONFIG : readConfig(file), props.facts);
  return {
    survive: oneOf('survive', props.survive ?? config.survive ?? 'zone', SCOPES),
    failOn: oneOf('failOn', props.failOn ?? config.failOn ?? 'error', FAIL_ON),
    config,
  };
}

function oneOf<Word extends string>(name: string, found: string, words: readonly Word[]): Word {
  const word = words.find((candidate) => candidate === found);
  if (word !== undefined) return word;
  const message = `${name} is "${found}"${didYouMean(found, words)}`;
  throw new InputError([{ code: 'unknown-value', fatal: true, message, hint: `expected one of ${words.join(', ')}` }]);
}

/** The budget in seconds. @throws {Error} it is no time */
export function checkedBudget({ budgetSeconds = 10 }: NoSpofProps): number {
  if (budgetSeconds > 0) return budgetSeconds;
  throw new Error(
    `budgetSeconds is ${budgetSeconds}; expected seconds above 0; to switch the plugin off use "enabled: false" or NOSPOF=off`,
  );
}
