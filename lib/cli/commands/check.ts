import type { Assessment } from '../../diagnostics';
import { FORMATS } from '../../reporters';
import { type CheckOptions, checkOptions, type RawCheckOptions } from '../check-options';
import type { DefineCommand } from '../define-command';
import { EXIT, type ExitCode, fails, worst } from '../exit-codes';
import { judge } from '../judge';
import { print } from '../print';
import { systemOptions } from '../system-options';

/** `nospof check`: options here, meaning in design and docs/cli.md. */
export const defineCheck: DefineCommand = (command, host, exit) => {
  systemOptions(command)
    .argument('[PATH...]', 'files and folders; nothing given: ./cdk.out')
    .option('-f, --format <format>', `${Object.keys(FORMATS).join(', ')} (default: text)`)
    .option('-o, --output <file>', 'write the report to a file')
    .option('--fail-on <threshold>', 'exit code 1 for: error, warning (and errors), unproven (and both) (default: error)')
    .action(async (paths: string[], raw: RawCheckOptions) => {
      const options = checkOptions(raw);
      const assessment = await judge(paths, options, host);
      exit(worst(print(assessment, options, host), verdict(assessment, options.failOn)));
    });
};

function verdict({ findings, unproven, problems }: Assessment, failOn: CheckOptions['failOn']): ExitCode {
  if (problems.some((problem) => problem.fatal)) return EXIT.usage;
  return fails({ findings: findings.filter((finding) => !finding.acknowledged), unproven }, failOn) ? EXIT.findings : EXIT.clean;
}
