import { readFileSync, statSync } from 'node:fs';
import type { Assessment } from '../diagnostics';
import { usageError } from './usage-error';

/** A report as large as this was not made by a system that anybody can read. */
const LARGEST_FILE_BYTES = 512 * 1024 * 1024;

/**
 * The assessment of a JSON report that was saved with `--format json --output FILE`; undefined when the file is
 * something else, such as a template.
 *
 * @throws {InputError} the file is a report of a version that this nospof does not read
 */
export function readSavedReport(file: string): Assessment | undefined {
  if (!file.endsWith('.json')) return undefined;
  const { size } = statSync(file);
  if (size > LARGEST_FILE_BYTES) return undefined;
  let found: unknown;
  try {
    found = JSON.parse(readFileSync(file, 'utf8').replace(/^\uFEFF/, ''));
  } catch {
    // Not a report then; whether it is a template is for the readers to say, with the line.
    return undefined;
  }
  if (!isReport(found)) return undefined;
  if (found.version === 1) return found;
  return usageError(
    'unknown-version',
    `"${file}" is a report of version ${String(found.version)}`,
    'this nospof reads version 1; make the report again with it',
  );
}

function isReport(found: unknown): found is Assessment {
  if (typeof found !== 'object' || found === null) return false;
  const { findings, unproven, summary, version } = found as Partial<Assessment>;
  return Array.isArray(findings) && Array.isArray(unproven) && typeof summary === 'object' && version !== undefined;
}
