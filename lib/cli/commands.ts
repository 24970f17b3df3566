import type { DefineCommand } from './define-command';

interface CommandEntry {
  readonly usage: string;
  readonly about: string;
  /** Requires the command's file on first use. */
  readonly load: () => DefineCommand;
}

/** Every command; a new one is a file in `commands/` and a line here. */
export const COMMANDS: Readonly<Record<string, CommandEntry>> = {
  check: {
    usage: '[options] [PATH...]',
    about: 'judge templates, folders, cdk.out, plans, previews, states and manifests, all of them as one system',
    load: () => (require('./commands/check') as typeof import('./commands/check')).defineCheck,
  },
  preview: {
    usage: '[options] [DIR]',
    about: 'run a Pulumi program offline (no Pulumi CLI, no credentials) and judge what it registers',
    load: () => (require('./commands/preview') as typeof import('./commands/preview')).definePreview,
  },
  explain: {
    usage: '[options] [RULE|FINDING] [PATH...]',
    about: 'why a rule or a finding matters, how it is decided, how to fix it, sources',
    load: () => (require('./commands/explain') as typeof import('./commands/explain')).defineExplain,
  },
  diff: {
    usage: '[options] BASE HEAD [-- PATH...]',
    about: 'what a change brings in and takes away: folders, files, saved JSON reports or git revisions',
    load: () => (require('./commands/diff') as typeof import('./commands/diff')).defineDiff,
  },
  init: {
    usage: '[options]',
    about: 'write nospof.yaml; show the CI step and the CDK plugin line',
    load: () => (require('./commands/init') as typeof import('./commands/init')).defineInit,
  },
};
