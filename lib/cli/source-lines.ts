import { readFileSync } from 'node:fs';

/** Larger files are not opened again for the sake of a caret. */
const LARGEST_FILE_BYTES = 64 * 1024 * 1024;

/** A function that gives single lines of input files; each file is read once and a file that is gone has no lines. */
export function sourceLines(): (file: string, line: number) => string | undefined {
  const files = new Map<string, readonly string[]>();
  return (file, line) => {
    let lines = files.get(file);
    if (!lines) {
      lines = readLines(file);
      files.set(file, lines);
    }
    return lines[line - 1];
  };
}

function readLines(file: string): readonly string[] {
  try {
    const bytes = readFileSync(file);
    return bytes.length > LARGEST_FILE_BYTES
      ? []
      : bytes
          .toString('utf8')
          .replace(/^\uFEFF/, '')
          .split(/\r\n|\r|\n/);
  } catch {
    return [];
  }
}
