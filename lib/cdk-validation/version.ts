/** Version in package.json: two folders up from the source, three from the built file. */
export function version(): string {
  for (const up of ['../..', '../../..']) {
    try {
      const { name, version: found } = require(`${up}/package.json`) as Record<string, unknown>;
      if (name === 'nospof') return String(found);
    } catch {
      // Not here; the other one has it.
    }
  }
  return '0.0.0';
}
