import type { CommanderError, Command as CommandType } from 'commander';
import { didYouMean, InputError } from '../diagnostics';
import { PLAIN_CONTEXT, renderProblems } from '../reporters';
import { COMMANDS } from './commands';
import { reportDefect } from './defect';
import { EXIT, type ExitCode } from './exit-codes';
import type { Host } from './host';
import { sourceLines } from './source-lines';
import { looksOf } from './terminal';
import { usageError } from './usage-error';
import { version } from './version';

/**
 * Runs one command line.
 *
 * @param args - without the interpreter and the script: `['check', 'shop.yaml']`
 * @returns the exit code; never throws and never ends the process
 */
export async function run(args: readonly string[], host: Host): Promise<ExitCode> {
  try {
    return await runCommand(args, host);
  } catch (error) {
    if (!(error instanceof InputError)) return reportDefect(error, host);
    const context = { ...PLAIN_CONTEXT, ...looksOf(host.stderr, host.env), lineOf: sourceLines() };
    host.stderr.write(renderProblems(error.problems, context));
    return EXIT.usage;
  }
}

async function runCommand(args: readonly string[], host: Host): Promise<ExitCode> {
  const { Command } = require('commander') as typeof import('commander');
  let code: ExitCode = EXIT.clean;
  const program = new Command('nospof')
    .description('Says what is lost when a component, zone, region or provider fails, before you deploy.')
    .version(version(), '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print this help')
    .helpCommand('help [command]', 'print the help of a command');
  for (const [name, entry] of Object.entries(COMMANDS)) {
    const command = program.command(name).description(entry.about).usage(entry.usage);
    // Only the command that was named loads its file.
    if (args.includes(name)) {
      entry.load()(command, host, (result) => {
        code = result;
      });
    }
  }
  for (const command of [program, ...program.commands]) quiet(command, host);
  program.usage('<command> [options]').action(() => program.outputHelp());
  refuseUnknownCommand(args);
  try {
    await program.parseAsync([...args], { from: 'user' });
  } catch (error) {
    if (!isCommanderError(error)) throw error;
    if (error.exitCode !== 0) usageError(kebab(error.code), reworded(error.message), hint(args));
  }
  return code;
}

/** Commander's own words go through {@link InputError}; help goes to standard output; the process is never ended. */
function quiet(command: CommandType, host: Host): void {
  command.exitOverride().configureOutput({ writeOut: (text) => host.stdout.write(text), writeErr: () => undefined });
}

function refuseUnknownCommand(args: readonly string[]): void {
  const [first] = args;
  if (first === undefined || first.startsWith('-') || first === 'help' || Object.hasOwn(COMMANDS, first)) return;
  const names = Object.keys(COMMANDS);
  const nearest = didYouMean(first, names) || (/[./\\]/.test(first) ? `; did you mean "nospof check ${first}"?` : '');
  usageError('unknown-command', `unknown command "${first}"${nearest}`, `expected one of ${names.join(', ')}`);
}

function isCommanderError(error: unknown): error is CommanderError {
  return error instanceof Error && 'code' in error && String(error.code).startsWith('commander.') && 'exitCode' in error;
}

/** `commander.unknownOption` as our codes are written. */
function kebab(code: string): string {
  return code.replace(/^commander\./, '').replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

function hint(args: readonly string[]): string {
  const command = args.find((arg) => Object.hasOwn(COMMANDS, arg));
  return `"nospof help${command === undefined ? '' : ` ${command}`}" lists the options`;
}

/** `error: unknown option '--x'\n(Did you mean --y?)` in the words of the other messages. */
function reworded(message: string): string {
  return message
    .replace(/^error: /, '')
    .replaceAll("'", '"')
    .replace(/\n?\(Did you mean (?:one of )?(.*)\?\)/, (_, words: string) => `; did you mean "${words.split(', ')[0]}"?`);
}
