import { existsSync } from 'node:fs';
import { acknowledge, EMPTY_CONFIG } from '../config';
import type { Assessment } from '../diagnostics';
import type { JudgingOptions } from './check-options';
import type { Host } from './host';
import { progressOn } from './progress';
import { usageError } from './usage-error';

/** Where `cdk synth` leaves its templates. */
const CLOUD_ASSEMBLY = 'cdk.out';

/** Asks the engine about the paths (or cdk.out) and marks what nospof.yaml acknowledges. */
export async function judge(paths: readonly string[], options: JudgingOptions, host: Host): Promise<Assessment> {
  const inputs = paths.length > 0 ? paths : [CLOUD_ASSEMBLY];
  if (paths.length === 0 && !existsSync(CLOUD_ASSEMBLY)) {
    usageError(
      'no-input',
      'no path is given and there is no cdk.out here',
      'name templates or folders, or run "cdk synth" first',
    );
  }
  const { survive, parameters, region, worlds, config, repairs } = options;
  const engine = host.engine();
  const progress = progressOn(host, inputs);
  try {
    const assessment = await engine.assess(inputs, {
      survive,
      parameters,
      worlds,
      ...(region !== undefined && { region }),
      ...(config && { config }),
      ...(repairs && { repairs }),
      ...(progress && { beforeStep: progress.show }),
    });
    return acknowledged(assessment, options, host);
  } finally {
    progress?.clear();
  }
}

/** Marks what nospof.yaml accepts on this day. */
export function acknowledged(assessment: Assessment, { config }: Pick<JudgingOptions, 'config'>, host: Host): Assessment {
  return acknowledge(assessment, config ?? EMPTY_CONFIG, {
    today: host.today,
    rules: host.engine().RULES.map((rule) => rule.id),
  });
}
