import type { Assessment } from '../diagnostics';
import { PLAIN_CONTEXT, type ReportContext, renderProblems, renderSummary, reporterFor } from '../reporters';
import type { CheckOptions } from './check-options';
import { EXIT, type ExitCode } from './exit-codes';
import type { Host } from './host';
import { sourceLines } from './source-lines';
import { linksOf, looksOf } from './terminal';
import { version } from './version';
import { writeReport } from './write-report';

/** Everything a reporter needs, for one stream; a file is a stream nobody looks at. */
export function contextFor(
  host: Host,
  stream?: Host['stdout'],
  { detail = 'normal' }: { readonly detail?: ReportContext['detail'] } = {},
): ReportContext {
  const looks = stream
    ? { ...looksOf(stream, host.env), ...linksOf(stream, host.env) }
    : { colour: false, width: Number.POSITIVE_INFINITY };
  return { ...PLAIN_CONTEXT, ...looks, lineOf: sourceLines(), rules: host.engine().RULES, version: version(), detail };
}

/** Sends the report to standard output or to `--output`; a file that cannot be written does not cost the report. */
export function print(assessment: Assessment, options: CheckOptions, host: Host): ExitCode {
  const render = reporterFor(options.format);
  return deliver(
    options.output,
    (stream) => `${render(assessment, contextFor(host, stream, options))}${fixPlan(assessment, options, host, stream)}`,
    () => renderSummary(assessment, contextFor(host, host.stderr, options)),
    host,
  );
}

/** What `--fix-plan` adds to the text; JSON has the repairs in its findings. */
function fixPlan(assessment: Assessment, { repairs, format }: CheckOptions, host: Host, stream?: Host['stdout']): string {
  if (!repairs || format !== 'text') return '';
  const { renderFixPlan } = require('./fix-plan') as typeof import('./fix-plan');
  return `\n${renderFixPlan(assessment, contextFor(host, stream))}`;
}

/**
 * Writes a report where it is wanted.
 *
 * @param render - for the stream that somebody looks at, or for none
 * @param summary - lines for standard error when the report itself goes to a file
 */
export function deliver(
  output: string | undefined,
  render: (stream?: Host['stdout']) => string,
  summary: () => readonly string[],
  host: Host,
): ExitCode {
  if (output === undefined) {
    host.stdout.write(render(host.stdout));
    return EXIT.clean;
  }
  const report = render();
  const problem = writeReport(output, report);
  if (problem) {
    host.stdout.write(report);
    host.stderr.write(
      renderProblems(
        [{ ...problem, hint: `${problem.hint}; the report stands on standard output instead` }],
        contextFor(host, host.stderr),
      ),
    );
    return EXIT.usage;
  }
  host.stderr.write(`${[...summary(), `report: ${output}`].join('\n')}\n`);
  return EXIT.clean;
}
