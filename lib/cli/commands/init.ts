import { writeFileSync } from 'node:fs';
import { starterConfig } from '../../config';
import { DEFAULT_CONFIG_FILE } from '../check-options';
import type { DefineCommand } from '../define-command';
import { usageError } from '../usage-error';

const NEXT_STEPS = `wrote ${DEFAULT_CONFIG_FILE}

In CI, after the templates are made (exit code 1 fails the build):

    npx nospof check cdk.out

In a CDK app, so that "cdk synth" judges every stack:

    import { NoSpof } from 'nospof/cdk-validation';
    import { Validations } from 'aws-cdk-lib';

    Validations.of(app).addPlugins(new NoSpof({ survive: 'zone' }));
`;

/** `nospof init`: a commented nospof.yaml, and the lines to copy. */
export const defineInit: DefineCommand = (command, host) => {
  command.action(() => {
    try {
      writeFileSync(DEFAULT_CONFIG_FILE, starterConfig(), { flag: 'wx' });
    } catch (error) {
      const { code, message } = error as NodeJS.ErrnoException;
      if (code === 'EEXIST') {
        usageError(
          'config-exists',
          `${DEFAULT_CONFIG_FILE} exists already`,
          'edit it, or move it away and run "nospof init" again',
        );
      }
      usageError(
        'unwritable-output',
        `cannot write ${DEFAULT_CONFIG_FILE}: ${message}`,
        'run "nospof init" in a folder that may be written to',
      );
    }
    host.stdout.write(NEXT_STEPS);
  });
};
