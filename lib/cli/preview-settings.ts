import type { RawCheckOptions } from './check-options';
import { usageError } from './usage-error';

/** After which a program is stopped [s]. */
const DEFAULT_TIMEOUT = 120;

/** What `preview` is told of the program, apart from what is told of the judging. */
export interface PreviewSettings {
  readonly program: {
    readonly stack?: string;
    readonly config: Readonly<Record<string, string>>;
    readonly timeoutSeconds: number;
    readonly say: (text: string) => void;
  };
  readonly rest: RawCheckOptions;
}

/** Options as commander leaves them. */
export interface RawPreview extends Omit<RawCheckOptions, 'config'> {
  readonly stack?: string;
  readonly timeout?: string;
  readonly config?: readonly string[];
}

/**
 * Tells the settings of the stack from the options of the judging. `--config` names both: Pulumi's own word for a
 * setting, `key=value`, and everywhere in nospof the file that it is configured with.
 */
export function previewSettings(
  { stack, timeout, config = [], ...rest }: RawPreview,
  say: (text: string) => void,
): PreviewSettings {
  const settings = config.filter((entry) => entry.includes('=')).map(settingOf);
  const file = config.filter((entry) => !entry.includes('=')).at(-1);
  return {
    program: {
      config: Object.fromEntries(settings),
      timeoutSeconds: timeout === undefined ? DEFAULT_TIMEOUT : secondsIn(timeout),
      say,
      ...(stack !== undefined && { stack }),
    },
    rest: { ...rest, ...(file !== undefined && { config: file }) },
  };
}

function settingOf(entry: string): readonly [string, string] {
  const equals = entry.indexOf('=');
  if (equals > 0) return [entry.slice(0, equals), entry.slice(equals + 1)];
  return usageError('unknown-value', `--config is "${entry}"`, 'expected KEY=VALUE, such as --config zones=3');
}

function secondsIn(text: string): number {
  const seconds = Number(text);
  if (Number.isFinite(seconds) && seconds > 0) return seconds;
  return usageError('unknown-value', `--timeout is "${text}"`, 'expected a number of seconds above 0, such as --timeout 60');
}
