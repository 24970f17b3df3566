import type { Template } from './template';

/** A template, and what the input says about the stack that it is. */
export interface GivenTemplate {
  readonly template: Template;
  readonly stack?: StackIdentity;
  /** The input says that other templates instantiate it: never a stack on its own. */
  readonly nested?: boolean;
}

/** What a cloud assembly fixes about a stack. */
export interface StackIdentity {
  /** Name in the report; the file's name by default. */
  readonly name?: string;
  /** The name it is deployed under, where that is known. */
  readonly deployedName?: string;
  readonly region?: string;
  readonly account?: string;
}
