import { openFindings } from '../assess';
import { SCOPES } from '../config';
import type { Assessment, Finding, Scope } from '../diagnostics';
import { type Judged, judged } from './judged';
import { explainFailure, explainPass, type Objections } from './messages';
import type { MatcherOptions, NoSinglePointOfFailureOptions } from './options';

/** What `expect` hands to a matcher, as far as it is used. */
interface MatcherContext {
  readonly isNot?: boolean;
}

interface MatcherResult {
  readonly pass: boolean;
  readonly message: () => string;
}

/** For `expect.extend(matchers)`, where importing is not enough. */
export const matchers = {
  /** @see NospofMatchers.toSurvive */
  toSurvive(this: MatcherContext, received: unknown, scope: Scope = 'zone', options: MatcherOptions = {}): MatcherResult {
    const judgement = judged(received, scope, options);
    const findings = weighty(judgement.assessment);
    const isEmpty = judgement.assessment.summary.functions === 0;
    const domains = (link: string) => spoken(SCOPES.slice(0, SCOPES.indexOf(scope) + 1), link);
    const words = {
      promise: `to survive the loss of ${domains('and')}`,
      opposite: `not to survive the loss of ${domains('or')}`,
    };
    return result(this, judgement, words, { findings, isEmpty, ...questions(judgement, options.unproven ?? 0) });
  },

  /** @see NospofMatchers.toHaveNoSinglePointOfFailure */
  toHaveNoSinglePointOfFailure(
    this: MatcherContext,
    received: unknown,
    options: NoSinglePointOfFailureOptions = {},
  ): MatcherResult {
    const judgement = judged(received, options.level ?? 'zone', options);
    const findings = weighty(judgement.assessment).filter(({ category }) => category === 'SINGLE_POINT_OF_FAILURE');
    const words = { promise: 'to have no single point of failure', opposite: 'to have a single point of failure' };
    const open = questions(judgement, options.unproven ?? Number.POSITIVE_INFINITY);
    return result(this, judgement, words, { findings, isEmpty: false, ...open });
  },
};

/** `any component, any zone and any region`. */
function spoken(levels: readonly Scope[], link: string): string {
  const words = levels.map((level) => `any ${level}`);
  const last = words.pop();
  return words.length === 0 ? `${last}` : `${words.join(', ')} ${link} ${last}`;
}

/** Losing what helps to operate, or what only makes things faster, degrades and does not stop. */
function weighty(assessment: Assessment): readonly Finding[] {
  return openFindings(assessment).filter(({ severity }) => severity !== 'info');
}

/** Open questions at the level that was asked for, counted as the report counts them. */
function questions({ assessment }: Judged, mostUnproven: number): Pick<Objections, 'unproven' | 'mostUnproven'> {
  const { summary, system, unproven } = assessment;
  const aboutZones = unproven.filter(({ failureDomain }) => /\bzone\b/.test(failureDomain)).length;
  const open = system.survive === 'component' ? unproven.length - aboutZones : Math.max(summary.unproven, unproven.length);
  return { unproven: open, mostUnproven };
}

/** How a message says what was expected, without and with `.not`. */
interface Words {
  readonly promise: string;
  readonly opposite: string;
}

/** Three answers in a frame of two: proven passes, refuted passes with `.not`, and what is neither passes nowhere. */
function result({ isNot }: MatcherContext, judgement: Judged, words: Words, objections: Objections): MatcherResult {
  const { findings, unproven, mostUnproven, isEmpty } = objections;
  const pass = findings.length === 0 && (isNot === true || (unproven <= mostUnproven && !isEmpty));
  const message = pass
    ? () => explainPass(judgement, words.opposite, objections)
    : () => explainFailure(judgement, words.promise, objections);
  return { pass, message };
}
