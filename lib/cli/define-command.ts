import type { Command } from 'commander';
import type { ExitCode } from './exit-codes';
import type { Host } from './host';

/** What a command's file exports: its options, and what it does with them. */
export type DefineCommand = (command: Command, host: Host, exit: (code: ExitCode) => void) => void;
