import type { Command } from 'commander';
import type { Assessment } from '../../diagnostics';
import { FORMATS } from '../../reporters';
import { type CheckOptions, checkOptions, type RawCheckOptions } from '../check-options';
import type { DefineCommand } from '../commands';
import { EXIT, type ExitCode } from '../exit-codes';
import { judge } from '../judge';
import { print } from '../print';

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

/** The options that say which system is judged, and at which level; `explain` takes them too. */
export function systemOptions(command: Command): Command {
  return command
    .option('-s, --survive <level>', 'component, zone, region or provider (default: zone)')
    .option('-p, --parameter <name=value>', 'value of a template parameter; may be repeated', gather)
    .option('--region <region>', 'region of stacks that do not say theirs')
    .option('--worlds <worlds>', 'default, or all: judge every assignment of the conditions that matter (default: default)')
    .option('-c, --config <file>', 'nospof.yaml to use (default: ./nospof.yaml, where there is one)');
}

function gather(value: string, before: readonly string[] | undefined): readonly string[] {
  return [...(before ?? []), value];
}

function verdict(assessment: Assessment, failOn: CheckOptions['failOn']): ExitCode {
  if (assessment.problems.some((problem) => problem.fatal)) return EXIT.usage;
  const open = assessment.findings.filter((finding) => !finding.acknowledged);
  const failing = failOn === 'error' ? ['error'] : ['error', 'warning'];
  const unproven = failOn === 'unproven' && assessment.unproven.length > 0;
  return unproven || open.some((finding) => failing.includes(finding.severity)) ? EXIT.findings : EXIT.clean;
}

function worst(a: ExitCode, b: ExitCode): ExitCode {
  return a > b ? a : b;
}
