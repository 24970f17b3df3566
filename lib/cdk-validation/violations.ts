import type { IPolicyValidationContext, PolicyViolatingResource, PolicyViolation } from 'aws-cdk-lib';
import type { Finding, Problem, ResourceRef, Unproven } from '../diagnostics';
import type { BudgetExceeded } from './time-budget';

/** Rule ids of what the plugin says besides the findings; they can be acknowledged like a rule. */
export const UNPROVEN = 'unproven';
export const STOPPED = 'time-budget-exceeded';

/** A finding in the CDK's words. Its rule id is what `Validations.of(x).acknowledge` takes, behind `NoSpof::`. */
export function fromFinding(finding: Finding, fails: boolean): PolicyViolation {
  const { rule, message, fix, category, severity, scope, recovery, failureDomain, resource } = finding;
  return {
    ruleName: rule,
    description: `${message}${concerned(finding)}`,
    fix,
    // After an acknowledgement the CDK decides anew and counts errors only; what fails the synthesis has to be one.
    severity: fails ? 'error' : severity,
    ruleMetadata: { category, severity, function: finding.function, scope, recovery, failureDomain },
    violatingResources: [inTemplate(resource)],
  };
}

const CONCERNS: Readonly<Record<Finding['category'], string>> = {
  SINGLE_POINT_OF_FAILURE: 'loses',
  SHARED_FATE: 'loses',
  EXCESSIVE_LOAD: 'overloads',
  EXCESSIVE_LATENCY: 'delays',
  MISCONFIGURATION_AND_BUGS: 'affects',
};
/** Longest list of functions in one line of a report. */
const MOST_FUNCTIONS = 5;

/** `; loses serve of Balancer, Api and 3 more`. */
function concerned({ category, function: kind, loses }: Finding): string {
  if (loses.length === 0) return '';
  const rest = loses.length - MOST_FUNCTIONS;
  return `; ${CONCERNS[category]} ${kind} of ${loses.slice(0, MOST_FUNCTIONS).join(', ')}${rest > 0 ? ` and ${rest} more` : ''}`;
}

/** What could not be decided; the fix is what would decide it. */
export function fromUnproven(unproven: Unproven, fails: boolean): PolicyViolation {
  const { because, tell, failureDomain, resource } = unproven;
  return {
    ruleName: UNPROVEN,
    description: `cannot tell whether ${unproven.function} of ${unproven.of} survives: ${because}`,
    fix: tell,
    severity: fails ? 'error' : 'info',
    ruleMetadata: { function: unproven.function, failureDomain },
    violatingResources: [resource === undefined ? NOWHERE : inTemplate(resource)],
  };
}

/** Something about the templates or nospof.yaml that a person should see. */
export function fromProblem({ code, message, hint, at }: Problem, context: IPolicyValidationContext): PolicyViolation {
  const isStack = context.templatePaths.includes(at?.file ?? '');
  const place = at === undefined || isStack ? '' : `${at.file}:${at.line}:${at.column}: `;
  return {
    ruleName: code,
    description: `${place}${message}`,
    fix: hint,
    severity: 'warning',
    violatingResources: [isStack && at !== undefined ? stackOf(at.file, context) : NOWHERE],
  };
}

/** The judging was not finished; nothing is known. */
export function stopped(
  { step, elapsedSeconds }: BudgetExceeded,
  budgetSeconds: number,
  { stackTemplates = [] }: IPolicyValidationContext,
): PolicyViolation {
  const [only, ...others] = stackTemplates;
  const known = only !== undefined && others.length === 0;
  return {
    ruleName: STOPPED,
    description: `nothing was judged: ${elapsedSeconds.toFixed(1)} s of at most ${budgetSeconds} s had passed before ${step}`,
    fix: 'raise budgetSeconds, or judge apart from the synthesis: npx nospof check cdk.out',
    severity: 'warning',
    violatingResources: [known ? { constructPath: only.stackConstructPath, locations: [] } : NOWHERE],
  };
}

/** The CDK finds the construct by template and logical id, in nested stacks too. */
function inTemplate({ id, file }: ResourceRef): PolicyViolatingResource {
  return { resourceLogicalId: id, templatePath: file, locations: [] };
}

function stackOf(file: string, { stackTemplates = [] }: IPolicyValidationContext): PolicyViolatingResource {
  const constructPath = stackTemplates.find(({ templatePath }) => templatePath === file)?.stackConstructPath;
  return constructPath === undefined ? NOWHERE : { constructPath, locations: [] };
}

/** The app itself: its path is empty. A violation without any place would not be printed. */
const NOWHERE: PolicyViolatingResource = { constructPath: '', locations: [] };
