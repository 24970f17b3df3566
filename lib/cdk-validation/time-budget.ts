import type { Host } from './host';

/** Work shorter than this [ms] is done without a word; longer work says so as often. */
const PATIENCE = 1000;

/** The time for judging is used up. */
export class BudgetExceeded extends Error {
  readonly code = 'BudgetExceeded';
  constructor(
    /** The step that was not begun. */
    readonly step: string,
    readonly elapsedSeconds: number,
  ) {
    super(`time is up before ${step}`);
    this.name = 'BudgetExceeded';
  }
}

/**
 * Starts the clock. The function that comes back is called before each step of the work, with the name of the step.
 *
 * It throws {@link BudgetExceeded} when the time is used up: a step that has begun is finished, so the budget is kept to
 * within one step. Work that takes longer than a second is reported on standard error. The CDK's command line runs the
 * app without a terminal, so a missing terminal does not mean that nobody looks; CI does, where each line is kept for ever.
 */
export function timeBudget(seconds: number, host: Pick<Host, 'now' | 'env' | 'stderr'>): (step: string) => void {
  const start = host.now();
  const speaks = host.stderr.isTTY === true || !isSet(host.env.CI);
  let spoke = start;
  return (step) => {
    const now = host.now();
    const elapsed = (now - start) / 1000;
    if (elapsed > seconds) throw new BudgetExceeded(step, elapsed);
    if (!speaks || now - spoke < PATIENCE) return;
    spoke = now;
    host.stderr.write(`nospof: ${step} (${Math.floor(elapsed)} s of at most ${seconds} s)\n`);
  };
}

function isSet(variable: string | undefined): boolean {
  return variable !== undefined && variable !== '' && variable !== 'false' && variable !== '0';
}
