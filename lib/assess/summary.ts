import type { Analysis } from '../analysis';
import type { Summary } from '../diagnostics';

/**
 * Numbers over all pairs of function and failure domain.
 *
 * Two kinds of open questions belong to no pair and are counted beside them: a zone that cannot even be named, where
 * every known one is settled, and a type without facts. So nothing is listed as unproven without being counted.
 */
export function summarize({ subjects, functions, idle, model, verdicts }: Analysis): Summary {
  const { lost, unproven, survives } = verdicts.pairs;
  const doubtful = new Set(verdicts.doubts.map((doubt) => doubt.function)).size;
  const opaque = [...subjects].filter(({ facts }) => facts.opaque !== undefined).length;
  const unnamed = Math.max(0, doubtful - unproven);
  return {
    resources: subjects.system.resources.size,
    functions: functions.length,
    failureDomains: model.judged.length,
    lost,
    unproven: unproven + unnamed + subjects.unknownTypes.size + opaque,
    survives: Math.max(0, survives - unnamed),
    idle: idle.length,
  };
}
