import type { Assessment, Finding, Severity } from '../../diagnostics';
import { findingId } from '../../diagnostics';
import type { ReportContext } from '../report-context';
import { count, counted, list, wrap } from './layout';
import { plain } from './plain';
import { type Style, styleFor } from './style';

/** What was judged, what was not, and the result, in numbers. The last lines of every text report. */
export function renderSummary(assessment: Assessment, context: ReportContext): readonly string[] {
  const style = styleFor(context);
  const open = assessment.findings.filter((finding) => !finding.acknowledged);
  const accepted = assessment.findings.filter((finding) => finding.acknowledged);
  const lines = [verdict(assessment, open, style), ...detail(assessment, accepted)];
  return lines.flatMap((line) => {
    const [first = '', ...rest] = wrap(line, style.width, 0, 2);
    return [first, ...rest.map((more) => `  ${more}`)];
  });
}

function verdict(assessment: Assessment, open: readonly Finding[], style: Style): string {
  const { resources, functions, failureDomains, unproven } = assessment.summary;
  if (open.length > 0) {
    const number = (severity: Severity) => open.filter((finding) => finding.severity === severity).length;
    const infos = number('info');
    const parts = [
      style.of.error(counted(number('error'), 'error')),
      style.of.warning(counted(number('warning'), 'warning')),
      ...(infos > 0 ? [style.of.info(counted(infos, 'info', 'infos'))] : []),
    ];
    return `${parts.join(', ')} in ${counted(resources, 'resource')}`;
  }
  const looked = `${counted(resources, 'resource')}, ${counted(functions, 'function')}, ${counted(failureDomains, 'failure domain')}`;
  return `${unproven === 0 ? style.good('no findings') : style.strong('no findings')} in ${looked}; ${count(unproven)} unproven`;
}

function detail(assessment: Assessment, accepted: readonly Finding[]): readonly string[] {
  const { summary, system, unknownTypes } = assessment;
  const world = Object.entries(system.world).map(([name, value]) => `${name}=${value}`);
  const types = Object.entries(unknownTypes).map(([type, number]) => (number === 1 ? type : `${type} (${number})`));
  return [
    `judged at level ${system.survive}${world.length === 0 ? '' : ` with ${list(world)}`}: ${counted(summary.functions, 'function')} against ` +
      `${counted(summary.failureDomains, 'failure domain')}: ${count(summary.survives)} survive, ${count(summary.lost)} lost, ` +
      `${count(summary.unproven)} unproven` +
      (summary.idle > 0 ? `; no function uses ${counted(summary.idle, 'resource')}` : ''),
    ...(types.length > 0 ? [`no facts for ${counted(types.length, 'resource type')}: ${list(types)}`] : []),
    ...(accepted.length > 0 ? [`${count(accepted.length)} acknowledged: ${list(accepted.map(acceptance))}`] : []),
  ].map(plain);
}

function acceptance(finding: Finding): string {
  const { reason, until, by } = finding.acknowledged ?? { reason: '' };
  const who = [...(until === undefined ? [] : [`until ${until}`]), ...(by === undefined ? [] : [`by ${by}`])];
  return `${findingId(finding)} "${reason}"${who.length === 0 ? '' : ` ${who.join(' ')}`}`;
}
