import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Version in the nearest package.json above this file: two steps up from the source, three from the built file. */
export function version(): string {
  for (let folder = dirname(__dirname); ; folder = dirname(folder)) {
    try {
      const { name, version: found } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
      if (name === 'nospof') return String(found);
    } catch {
      // Not here; the next folder up has it.
    }
    if (folder === dirname(folder)) return 'unknown';
  }
}
