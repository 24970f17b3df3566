import type { Stack } from '../../model';
import type { Template } from './template';

/** A template, and what the input says about the stack that it is. */
export interface GivenTemplate {
  readonly template: Template;
  readonly stack?: Partial<Pick<Stack, 'name' | 'region' | 'account'>>;
}
