/**
 * The command line: options, commands, exit codes, where output goes.
 * Knows nothing of templates or rules; asks `assess` and prints what a reporter makes of the answer. Every command is
 * loaded when it is named. Start with `run.ts`, then `commands/check.ts`.
 */

export type { Engine, Host } from './host';
export { processHost } from './host';
export { main } from './main';
export { run } from './run';
