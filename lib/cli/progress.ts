import { statSync } from 'node:fs';
import { safeText } from '../reporters';
import type { Host } from './host';

/** Says what is being done, on one line that is gone in the end. */
export interface Progress {
  readonly show: (step: string) => void;
  readonly clear: () => void;
}

/** Shorter runs are over before anybody wonders [ms]. */
const PATIENCE = 300;
/** Reading as much as this takes longer than that [bytes]. */
const LARGE = 2_000_000;

/**
 * Progress on standard error, where somebody looks at it: undefined for a file, a pipe and a build server.
 *
 * @param clock - milliseconds; only for tests
 */
export function progressOn(
  { stderr, env }: Pick<Host, 'stderr' | 'env'>,
  inputs: readonly string[],
  clock: () => number = () => performance.now(),
): Progress | undefined {
  if (stderr.isTTY !== true || env.CI !== undefined || env.TERM === 'dumb') return undefined;
  const start = clock();
  const isLarge = inputs.reduce((sum, input) => sum + sizeOf(input), 0) > LARGE;
  let shown = false;
  return {
    show: (step) => {
      if (!isLarge && clock() - start < PATIENCE) return;
      shown = true;
      const line = safeText(`nospof: ${step} …`).slice(0, Math.max(20, (stderr.columns || 80) - 1));
      stderr.write(`\r\u001b[2K${line}`);
    },
    clear: () => {
      if (shown) stderr.write('\r\u001b[2K');
    },
  };
}

/** A folder is looked into where the files are read; what cannot be read is said there. */
function sizeOf(input: string): number {
  return statSync(input, { throwIfNoEntry: false })?.size ?? 0;
}
