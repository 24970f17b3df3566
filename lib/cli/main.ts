import { reportDefect } from './defect';
import { EXIT } from './exit-codes';
import { processHost } from './host';
import { run } from './run';

/** Runs the command line of this process and leaves the exit code behind; the process ends when it has written all. */
export async function main(): Promise<void> {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    // A reader that has seen enough (`| head`) closes the pipe; that is no fault.
    if (error.code === 'EPIPE') return;
    process.stderr.write(`error: cannot write to standard output: ${error.message}\n`);
    process.exitCode = EXIT.usage;
  });
  // Where not even that can be said, the exit code has to do.
  process.stderr.on('error', () => undefined);
  const host = processHost();
  process.on('uncaughtException', (error) => {
    process.exitCode = reportDefect(error, host);
  });
  const code = await run(process.argv.slice(2), host);
  process.exitCode ??= code;
}
