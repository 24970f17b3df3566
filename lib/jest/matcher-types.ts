import type {} from 'expect';
import type { Scope } from '../diagnostics';
import type { MatcherOptions, NoSinglePointOfFailureOptions } from './options';

/** The matchers as a test calls them. */
export interface NospofMatchers<R> {
  /**
   * Passes when it is proven that the loss of any component or failure domain up to `scope` takes no function away:
   * no open finding that is an error or a warning, whatever its category, and nothing unproven. Findings of severity
   * info (administration, auxiliaries) do not count. With `.not` it passes only when something is lost or weakened;
   * what is unproven is neither.
   *
   * @param scope - `component`, `zone` (the default), `region` or `provider`
   */
  toSurvive(scope?: Scope, options?: MatcherOptions): R;
  /**
   * Passes when no single point of failure is found: no open finding of that category that is an error or a warning. A
   * group that can shrink to one and a NAT gateway shared by zones are such warnings. Doubts do not count unless
   * `unproven` says so: `toSurvive` is the matcher that demands a proof.
   */
  toHaveNoSinglePointOfFailure(options?: NoSinglePointOfFailureOptions): R;
}

declare global {
  namespace jest {
    interface Matchers<R, T> extends NospofMatchers<R> {}
  }
}

declare module 'expect' {
  interface Matchers<R extends void | Promise<void>, T> extends NospofMatchers<R> {}
}
