import {
  CHANGE_FORMATS,
  type ChangeFormat,
  type ChangeReport,
  changeReporterFor,
  renderChangeNumbers,
  toChangeReport,
} from '../../reporters';
import { judgingOptions, oneOf, type RawCheckOptions } from '../check-options';
import type { DefineCommand } from '../define-command';
import { EXIT, type ExitCode, fails, worst } from '../exit-codes';
import { contextFor, deliver } from '../print';
import { readSides } from '../side';
import { systemOptions } from '../system-options';

/** `nospof diff`: exit code 1 only for what the change brings in. */
export const defineDiff: DefineCommand = (command, host, exit) => {
  systemOptions(command)
    .argument('<BASE>', 'a folder, a file, a saved JSON report or a git revision')
    .argument('<HEAD>', 'the same, with the change')
    .argument('[PATH...]', 'what to judge in each revision; nothing given: the path that the other side names')
    .option('-f, --format <format>', `${Object.keys(CHANGE_FORMATS).join(', ')} (default: text)`)
    .option('-o, --output <file>', 'write the report to a file')
    .option('--fail-on <threshold>', 'exit code 1 when the change brings in: error, warning, unproven (default: error)')
    .action(async (base: string, head: string, paths: string[], raw: RawCheckOptions) => {
      const options = judgingOptions(raw);
      const format = oneOf('--format', raw.format ?? 'text', Object.keys(CHANGE_FORMATS) as ChangeFormat[]);
      const sides = await readSides([base, head], paths, options, host);
      try {
        const report = toChangeReport(...sides);
        const written = deliver(
          options.output,
          (stream) => changeReporterFor(format)(report, { ...contextFor(host, stream), lineOf: sides[1].lineOf }),
          () => renderChangeNumbers(report, contextFor(host, host.stderr)),
          host,
        );
        exit(worst(written, verdict(report, options.failOn)));
      } finally {
        for (const side of sides) side.close();
      }
    });
};

function verdict({ change }: ChangeReport, failOn: Parameters<typeof fails>[1]): ExitCode {
  const findings = change.broughtIn.map(({ finding }) => finding);
  return fails({ findings, unproven: change.unproven.broughtIn }, failOn) ? EXIT.findings : EXIT.clean;
}
