import { type Assessment, type Finding, findingId, type ResourceRef } from '../diagnostics';
import { nothingJudged, nothingToFail } from './closing-words';
import { escapeMarkup } from './escape';
import { codeWords, markdownWords, withoutLinks } from './markdown-words';
import type { ReportContext } from './report-context';
import { count, counted, duration } from './text/layout';
import { becauseOf, type Cause, openCausesOf, openWords, tellsOf } from './unproven-causes';

/** GitHub takes 65,536 characters in a comment; the rest of a longer report is counted, not shown. */
const MOST_CHARACTERS = 60_000;

/** A comment for a pull request: the verdict and a table first, each finding folded with its path and fix. */
export function renderMarkdown(assessment: Assessment, { rules }: ReportContext): string {
  const open = assessment.findings.filter(({ acknowledged }) => acknowledged === undefined);
  const accepted = assessment.findings.filter(({ acknowledged }) => acknowledged !== undefined);
  const bySeverity = (['error', 'warning', 'info'] as const).flatMap((severity) =>
    open.filter((finding) => finding.severity === severity),
  );
  const foot = footOf(assessment, accepted);
  const blocks = [`### nospof: ${headline(assessment, open)}`];
  let left = MOST_CHARACTERS - foot.join('\n\n').length;
  const parts = [...bySeverity.map((finding) => folded(finding, rules)), ...openCausesOf(assessment.unproven).map(question)];
  for (const [index, part] of parts.entries()) {
    left -= part.length + 2;
    if (left < 0) {
      blocks.push(`… and ${count(parts.length - index)} more; \`nospof check --format html\` shows them all`);
      break;
    }
    blocks.push(part);
  }
  return `${[...blocks, ...foot].join('\n\n')}\n`;
}

function headline(assessment: Assessment, open: readonly Finding[]): string {
  const { summary, unproven } = assessment;
  if (summary.functions === 0 && open.length === 0) return nothingJudged(assessment);
  const number = (severity: Finding['severity']) => open.filter((finding) => finding.severity === severity).length;
  const questions = openCausesOf(unproven).length;
  const parts = [
    ...(number('error') > 0 ? [counted(number('error'), 'error')] : []),
    ...(number('warning') > 0 ? [counted(number('warning'), 'warning')] : []),
    ...(number('info') > 0 ? [`${count(number('info'))} info`] : []),
    ...(questions > 0 ? [openWords(summary.unproven, unproven)] : []),
  ];
  return parts.length > 0 ? parts.join(', ') : 'no findings';
}

const SIGNS: Readonly<Record<Finding['severity'], string>> = { error: '🔴', warning: '🟠', info: '🔵' };

function folded(
  finding: Finding,
  rules: readonly { readonly id: string; readonly why: string; readonly sources: readonly string[] }[],
): string {
  const words = rules.find(({ id }) => id === finding.rule);
  const { evidence, world } = finding;
  const source = finding.source ?? words?.sources[0];
  const rows = [
    `**Fix:** ${markdownWords(finding.fix)}`,
    lossOf(finding),
    ...(evidence.length === 0
      ? []
      : [
          `Path:\n${evidence.map((hop) => `1. \`${codeWords(hop.from)}\` → \`${codeWords(hop.to)}\`: ${markdownWords(hop.because)}${hop.file === undefined ? '' : ` (\`${codeWords(place(hop.file, hop.line))}\`)`}`).join('\n')}`,
        ]),
    ...(Object.keys(world).length === 0
      ? []
      : [
          `With ${Object.entries(world)
            .map(([name, value]) => `\`${codeWords(`${name}=${value}`)}\``)
            .join(', ')}`,
        ]),
    ...(words === undefined ? [] : [`Why: ${markdownWords(words.why)}${source === undefined ? '' : ` ([source](<${source}>))`}`]),
    `\`${codeWords(findingId(finding))}\``,
  ];
  const sign = `${SIGNS[finding.severity]} <b>${finding.severity}</b>`;
  return `<details><summary>${sign} ${summaryWords(finding.message)}<br>${resourceCode(finding.resource)}</summary>\n\n${rows.join('\n\n')}\n\n</details>`;
}

function lossOf({ category, effect, function: offered, loses, failureDomain, recovery, recoverySeconds }: Finding): string {
  const names = loses.slice(0, MOST_NAMES).map((name) => `\`${codeWords(name)}\``);
  const rest = loses.length > MOST_NAMES ? ` and ${count(loses.length - MOST_NAMES)} more` : '';
  const word =
    effect === 'degraded'
      ? 'Degrades'
      : category === 'SINGLE_POINT_OF_FAILURE' || category === 'SHARED_FATE'
        ? 'Loses'
        : 'Affects';
  const time = recoverySeconds === undefined ? '' : ` after ${duration(recoverySeconds)}`;
  const then = {
    none: 'no automatic recovery',
    'self-healing': `recreated by itself${time}`,
    failover: `a standby takes over${time}`,
  }[recovery];
  return `${word} **${offered}**${names.length === 0 ? '' : ` of ${names.join(', ')}${rest}`} when \`${codeWords(failureDomain)}\` fails; ${then}`;
}

const MOST_NAMES = 8;

function question(cause: Cause): string {
  const [{ resource }] = cause;
  const because = becauseOf(cause);
  const tells = tellsOf(cause).filter((tell) => tell !== '');
  const open = [...new Set(cause.map((entry) => `${entry.function} of \`${codeWords(entry.of)}\``))];
  const rest = open.length > MOST_NAMES ? ` and ${count(open.length - MOST_NAMES)} more` : '';
  const rows = [
    ...(tells.length === 0 ? [] : [`**Tell nospof:** ${tells.map((tell) => `\`${codeWords(tell)}\``).join('; ')}`]),
    `Open for ${open.slice(0, MOST_NAMES).join(', ')}${rest}`,
  ];
  return `<details><summary>❔ <b>unproven</b> ${summaryWords(because)}${resource === undefined ? '' : `<br>${resourceCode(resource)}`}</summary>\n\n${rows.join('\n\n')}\n\n</details>`;
}

function footOf(assessment: Assessment, accepted: readonly Finding[]): string[] {
  const { summary, system } = assessment;
  const calm = nothingToFail(assessment);
  const shown = accepted
    .slice(0, MOST_ACCEPTED)
    .map(
      (finding) =>
        `- \`${codeWords(findingId(finding))}\`: ${markdownWords(finding.acknowledged?.reason ?? '')}${finding.acknowledged?.until === undefined ? '' : ` (until ${markdownWords(finding.acknowledged.until)})`}`,
    );
  const rest = accepted.length > MOST_ACCEPTED ? [`- and ${count(accepted.length - MOST_ACCEPTED)} more`] : [];
  return [
    ...(accepted.length === 0
      ? []
      : [
          `<details><summary>${count(accepted.length)} acknowledged</summary>\n\n${[...shown, ...rest].join('\n')}\n\n</details>`,
        ]),
    `<sub>level ${system.survive}; ${counted(summary.resources, 'resource')}, ${counted(summary.functions, 'function')} under the loss of ${counted(summary.failureDomains, 'failure domain')}: ${count(summary.survives)} survive, ${count(summary.lost)} lost, ${count(summary.unproven)} unproven${calm === undefined ? '' : `; ${calm}`}</sub>`,
  ];
}

const MOST_ACCEPTED = 50;

function resourceCode({ id, path, file, line }: ResourceRef): string {
  return `<code>${summaryWords(path ?? id)}</code> <code>${summaryWords(place(file, line))}</code>`;
}

/** Inside a summary element Markdown is not read, and HTML and mentions are. */
function summaryWords(text: string): string {
  return withoutLinks(escapeMarkup(text));
}

function place(file: string, line: number | undefined): string {
  return line === undefined ? file : `${file}:${line}`;
}
