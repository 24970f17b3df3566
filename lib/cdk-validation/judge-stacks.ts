import type { IPolicyValidationContext, PolicyValidationPluginReport } from 'aws-cdk-lib';
import type { Assessment } from '../diagnostics';
import { InputError } from '../diagnostics';
import type { StackTemplate } from '../readers';
import type { Host } from './host';
import { checkedOptions, type Options } from './options';
import type { NoSpofProps } from './props';
import { BudgetExceeded, timeBudget } from './time-budget';
import { toReport } from './to-report';
import { unusedAcknowledgements } from './unused-acknowledgements';
import { stopped } from './violations';

/**
 * Judges the stacks of one call as one system, within the budget.
 *
 * @throws {Error} with everything that is wrong with options, nospof.yaml or templates, each with its place; or with the
 * defect that ended the judging
 */
export function judgeStacks(
  context: IPolicyValidationContext,
  props: NoSpofProps,
  budgetSeconds: number,
  host: Host,
): PolicyValidationPluginReport {
  const beforeStep = timeBudget(budgetSeconds, host);
  try {
    const options = checkedOptions(props);
    const assessment = judge(stacksOf(context), options, beforeStep, host);
    return toReport(assessment, options.failOn, context, unusedAcknowledgements(context, assessment));
  } catch (error) {
    if (error instanceof BudgetExceeded) return { success: true, violations: [stopped(error, budgetSeconds, context)] };
    if (error instanceof InputError) throw new Error(inOneText(error));
    // Nothing is known then, and silence would look like a proof: the CDK fails the synthesis with this message.
    const what = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
    const way = 'NOSPOF=off switches the plugin off until it is mended';
    throw new Error(`defect of nospof, not of your app: ${what}; ${way}`, { cause: error });
  }
}

/** The engine is loaded here, so that a plugin that is switched off costs nothing. */
function judge(stacks: readonly StackTemplate[], options: Options, beforeStep: (step: string) => void, host: Host): Assessment {
  const { survive, config } = options;
  const { ASSUMED_REGION, judgeSystem, RULES } = require('../assess') as typeof import('../assess');
  const { readStacks } = require('../readers') as typeof import('../readers');
  const { acknowledge } = require('../config') as typeof import('../config');
  const system = readStacks(stacks, { assumedRegion: ASSUMED_REGION }, (file) => beforeStep(`reading ${file}`));
  const assessment = judgeSystem(system, { survive, config, brief: true }, (step) =>
    beforeStep(`${step}, ${system.resources.size} resources`),
  );
  return acknowledge(assessment, config, { today: host.today(), rules: RULES.map((rule) => rule.id) });
}

/** Region and account stand in the manifest; what the CDK says of them serves templates without one. */
function stacksOf({ templatePaths, stackTemplates = [] }: IPolicyValidationContext): readonly StackTemplate[] {
  const byFile = new Map(stackTemplates.map((stack) => [stack.templatePath, stack]));
  return [...new Set(templatePaths)].map((file): StackTemplate => {
    const { region, accountId: account } = byFile.get(file) ?? {};
    return { file, ...(region !== undefined && { region }), ...(account !== undefined && { account }) };
  });
}

function inOneText({ problems }: InputError): string {
  return problems
    .map(({ message, hint, at }) => {
      const place = at === undefined ? '' : `${at.file}:${at.line}:${at.column}: `;
      return `${place}${message}; ${hint}`;
    })
    .join('\n');
}
