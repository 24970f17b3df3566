/**
 * Jest matchers: `expect(stack).toSurvive('zone')` and `expect(stack).toHaveNoSinglePointOfFailure()`.
 * Importing this folder adds them to `expect`, as `setupFilesAfterEnv: ['nospof/jest']` does. Knows what a test may hold
 * in its hands and how a failure reads; nothing of services or architectures. Start with `matchers.ts`.
 */

import './matcher-types';
import { matchers } from './matchers';

export type { NospofMatchers } from './matcher-types';
export type { MatcherOptions, NoSinglePointOfFailureOptions } from './options';
export { matchers };

// Where a runner does not put `expect` among the globals: `expect.extend(matchers)`.
(globalThis as { readonly expect?: { extend?: (added: typeof matchers) => void } }).expect?.extend?.(matchers);
