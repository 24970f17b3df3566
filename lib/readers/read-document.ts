import { InputError } from '../diagnostics';
import { Fault } from './fault';
import { readText } from './input-files';
import type { Parsed } from './parse-document';
import { parseDocument } from './parse-document';
import type { SourceTexts } from './source-text';

/**
 * Reads and parses one file; its text is kept for positions.
 *
 * @throws {InputError} one fatal problem, with the line where there is one
 */
export function readDocument(file: string, texts: SourceTexts): Parsed {
  return withPlace(file, texts, () => {
    const text = readText(file);
    texts.add(file, text, 'yaml');
    const parsed = parseDocument(text);
    texts.add(file, text, parsed.syntax);
    return parsed;
  });
}

/** Runs what may find a fault in a file, and says where the fault stands. */
export function withPlace<T>(file: string, texts: SourceTexts, run: () => T): T {
  try {
    return run();
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    const { code, message, hint, offset, path } = error;
    const at = (path && texts.locate({ file, path })) ?? (offset === undefined ? undefined : texts.positionOf(file, offset));
    throw new InputError([{ code, fatal: true, message, hint, at: at ?? { file, line: 1, column: 1 } }]);
  }
}
