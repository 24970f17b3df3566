import { judgeSystem, RULES } from '../assess';
import { acknowledge, EMPTY_CONFIG, readConfig, SCOPES, withFacts } from '../config';
import { type Assessment, didYouMean, InputError, type Scope } from '../diagnostics';
import { PLAIN_CONTEXT, renderProblems } from '../reporters';
import type { MatcherOptions } from './options';
import { readSubject, type Subject } from './subject';

/** What was judged, and how messages call it. */
export interface Judged extends Omit<Subject, 'system'> {
  readonly assessment: Assessment;
}

/**
 * Judges what a test holds.
 *
 * @throws {TypeError} something that cannot be judged, or a level that is none
 * @throws {Error} with everything that is wrong with the template or nospof.yaml, each with its place
 */
export function judged(received: unknown, survive: Scope, options: MatcherOptions): Judged {
  if (!SCOPES.includes(survive)) {
    throw new TypeError(`the level is "${survive}"${didYouMean(survive, SCOPES)}; expected one of ${SCOPES.join(', ')}`);
  }
  const { parameters = {} } = options;
  try {
    const config = withFacts(options.config === undefined ? EMPTY_CONFIG : readConfig(options.config), options.facts);
    const { system, ...subject } = readSubject(received, { parameters });
    const assessment = judgeSystem(system, { survive, config, brief: true });
    const today = new Date().toISOString().slice(0, 10);
    return { ...subject, assessment: acknowledge(assessment, config, { today, rules: RULES.map(({ id }) => id) }) };
  } catch (error) {
    if (error instanceof InputError) throw new Error(renderProblems(error.problems, PLAIN_CONTEXT).trimEnd());
    throw error;
  }
}
