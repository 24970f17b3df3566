import type { Assessment, Finding, Severity, Unproven } from '../../diagnostics';
import { findingId } from '../../diagnostics';
import { idleWords, nothingJudged, nothingToFail } from '../closing-words';
import type { ReportContext } from '../report-context';
import { openWords } from '../unproven-causes';
import { count, counted, list, wrap } from './layout';
import { plain } from './plain';
import { type Style, styleFor } from './style';

/** What was judged, what was not, and the result, in numbers. The last lines of every text report. */
export function renderSummary(assessment: Assessment, context: ReportContext): readonly string[] {
  const style = styleFor(context);
  const open = assessment.findings.filter((finding) => !finding.acknowledged);
  const accepted = assessment.findings.filter((finding) => finding.acknowledged && !finding.acknowledged.baseline);
  const calm = nothingToFail(assessment);
  const lines = [
    verdict(assessment, open, style),
    judged(assessment),
    ...(calm === undefined ? [] : [calm]),
    ...worlds(assessment),
    ...unknownTypes(assessment),
    ...ownFacts(assessment),
    ...acceptances(
      [...accepted.map(accepts), ...assessment.unproven.filter(({ acknowledged }) => acknowledged).map(acceptsOpen)],
      context,
    ),
    ...inBaseline(assessment, context),
  ];
  return lines.flatMap((line) => {
    const indent = /^ */.exec(line)?.[0].length ?? 0;
    const [first = '', ...rest] = wrap(line, style.width, 0, indent + 2);
    return [first, ...rest.map((more) => `${' '.repeat(indent + 2)}${more}`)];
  });
}

function verdict(assessment: Assessment, open: readonly Finding[], style: Style): string {
  const { resources, functions, failureDomains, unproven } = assessment.summary;
  if (open.length > 0) {
    const number = (severity: Severity) => open.filter((finding) => finding.severity === severity).length;
    const infos = number('info');
    const parts = [
      painted('error', number('error'), style),
      painted('warning', number('warning'), style),
      ...(infos > 0 ? [style.of.info(`${count(infos)} info`)] : []),
    ];
    return `${parts.join(', ')} in ${counted(resources, 'resource')}; ${openWords(unproven, assessment.unproven)}`;
  }
  // A report about nothing must not look like a proof.
  if (functions === 0) return style.of.warning(nothingJudged(assessment));
  const looked = `${counted(resources, 'resource')}, ${counted(functions, 'function')}, ${counted(failureDomains, 'failure domain')}`;
  // What was accepted is there all the same.
  const nothing = assessment.findings.length === 0 ? 'no findings' : 'no open findings';
  return `${unproven === 0 ? style.good(nothing) : style.strong(nothing)} in ${looked}; ${openWords(unproven, assessment.unproven)}`;
}

/** A colour only for what there is: a red "0 errors" would look like bad news. */
function painted(severity: 'error' | 'warning', number: number, style: Style): string {
  const words = counted(number, severity);
  return number === 0 ? words : style.of[severity](words);
}

function judged(assessment: Assessment): string {
  const { summary, system } = assessment;
  const world = Object.entries(system.world).map(([name, value]) => `${name}=${value}`);
  return plain(
    `level ${system.survive}${world.length === 0 ? '' : ` with ${list(world)}`}, ${counted(summary.functions, 'function')} ` +
      `under the loss of ${counted(summary.failureDomains, 'failure domain')}: ` +
      `${count(summary.survives)} survive, ${count(summary.lost)} lost, ${count(summary.unproven)} unproven${idleWords(assessment)}`,
  );
}

/** What is said of all worlds holds for those that were looked at. */
function worlds({ summary }: Assessment): readonly string[] {
  if (summary.worlds === undefined) return [];
  const { judged: number, same, left } = summary.worlds;
  const alike = same > 0 ? `, and ${count(same)} the same as one before` : '';
  const rest = left > 0 ? `; ${count(left)} ${left === 1 ? 'was' : 'were'} left out` : '';
  return [`${counted(number, 'other world')} judged${alike}${rest}`];
}

function unknownTypes({ unknownTypes: types }: Assessment): readonly string[] {
  const names = Object.entries(types).map(([type, number]) => (number === 1 ? type : `${type} (${count(number)})`));
  return names.length === 0 ? [] : [`no facts for ${counted(names.length, 'resource type')}: ${list(names)}`];
}

/** Verdicts that hang on somebody's word are not to be taken for those that hang on a source. */
function ownFacts({ overrides = [] }: Assessment): readonly string[] {
  if (overrides.length === 0) return [];
  const names = overrides.map(({ type, says, new: isNew }) => `${type} (${isNew ? 'new' : says.join(', ')})`);
  const inFile = overrides.some(({ at }) => at !== undefined);
  const inCode = overrides.some(({ at }) => at === undefined);
  const where = [inFile ? ' of nospof.yaml' : '', inCode ? ' given in code' : ''].filter(Boolean).join(' and');
  return [`facts${where} for ${counted(overrides.length, 'resource type')}: ${list(names)}`];
}

function inBaseline({ findings }: Assessment, { detail }: ReportContext): readonly string[] {
  const held = findings.filter(({ acknowledged }) => acknowledged?.baseline);
  const [first] = held;
  if (first === undefined) return [];
  const names = detail === 'verbose' ? held.map((finding) => `  ${plain(findingId(finding))}`) : [];
  return [plain(`${counted(held.length, 'finding')} ${first.acknowledged?.reason}`), ...names];
}

const MOST_ACCEPTED = 10;

function acceptances(given: readonly string[], { detail }: ReportContext): readonly string[] {
  const accepted = [...new Set(given)];
  if (accepted.length === 0) return [];
  const most = detail === 'verbose' ? accepted.length : MOST_ACCEPTED;
  const rest = accepted.length - most;
  return [
    `${count(accepted.length)} acknowledged:`,
    ...accepted.slice(0, most).map((words) => `  ${plain(words)}`),
    ...(rest > 0 ? [`  and ${count(rest)} more`] : []),
  ];
}

function accepts(finding: Finding): string {
  return `${findingId(finding)}: ${terms(finding.acknowledged)}`;
}

/** Several functions may be open because of one resource: it is accepted once. */
function acceptsOpen({ of, resource, acknowledged }: Unproven): string {
  return `unproven:${resource?.id ?? of}: ${terms(acknowledged)}`;
}

function terms({ reason, until, by }: NonNullable<Finding['acknowledged']> = { reason: '' }): string {
  const added = [...(until === undefined ? [] : [`until ${until}`]), ...(by === undefined ? [] : [by])];
  return `${reason}${added.length === 0 ? '' : ` (${added.join(', ')})`}`;
}
