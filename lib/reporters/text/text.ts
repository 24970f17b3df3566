import { type Assessment, findingId } from '../../diagnostics';
import type { ReportContext } from '../report-context';
import { renderFinding } from './finding';
import { plain } from './plain';
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
    ...nextStep(assessment),
  ];
  return `${blocks.join('\n\n')}\n`;
}

/** Which command shows the proof of the first finding; the inputs only while the line stays one a person would copy. */
function nextStep({ findings, system }: Assessment): readonly string[] {
  const open = findings.filter((finding) => !finding.acknowledged);
  const finding = open.find((candidate) => candidate.severity === 'error') ?? open[0];
  if (!finding) return [];
  const paths = system.inputs.length > 2 ? 'PATH...' : system.inputs.join(' ');
  return [plain(`hop by hop: nospof explain ${findingId(finding)} ${paths}`)];
}
