import { type Finding, findingId, type ResourceRef } from '../../diagnostics';
import { codeWords, markdownWords } from '../markdown-words';
import { count, counted } from '../text/layout';
import type { ChangeReport, NamedAssessment } from './change-report';

/** Most rows of a table: a comment on a pull request that nobody scrolls through. */
const MOST_ROWS = 50;

/** A comparison for a comment on a pull request: what it brings in as a table, the rest folded. */
export function renderChangeMarkdown({ base, head, change, problems }: ChangeReport): string {
  const { broughtIn, takenAway, stillThere, acknowledged, unproven } = change;
  const blocks = [
    `### nospof: ${count(broughtIn.length)} brought in, ${count(takenAway.length)} taken away, ${count(stillThere.length)} still there`,
    ...(broughtIn.length === 0
      ? []
      : [
          table(
            ['', 'brought in', 'where', 'fix'],
            broughtIn.map(({ finding, was }) => [
              was === undefined ? finding.severity : `${finding.severity} (was ${was})`,
              `${markdownWords(finding.message)}<br>\`${codeWords(finding.rule)}\``,
              place(finding.resource),
              markdownWords(finding.fix),
            ]),
          ),
        ]),
    ...folded('taken away', takenAway),
    ...folded('still there', stillThere),
    ...folded('brought in and acknowledged', acknowledged),
    ...(unproven.broughtIn.length === 0
      ? []
      : [
          table(
            ['unproven, brought in', 'tell nospof'],
            unproven.broughtIn.map(({ because, tell }) => [markdownWords(because), markdownWords(tell)]),
          ),
        ]),
    ...problems.map(({ message, hint }) => `> ${markdownWords(message)}; ${markdownWords(hint)}`),
    [numbers('base', base), numbers('head', head)].join('<br>\n'),
  ];
  return `${blocks.join('\n\n')}\n`;
}

function folded(title: string, findings: readonly Finding[]): readonly string[] {
  if (findings.length === 0) return [];
  const rows = findings.map((finding) => [
    finding.acknowledged ? `acknowledged: ${markdownWords(finding.acknowledged.reason)}` : finding.severity,
    `\`${codeWords(findingId(finding))}\``,
    place(finding.resource),
  ]);
  return [
    `<details><summary>${title}: ${count(findings.length)}</summary>\n\n${table(['', 'finding', 'where'], rows)}\n\n</details>`,
  ];
}

function table(heads: readonly string[], rows: readonly (readonly string[])[]): string {
  const row = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  const rest = rows.length - MOST_ROWS;
  return [
    row(heads),
    row(heads.map(() => '---')),
    ...rows.slice(0, MOST_ROWS).map(row),
    ...(rest > 0 ? [row(['', `and ${count(rest)} more`, ...heads.slice(2).map(() => '')])] : []),
  ].join('\n');
}

function numbers(side: string, { label, assessment: { summary } }: NamedAssessment): string {
  const { resources, functions, survives, lost, unproven } = summary;
  return `${side} ${markdownWords(label)}: ${counted(resources, 'resource')}, ${counted(functions, 'function')}; ${count(survives)} survive, ${count(lost)} lost, ${count(unproven)} unproven`;
}

function place({ file, line, id, path }: ResourceRef): string {
  return `\`${codeWords(path ?? id)}\`<br>\`${codeWords(line === undefined ? file : `${file}:${line}`)}\``;
}
