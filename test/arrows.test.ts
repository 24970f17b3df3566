import { readdirSync } from 'node:fs';
import { join } from 'node:path';

const root = join(__dirname, '..');
const {
  forbidden,
}: {
  forbidden: readonly { readonly name: string; readonly to: { readonly pathNot?: readonly string[] } }[];
} = require('../.dependency-cruiser.cjs');
const arrows = forbidden.filter(({ name }) => name.startsWith('arrows-of-'));
const inTable = arrows.map(({ name }) => name.slice('arrows-of-'.length));

/** Folders that have their arrows and not yet a file. */
const PLANNED: readonly string[] = ['cdk-validation', 'components', 'constructs', 'jest', 'pulumi-policy'];

describe('the table of arrows', () => {
  it('names every folder of lib and no other', () => {
    const folders = readdirSync(join(root, 'lib'), { withFileTypes: true }).flatMap((entry) =>
      entry.isDirectory() ? [entry.name] : [],
    );
    expect([...new Set([...folders, ...PLANNED])].sort()).toEqual([...inTable].sort());
  });

  it('lets a folder use only folders above it, so that no loop can be allowed', () => {
    arrows.forEach(({ name, to }, index) => {
      const used = (to.pathNot ?? []).flatMap((path) => /^\^lib\/([^/]+)\/index/.exec(path)?.[1] ?? []);
      const above = inTable.slice(0, index);
      expect({ name, below: used.filter((folder) => !above.includes(folder)) }).toEqual({ name, below: [] });
    });
  });
});
