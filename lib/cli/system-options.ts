import type { Command } from 'commander';

/** The options that say which system is judged, and at which level; `explain` takes them too. */
export function systemOptions(command: Command): Command {
  return command
    .option('-s, --survive <level>', 'component, zone, region or provider (default: zone)')
    .option('-p, --parameter <name=value>', 'value of a template parameter; may be repeated', gather)
    .option('--region <region>', 'region of stacks that do not say theirs')
    .option('--worlds <worlds>', 'default, or all: judge every assignment of the conditions that matter (default: default)')
    .option('--pack <pack>', 'rules beyond the proof: settings; may be repeated', gather)
    .option('-c, --config <file>', 'nospof.yaml to use (default: ./nospof.yaml, where there is one)');
}

function gather(value: string, before: readonly string[] | undefined): readonly string[] {
  return [...(before ?? []), value];
}
