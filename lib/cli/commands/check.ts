import { applyBaseline, baselineOf, readBaseline } from '../../config';
import type { Assessment } from '../../diagnostics';
import { FORMATS, renderProblems } from '../../reporters';
import { type CheckOptions, checkOptions, type RawCheckOptions } from '../check-options';
import type { DefineCommand } from '../define-command';
import { EXIT, type ExitCode, fails, worst } from '../exit-codes';
import type { Host } from '../host';
import { judge } from '../judge';
import { contextFor, print } from '../print';
import { systemOptions } from '../system-options';
import { writeReport } from '../write-report';

/** `nospof check`: options here, meaning in design and docs/cli.md. */
export const defineCheck: DefineCommand = (command, host, exit) => {
  systemOptions(command)
    .argument('[PATH...]', 'files and folders; nothing given: ./cdk.out')
    .option('-f, --format <format>', `${Object.keys(FORMATS).join(', ')} (default: text)`)
    .option('-o, --output <file>', 'write the report to a file')
    .option('-q, --quiet', 'text: the numbers only')
    .option('-v, --verbose', 'text: every hop, every finding, and what survives')
    .option('--fail-on <threshold>', 'exit code 1 for: error, warning (and errors), unproven (and both) (default: error)')
    .option('--fix-plan', 'print the edit for each finding that one edit repairs, and what it costs')
    .option('--baseline <file>', 'findings that are in this file are counted and do not fail the run')
    .option('--write-baseline <file>', 'write what is open now into a baseline; with --baseline, only what is left of that one')
    .action(async (paths: string[], raw: RawCheckOptions) => {
      const options = checkOptions(raw);
      const judged = await judge(paths, options, host);
      const { assessment, written } = withBaseline(judged, options, host);
      exit(worst(written, worst(print(assessment, options, host), verdict(assessment, options.failOn))));
    });
};

/** Applies the baseline, the one that was just written included. */
function withBaseline(
  judged: Assessment,
  { baseline, writeBaseline }: CheckOptions,
  host: Host,
): { readonly assessment: Assessment; readonly written: ExitCode } {
  const assessment = baseline === undefined ? judged : applyBaseline(judged, baseline);
  if (writeBaseline === undefined) return { assessment, written: EXIT.clean };
  // Beside an older baseline nothing new goes in: what is open stays open.
  const kept = assessment.findings.filter(({ acknowledged }) => baseline === undefined || acknowledged?.baseline);
  const problem = writeReport(writeBaseline, baselineOf({ ...assessment, findings: kept }));
  if (problem) {
    host.stderr.write(renderProblems([problem], contextFor(host, host.stderr)));
    return { assessment, written: EXIT.usage };
  }
  const now = readBaseline(writeBaseline);
  host.stderr.write(`baseline: ${writeBaseline}, ${now.entries.length} finding${now.entries.length === 1 ? '' : 's'}\n`);
  return { assessment: applyBaseline(judged, now), written: EXIT.clean };
}

function verdict({ findings, unproven, problems }: Assessment, failOn: CheckOptions['failOn']): ExitCode {
  if (problems.some((problem) => problem.fatal)) return EXIT.usage;
  return fails({ findings: findings.filter((finding) => !finding.acknowledged), unproven }, failOn) ? EXIT.findings : EXIT.clean;
}
