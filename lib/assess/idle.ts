import { type Analysis, whyIdle } from '../analysis';
import type { Idle } from '../diagnostics';
import { resourceRef } from './finding';

/** What no function uses, in the order in which it was found. */
export function toIdle(analysis: Analysis): readonly Idle[] {
  return analysis.idle.map((subject) => {
    const because = whyIdle(analysis, subject);
    return { resource: resourceRef(subject, analysis.subjects.system), ...(because === undefined ? {} : { because }) };
  });
}
