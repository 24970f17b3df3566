import { type Assessment, type Finding, findingId, type Severity } from '../diagnostics';
import { reportPath } from './fingerprint';
import type { ReportContext } from './report-context';
import { plain } from './text/plain';
import { renderSummary } from './text/summary';
import { becauseOf, type Cause, openCausesOf, tellsOf } from './unproven-causes';

/**
 * Workflow commands, which GitHub shows as annotations at the line in the change. The worst first, because a step shows ten
 * of a kind; then the numbers for the log. Acknowledged findings are only counted.
 */
export function renderGithub(assessment: Assessment, context: ReportContext): string {
  const open = assessment.findings.filter(({ acknowledged }) => acknowledged === undefined);
  const bySeverity = (['error', 'warning', 'info'] as const).flatMap((severity) =>
    open.filter((finding) => finding.severity === severity),
  );
  const lines = [
    ...bySeverity.map(annotation),
    ...openCausesOf(assessment.unproven).map(question),
    ...renderSummary(assessment, { ...context, colour: false }).map((line) => inLog(plain(line))),
  ];
  return `${lines.join('\n')}\n`;
}

const COMMANDS: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', info: 'notice' };

function annotation(finding: Finding): string {
  const { resource, message, fix } = finding;
  const text = [`${message}`, `fix: ${fix}`, `id: ${findingId(finding)}`].join('\n');
  return command(
    COMMANDS[finding.severity],
    { file: reportPath(resource.file), line: resource.line, col: resource.column, title: `nospof: ${finding.rule}` },
    text,
  );
}

function question(cause: Cause): string {
  const [{ resource }] = cause;
  const because = becauseOf(cause);
  const tell = tellsOf(cause).join('; ');
  const place = resource === undefined ? {} : { file: reportPath(resource.file), line: resource.line, col: resource.column };
  return command('notice', { ...place, title: 'nospof: unproven' }, tell === '' ? because : `${because}\ntell nospof: ${tell}`);
}

function command(name: string, properties: Readonly<Record<string, string | number | undefined>>, text: string): string {
  const list = Object.entries(properties).flatMap(([key, value]) =>
    value === undefined ? [] : [`${key}=${property(String(value))}`],
  );
  return `::${name} ${list.join(',')}::${data(text)}`;
}

/** Line breaks of ours stay; words from inputs have none. */
function data(text: string): string {
  return text.split('\n').map(plain).join('\n').replace(/%/g, '%25').replace(/\r/g, '%0D').replace(/\n/g, '%0A');
}

function property(text: string): string {
  return data(text).replace(/:/g, '%3A').replace(/,/g, '%2C');
}

/** A line of the log that no name in it can turn into a command. */
function inLog(line: string): string {
  return line.replace(/^(?=\s*(?:::|##\[))/, '· ');
}
