import { FORMATS } from '../../reporters';
import { checkOptions } from '../check-options';
import type { DefineCommand } from '../define-command';
import { EXIT, fails, worst } from '../exit-codes';
import { acknowledged } from '../judge';
import { previewSettings, type RawPreview } from '../preview-settings';
import { print } from '../print';

/** `nospof preview`: runs the program of a folder in a process of its own and judges what it registers. */
export const definePreview: DefineCommand = (command, host, exit) => {
  command
    .argument('[DIR]', 'folder of Pulumi.yaml (default: this one)')
    .option('-s, --survive <level>', 'component, zone, region or provider (default: zone)')
    .option('--stack <name>', 'stack whose settings are used (default: the only one)')
    .option('-c, --config <key=value>', 'setting of the stack; may be repeated. Without "=": nospof.yaml to use', gather)
    .option('--region <region>', 'region of providers that do not say theirs')
    .option('--timeout <seconds>', 'after which the program is stopped (default: 120)')
    .option('-f, --format <format>', `${Object.keys(FORMATS).join(', ')} (default: text)`)
    .option('-o, --output <file>', 'write the report to a file')
    .option('-q, --quiet', 'text: the numbers only')
    .option('-v, --verbose', 'text: every hop, every finding, and what survives')
    .option('--fail-on <threshold>', 'exit code 1 for: error, warning (and errors), unproven (and both) (default: error)')
    .action(async (folder: string | undefined, raw: RawPreview) => {
      const { program, rest } = previewSettings(raw, (text) => host.stderr.write(text));
      const options = checkOptions(rest);
      const { assessProgram } = host.engine();
      if (assessProgram === undefined) throw new Error('the engine cannot run programs');
      const { survive, region, config } = options;
      const judging = { survive, ...(region !== undefined && { region }), ...(config && { config }) };
      const assessment = acknowledged(assessProgram(folder ?? '.', program, judging), options, host);
      const open = assessment.findings.filter((finding) => !finding.acknowledged);
      const verdict = fails({ findings: open, unproven: assessment.unproven }, options.failOn) ? EXIT.findings : EXIT.clean;
      exit(worst(print(assessment, options, host), verdict));
    });
};

function gather(value: string, before: readonly string[] | undefined): readonly string[] {
  return [...(before ?? []), value];
}
