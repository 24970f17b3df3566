import { randomUUID } from 'node:crypto';
import { realpathSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { Problem } from '../diagnostics';

/**
 * Writes a whole file, or says why it could not.
 *
 * A report that stands there already is replaced in one step, so that a full disk or a killed process leaves the old
 * one and never half of the new one. What is no plain file (a pipe, /dev/stdout) is written to directly.
 */
export function writeReport(file: string, report: string): Problem | undefined {
  try {
    const target = resolved(file);
    if (target === undefined) writeFileSync(file, report);
    else replace(target, report);
    return undefined;
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    return {
      code: 'unwritable-output',
      fatal: true,
      message: `cannot write "${file}": ${REASONS[code ?? ''] ?? message}`,
      hint: 'name a file in a folder that exists and may be written to',
    };
  }
}

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'the folder does not exist',
  EACCES: 'permission denied',
  EPERM: 'permission denied',
  EROFS: 'the file system is read-only',
  EISDIR: 'it is a folder',
  ENOTDIR: 'a part of the path is not a folder',
  ENOSPC: 'no space left on the device',
};

/** The plain file to replace, links followed; undefined for what must be written in place. */
function resolved(file: string): string | undefined {
  const known = statSync(file, { throwIfNoEntry: false });
  if (!known) return file;
  return known.isFile() ? realpathSync(file) : undefined;
}

function replace(file: string, report: string): void {
  const draft = join(dirname(file), `.${basename(file)}.${randomUUID()}.draft`);
  try {
    writeFileSync(draft, report, { flag: 'wx', mode: 0o666 });
    renameSync(draft, file);
  } catch (error) {
    rmSync(draft, { force: true });
    // A file may be writable in a folder that is not.
    if ((error as NodeJS.ErrnoException).code !== 'EACCES') throw error;
    writeFileSync(file, report);
  }
}
