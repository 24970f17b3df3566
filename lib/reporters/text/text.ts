import { type Assessment, type Finding, findingId, type Severity } from '../../diagnostics';
import { append } from '../../multimap';
import type { ReportContext } from '../report-context';
import { renderFinding } from './finding';
import { count } from './layout';
import { plain } from './plain';
import { renderProblems } from './problem';
import { renderSummary } from './summary';
import { renderSurvivals } from './survivals';
import { renderUnproven } from './unproven';

/**
 * The report for people: problems of the input, findings by weight and rule, what is unproven, and the numbers last,
 * where a terminal ends. Acknowledged findings are named in the numbers only.
 */
export function renderText(assessment: Assessment, context: ReportContext): string {
  const numbers = renderSummary(assessment, context).join('\n');
  if (context.detail === 'quiet') return `${numbers}\n`;
  const problems = renderProblems(assessment.problems, context);
  const blocks = [
    ...(problems === '' ? [] : [problems.trimEnd()]),
    ...groupsOf(assessment.findings.filter((finding) => !finding.acknowledged)).flatMap((group) =>
      renderGroup(group, assessment, context),
    ),
    ...renderUnproven(assessment.unproven, context).map((lines) => lines.join('\n')),
    ...(context.detail === 'verbose' ? renderSurvivals(assessment, context) : []),
    numbers,
    ...nextStep(assessment),
  ];
  return `${blocks.join('\n\n')}\n`;
}

/** Findings of one rule and weight that are shown; a rule that finds hundreds has made its point. */
const MOST_ALIKE = 20;

const WEIGHTS: readonly Severity[] = ['error', 'warning', 'info'];

/** Findings of one weight, rule, repair and source; the heaviest first, and each group where its first finding stands. */
function groupsOf(findings: readonly Finding[]): readonly (readonly Finding[])[] {
  const groups = new Map<string, Finding[]>();
  for (const finding of findings) {
    const key = [finding.severity, finding.rule, finding.fix, finding.source].join('\u0000');
    append(groups, key, finding);
  }
  const weightOf = (group: readonly Finding[]) => WEIGHTS.indexOf(group[0]?.severity ?? 'info');
  return [...groups.values()].sort((a, b) => weightOf(a) - weightOf(b));
}

function renderGroup(group: readonly Finding[], { summary }: Assessment, context: ReportContext): readonly string[] {
  const shown = context.detail === 'verbose' ? group : group.slice(0, MOST_ALIKE);
  const rest = group.length - shown.length;
  const blocks = shown.map((finding, index) => renderFinding(finding, summary.functions, context, index > 0).join('\n'));
  return rest > 0 ? [...blocks, `and ${count(rest)} more of ${group[0]?.rule}; --verbose shows them`] : blocks;
}

/** Which command shows the proof of the first finding; the inputs only while the line stays one a person would copy. */
function nextStep({ findings, system }: Assessment): readonly string[] {
  const open = findings.filter((finding) => !finding.acknowledged);
  const finding = open.find((candidate) => candidate.severity === 'error') ?? open[0];
  if (!finding) return [];
  const paths = system.inputs.length > 2 ? 'PATH...' : system.inputs.join(' ');
  return [plain(`hop by hop: nospof explain ${findingId(finding)} ${paths}`)];
}
