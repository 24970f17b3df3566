import type { Analysis } from '../analysis';
import type { Summary } from '../diagnostics';

/** Numbers over all pairs of function and failure domain. */
export function summarize({ subjects, functions, idle, model, verdicts }: Analysis): Summary {
  return {
    resources: subjects.system.resources.size,
    functions: functions.length,
    failureDomains: model.domains.length,
    ...verdicts.pairs,
    idle: idle.length,
  };
}
