import { type Finding, findingId, type Unproven } from '../../diagnostics';
import type { ReportContext } from '../report-context';
import { renderFinding } from '../text/finding';
import { count, counted, wrap } from '../text/layout';
import { plain } from '../text/plain';
import { renderProblems } from '../text/problem';
import { placeName } from '../text/snippet';
import { type Style, styleFor } from '../text/style';
import { renderUnproven } from '../text/unproven';
import type { ChangeReport, NamedAssessment } from './change-report';

/** Most findings of a list that is not what the reader has to act on. */
const LONGEST_LIST = 10;

/** What a change brings in, in full; what it takes away and what stays, by name; the numbers last. */
export function renderChangeText({ base, head, change, problems }: ChangeReport, context: ReportContext): string {
  const style = styleFor(context);
  const { broughtIn, takenAway, stillThere, acknowledged, unproven } = change;
  const faults = renderProblems(problems, context);
  const functions = head.assessment.summary.functions;
  const blocks = [
    ...(faults === '' ? [] : [faults.trimEnd()]),
    ...(broughtIn.length === 0 ? [] : [style.strong(`brought in: ${counted(broughtIn.length, 'finding')}`)]),
    ...broughtIn.map(({ finding, was }) =>
      [...renderFinding(finding, functions, context), ...(was === undefined ? [] : [`   = was:   ${was}`])].join('\n'),
    ),
    ...renderUnproven(unproven.broughtIn, context).map((lines) => lines.join('\n')),
    ...listOf('taken away', takenAway, style),
    ...listOf('still there', stillThere, style),
    ...listOf('brought in and acknowledged', acknowledged, style),
    renderChangeNumbers({ base, head, change, problems }, context).join('\n'),
  ];
  return `${blocks.join('\n\n')}\n`;
}

/** The last lines: what was compared, and the result, in numbers. */
export function renderChangeNumbers({ base, head, change }: ChangeReport, context: ReportContext): readonly string[] {
  const style = styleFor(context);
  return [verdict(change, style), ...sides(base, head), ...openQuestions(change.unproven)].flatMap((line) =>
    wrapped(line, style),
  );
}

function listOf(title: string, findings: readonly Finding[], style: Style): readonly string[] {
  if (findings.length === 0) return [];
  const rest = findings.length - LONGEST_LIST;
  return [
    [
      style.strong(`${title}: ${counted(findings.length, 'finding')}`),
      ...findings.slice(0, LONGEST_LIST).map((finding) => `  ${lineOf(finding, style)}`),
      ...(rest > 0 ? [`  and ${count(rest)} more`] : []),
    ].join('\n'),
  ];
}

function lineOf(finding: Finding, style: Style): string {
  const accepted = finding.acknowledged ? `   acknowledged: ${plain(finding.acknowledged.reason)}` : '';
  const paint = finding.acknowledged ? style.faint : style.of[finding.severity];
  return `${paint(finding.severity)}  ${plain(findingId(finding))}   ${style.faint(placeName(finding.resource))}${accepted}`;
}

function verdict({ broughtIn, takenAway, stillThere }: ChangeReport['change'], style: Style): string {
  const news = `${count(broughtIn.length)} brought in`;
  const worst = (['error', 'warning', 'info'] as const).find((severity) =>
    broughtIn.some(({ finding }) => finding.severity === severity),
  );
  return `${worst === undefined ? style.good(news) : style.of[worst](news)}, ${count(takenAway.length)} taken away, ${count(stillThere.length)} still there`;
}

function sides(base: NamedAssessment, head: NamedAssessment): readonly string[] {
  return [base, head].map(({ label, assessment: { summary } }, index) => {
    const { resources, functions, survives, lost, unproven } = summary;
    return `${index === 0 ? 'base' : 'head'} ${plain(label)}: ${counted(resources, 'resource')}, ${counted(functions, 'function')}; ${count(survives)} survive, ${count(lost)} lost, ${count(unproven)} unproven`;
  });
}

function openQuestions(unproven: {
  readonly broughtIn: readonly Unproven[];
  readonly takenAway: readonly Unproven[];
  readonly stillThere: readonly Unproven[];
}): readonly string[] {
  const { broughtIn, takenAway, stillThere } = unproven;
  if (broughtIn.length + takenAway.length + stillThere.length === 0) return [];
  return [
    `unproven: ${count(broughtIn.length)} brought in, ${count(takenAway.length)} taken away, ${count(stillThere.length)} still there`,
  ];
}

function wrapped(line: string, style: Style): readonly string[] {
  const [first = '', ...rest] = wrap(line, style.width, 0, 2);
  return [first, ...rest.map((more) => `  ${more}`)];
}
