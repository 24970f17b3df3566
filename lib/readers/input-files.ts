import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { InputError, type Problem } from '../diagnostics';
import { decodeText } from './decode-text';
import { Fault } from './fault';

/** Largest file that is read [bytes]. */
const largestFile = 40_000_000;

/** A file to read, and whether the user named it or its folder. */
export interface InputFile {
  readonly file: string;
  readonly named: boolean;
}

/** A path of the user: files, or a cloud assembly. */
export interface Input {
  readonly path: string;
  readonly assembly: boolean;
  readonly files: readonly InputFile[];
}

const endings = /\.(ya?ml|json|template)$/i;

/**
 * What a path stands for: the file itself, a cloud assembly, or the template files directly in a folder, by name.
 *
 * @throws {InputError} the path does not exist or cannot be read
 */
export function listInput(path: string): Input {
  try {
    if (!statSync(path).isDirectory()) return { path, assembly: false, files: [{ file: path, named: true }] };
    const entries = readdirSync(path, { withFileTypes: true }).filter((entry) => !entry.isDirectory());
    const names = entries.map(({ name }) => name).sort();
    if (names.includes('manifest.json')) return { path, assembly: true, files: [] };
    const files = names.filter((name) => endings.test(name)).map((name) => ({ file: joinPath(path, name), named: false }));
    if (files.length > 0) return { path, assembly: false, files };
  } catch (error) {
    throw new InputError([unreadable(path, error)]);
  }
  const message = `folder "${path}" holds no file that ends in .yaml, .yml, .json or .template`;
  throw new InputError([
    { code: 'no-templates', fatal: true, message, hint: 'name a file, or a folder that holds such files', at: start(path) },
  ]);
}

/** Joins with forward slashes, so that reports are equal on every machine. */
export function joinPath(folder: string, name: string): string {
  return join(folder, name).replaceAll('\\', '/');
}

/**
 * Reads a text file, without its byte order mark.
 *
 * @throws {Fault} not a regular file, too large, not text, or not readable
 */
export function readText(file: string): string {
  try {
    const found = statSync(file);
    if (!found.isFile()) throw new Fault('not-a-file', `"${file}" is not a regular file`, 'name a file or a folder');
    if (found.size > largestFile) {
      const message = `the file has ${found.size} bytes; at most ${largestFile} are read`;
      throw new Fault('file-too-large', message, 'split it');
    }
    return decodeText(readFileSync(file));
  } catch (error) {
    if (error instanceof Fault) throw error;
    const { code, message, hint } = unreadable(file, error);
    throw new Fault(code, message, hint);
  }
}

function unreadable(path: string, error: unknown): Problem {
  const reason = typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : 'unknown';
  const at = start(path);
  if (reason === 'ENOENT' || reason === 'ENOTDIR') {
    return {
      code: 'no-such-file',
      fatal: true,
      message: `"${path}" does not exist`,
      hint: 'name a file or a folder that exists',
      at,
    };
  }
  const why = reason === 'EACCES' || reason === 'EPERM' ? 'you have no right to read it' : reason;
  return {
    code: 'unreadable-file',
    fatal: true,
    message: `"${path}" cannot be read: ${why}`,
    hint: 'change its permissions, or name another file',
    at,
  };
}

function start(file: string): Problem['at'] & object {
  return { file, line: 1, column: 1 };
}
