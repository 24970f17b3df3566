import type { Problem } from '../../diagnostics';
import type { ReportContext } from '../report-context';
import { renderBlock } from './block';

/** Faults of the input, the options or the configuration, one block each, with a final line break; empty without any. */
export function renderProblems(problems: readonly Problem[], context: ReportContext): string {
  const blocks = problems.map((problem) =>
    renderBlock(
      {
        level: problem.fatal ? 'error' : 'info',
        word: problem.fatal ? 'error' : 'problem',
        message: problem.message,
        code: problem.code,
        ...(problem.at && { place: problem.at }),
        notes: [['help', problem.hint]],
      },
      context,
    ).join('\n'),
  );
  return blocks.length === 0 ? '' : `${blocks.join('\n\n')}\n`;
}
