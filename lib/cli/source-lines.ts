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
    if (bytes.length > LARGEST_FILE_BYTES) return [];
    return new TextDecoder(encodingOf(bytes)).decode(bytes).split(/\r\n|\r|\n/);
  } catch {
    return [];
  }
}

/** As its byte order mark says; what readers refuse is shown all the same. */
function encodingOf([first, second]: Uint8Array): string {
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  return first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8';
}
