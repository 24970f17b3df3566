import type { ReadOptions, System } from '../model';
import { evaluateTemplates } from './cloudformation/evaluate-templates';
import type { GivenTemplate } from './cloudformation/given-template';
import { problemLog } from './problem-log';
import type { SourceTexts } from './source-text';

/**
 * Evaluates parsed templates and makes them a system: what every way of reading ends with.
 *
 * @param inputs - what the report calls the input
 * @throws {InputError} references in a circle, or beyond the limits
 */
export function evaluateSystem(
  inputs: readonly string[],
  templates: readonly GivenTemplate[],
  texts: SourceTexts,
  options: ReadOptions,
): System {
  const problems = problemLog(texts);
  let evaluated: ReturnType<typeof evaluateTemplates>;
  try {
    evaluated = evaluateTemplates(templates, options, problems);
  } catch (error) {
    // The evaluator counts its depth; what a crowded process leaves of the stack may be less still.
    if (!(error instanceof RangeError)) throw error;
    const hint = 'refer more directly, or write the values out';
    return problems.fail('nesting-too-deep', 'references and functions nest too deep', hint);
  }
  return {
    inputs: [...inputs],
    ...evaluated,
    world: {
      ...options.parameters,
      ...Object.fromEntries(Object.entries(options.conditions ?? {}).map(([name, truth]) => [name, String(truth)])),
    },
    problems: problems.all(),
    locate: (source) => texts.locate(source),
    lineOf: (file, line) => texts.lineOf(file, line),
  };
}
