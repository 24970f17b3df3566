/**
 * Makes `npx nospof` run this checkout: npm links the commands of dependencies only, not those of the package itself.
 */
import { chmodSync, mkdirSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname ?? new URL('.', import.meta.url).pathname, '..');
const folder = join(root, 'node_modules', '.bin');
const link = join(folder, 'nospof');
const target = join('..', '..', 'dist', 'bin', 'nospof.js');

chmodSync(join(root, 'dist', 'bin', 'nospof.js'), 0o755);
mkdirSync(folder, { recursive: true });
rmSync(link, { force: true });
symlinkSync(target, link);
