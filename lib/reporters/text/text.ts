import type { Assessment } from '../../diagnostics';
import type { ReportContext } from '../report-context';
import { renderFinding } from './finding';
import { renderProblems } from './problem';
import { renderSummary } from './summary';
import { renderUnproven } from './unproven';

/**
 * The report for people: problems of the input, findings, what is unproven, and the numbers last, where a terminal
 * ends. Acknowledged findings are named in the numbers only.
 */
export function renderText(assessment: Assessment, context: ReportContext): string {
  const { findings, summary } = assessment;
  const problems = renderProblems(assessment.problems, context);
  const blocks = [
    ...(problems === '' ? [] : [problems.trimEnd()]),
    ...findings
      .filter((finding) => !finding.acknowledged)
      .map((finding) => renderFinding(finding, summary.functions, context).join('\n')),
    ...renderUnproven(assessment.unproven, context).map((lines) => lines.join('\n')),
    renderSummary(assessment, context).join('\n'),
  ];
  return `${blocks.join('\n\n')}\n`;
}
