import type { OwnFacts } from '../config';
import type { Scope } from '../diagnostics';

/** What both matchers take. */
export interface MatcherOptions {
  /**
   * Most questions that may stay open. 0 demands a proof; `Infinity` takes what is not refuted.
   * @default - 0 for toSurvive, Infinity for toHaveNoSinglePointOfFailure
   */
  readonly unproven?: number;
  /**
   * Path of a nospof.yaml; none is read unless it is named.
   * @default - none
   */
  readonly config?: string;
  /**
   * Facts about resource types, as under `facts` in nospof.yaml; they win over the file. The report names those it used.
   * @default - none
   */
  readonly facts?: OwnFacts;
  /**
   * Values of parameters of the templates, by name.
   * @default - the defaults of the templates
   */
  readonly parameters?: Readonly<Record<string, string>>;
}

/** What toHaveNoSinglePointOfFailure takes. */
export interface NoSinglePointOfFailureOptions extends MatcherOptions {
  /**
   * The largest failure domain that is a point.
   * @default 'zone'
   */
  readonly level?: Scope;
}
