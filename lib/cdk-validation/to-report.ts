import type { IPolicyValidationContext, PolicyValidationPluginReport, PolicyViolation } from 'aws-cdk-lib';
import type { FailOn } from '../config';
import type { Assessment, Severity, Unproven } from '../diagnostics';
import { fromFinding, fromProblem, fromUnproven } from './violations';

/** Causes shown while nothing depends on them; a value that is not known often leaves many pairs open. */
const MOST_CAUSES = 5;

const FAILING: Readonly<Record<FailOn, readonly Severity[]>> = {
  error: ['error'],
  warning: ['error', 'warning'],
  unproven: ['error', 'warning'],
};

/** An assessment as the report of a plugin: what fails the synthesis is an error, and there is no other error. */
export function toReport(
  assessment: Assessment,
  failOn: FailOn,
  context: IPolicyValidationContext,
  hints: readonly PolicyViolation[],
): PolicyValidationPluginReport {
  const { openFindings } = require('../assess') as typeof import('../assess');
  const violations = merged([
    ...openFindings(assessment).map((finding) => fromFinding(finding, FAILING[failOn].includes(finding.severity))),
    ...unproven(
      assessment.unproven.filter(({ acknowledged }) => acknowledged === undefined),
      failOn === 'unproven',
    ),
    ...assessment.problems.map((problem) => fromProblem(problem, context)),
    ...hints,
  ]);
  const { resources, functions, failureDomains, survives, lost } = assessment.summary;
  return {
    success: violations.every(({ severity }) => severity !== 'error'),
    violations,
    metadata: {
      judged: `${resources} resources, ${functions} functions under the loss of ${failureDomains} failure domains`,
      verdicts: `${survives} survive, ${lost} lost, ${assessment.summary.unproven} unproven`,
    },
  };
}

/** One violation per cause. Where they fail the synthesis each is shown, because each has to be settled. */
function unproven(entries: readonly Unproven[], fails: boolean): readonly PolicyViolation[] {
  const causes = [...new Map(entries.map((entry) => [`${entry.because}\u0000${entry.tell}`, entry])).values()];
  const shown = fails ? causes : causes.slice(0, MOST_CAUSES);
  const violations = shown.map((entry) => fromUnproven(entry, fails));
  const rest = causes.length - shown.length;
  const last = violations.at(-1);
  if (rest === 0 || last === undefined) return violations;
  const more = { ...last, description: `${last.description}; and ${rest} more of the kind: npx nospof check cdk.out lists them` };
  return [...violations.slice(0, -1), more];
}

/** Violations that say the same become one with several resources, in the order in which each first appears. */
function merged(violations: readonly PolicyViolation[]): PolicyViolation[] {
  const groups = new Map<string, PolicyViolation>();
  for (const violation of violations) {
    const key = [violation.ruleName, violation.severity, violation.description, violation.fix].join('\u0000');
    const group = groups.get(key);
    // The CDK writes into the places it is given, so that each needs an object of its own.
    const places = violation.violatingResources.map((place) => ({ ...place }));
    if (group === undefined) groups.set(key, { ...violation, violatingResources: places });
    else group.violatingResources.push(...places);
  }
  return [...groups.values()];
}
