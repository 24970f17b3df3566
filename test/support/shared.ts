import { existsSync } from 'node:fs';
import { join, relative } from 'node:path';

const SHARED = join(__dirname, '../../../shared');

/**
 * A folder of templates that stand beside the repository, not in it, and the `describe` for tests that need it: where
 * the folder is absent they are skipped, and the run says so.
 */
export function sharedFolder(name: string): { readonly folder: string; readonly describeHere: typeof describe.skip } {
  const folder = join(SHARED, name);
  if (existsSync(folder)) return { folder, describeHere: describe };
  console.log(`skipped: ../${relative(join(SHARED, '..'), folder)} is not here`);
  return { folder, describeHere: describe.skip };
}
