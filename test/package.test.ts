import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as manifest from '../package.json';

const root = join(__dirname, '..');

/** Folders of lib that users import, in so far as they exist. */
const PUBLIC = [
  'constructs',
  'components',
  'components/google',
  'components/multi-cloud',
  'cdk-validation',
  'pulumi-policy',
  'jest',
  'reporters',
].filter((folder) => existsSync(join(root, 'lib', folder, 'index.ts')));

describe('package.json', () => {
  it('exports every public folder under its own name', () => {
    const subpaths = ['.', ...PUBLIC.map((folder) => `./${folder}`), './package.json'];
    expect(Object.keys(manifest.exports).sort()).toEqual(subpaths.sort());
    for (const folder of PUBLIC) {
      expect((manifest.exports as Record<string, unknown>)[`./${folder}`]).toEqual({
        types: `./dist/lib/${folder}/index.d.ts`,
        default: `./dist/lib/${folder}/index.js`,
      });
    }
  });

  it('tells apps that ignore exports where the types are', () => {
    expect(manifest.typesVersions).toEqual({
      '*': Object.fromEntries(PUBLIC.map((folder) => [folder, [`./dist/lib/${folder}/index.d.ts`]])),
    });
  });

  it('pins what it installs, and gives a reason for each', () => {
    const reasons = readFileSync(join(root, 'docs/decisions/0002-dependencies.md'), 'utf8');
    for (const [name, version] of Object.entries(manifest.dependencies)) {
      expect(version).toMatch(/^\d+\.\d+\.\d+$/);
      expect(reasons).toContain(`| ${name} | `);
    }
  });

  it('makes every peer optional, so that the command line installs alone', () => {
    expect(manifest.peerDependenciesMeta).toEqual(
      Object.fromEntries(Object.keys(manifest.peerDependencies).map((name) => [name, { optional: true }])),
    );
  });
});
