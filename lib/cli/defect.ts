import { EXIT, type ExitCode } from './exit-codes';
import type { Host } from './host';
import { version } from './version';

/** Says that nospof itself is at fault and what a report needs; the stack only for those who ask with NOSPOF_DEBUG. */
export function reportDefect(error: unknown, host: Host): ExitCode {
  const known = error instanceof Error ? error : new Error(String(error));
  host.stderr.write(
    [
      `defect of nospof, not of your input: ${known.name}: ${known.message.split('\n')[0]}`,
      `  version: nospof ${version()}, node ${process.version}, ${process.platform} ${process.arch}`,
      '  report:  open an issue in the repository of nospof with the command line, the line above and the smallest input that shows it',
      host.env.NOSPOF_DEBUG ? `\n${known.stack ?? 'no stack'}` : '  stack:   run again with NOSPOF_DEBUG=1',
      '',
    ].join('\n'),
  );
  return EXIT.defect;
}
