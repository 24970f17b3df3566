import type { FailOn, OwnFacts } from '../config';
import type { Scope } from '../diagnostics';

/** How the plugin judges. */
export interface NoSpofProps {
  /**
   * The level that must survive.
   * @default - what nospof.yaml says, or zone
   */
  readonly survive?: Scope;
  /**
   * What fails the synthesis, each with all that stands before it: `error`, `warning`, `unproven`.
   * @default - what nospof.yaml says, or error
   */
  readonly failOn?: FailOn;
  /**
   * Longest time for judging, in seconds. When it is used up, the plugin stops before its next step, says so in a warning,
   * and lets the synthesis pass.
   * @default 10
   */
  readonly budgetSeconds?: number;
  /**
   * Path of nospof.yaml.
   * @default - ./nospof.yaml, where there is one
   */
  readonly config?: string;
  /**
   * Facts about resource types, as under `facts` in nospof.yaml; they win over the file. The report names those it used.
   * @default - none
   */
  readonly facts?: OwnFacts;
  /**
   * `false` switches the plugin off; so do the context value `nospof:enabled=false` and the variable `NOSPOF=off`.
   * @default true
   */
  readonly enabled?: boolean;
}
