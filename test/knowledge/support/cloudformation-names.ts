import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** What the CDK was generated from: for each type the words of its module, and the reference page of each class. */
export interface CloudFormationNames {
  has(type: string): boolean;
  /** Whether the module of the type knows a property of this name. */
  hasProperty(type: string, name: string): boolean;
  /** Whether any type knows a property of this name: for what stands behind a reference. */
  hasPropertySomewhere(name: string): boolean;
  hasPage(type: string, page: string): boolean;
}

const root = dirname(require.resolve('aws-cdk-lib/package.json'));
const modules = readdirSync(root, { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.'))
  .flatMap(({ name }) => generatedIn(join(root, name, 'lib')));

function generatedIn(folder: string): string[] {
  try {
    return readdirSync(folder)
      .filter((file) => file.endsWith('.generated.js') && !/augmentations|canned-metrics/.test(file))
      .map((file) => join(folder, file));
  } catch {
    return [];
  }
}

/** Reads the generated classes of the CDK, once; they carry CloudFormation's own names. */
export function cloudFormationNames(): CloudFormationNames {
  const moduleOf = new Map<string, string>();
  const words = new Map<string, Set<string>>();
  const pages = new Map<string, string>();
  const everywhere = new Set<string>();
  for (const file of modules) {
    const text = readFileSync(file, 'utf8');
    const types = [...text.matchAll(/CFN_RESOURCE_TYPE_NAME="([A-Za-z0-9:]+)"/g)].map(([, type]) => type as string);
    if (types.length === 0) continue;
    const names = new Set([...text.matchAll(/\b([A-Z][A-Za-z0-9]*)\b/g)].map(([name]) => name));
    words.set(file, names);
    for (const name of names) everywhere.add(name);
    for (const type of types) if (!moduleOf.has(type)) moduleOf.set(type, file);
  }
  const moduleWith = (type: string) => moduleOf.get(type) ?? '';
  return {
    has: (type) => moduleOf.has(type),
    hasProperty: (type, name) => words.get(moduleWith(type))?.has(name) ?? false,
    hasPropertySomewhere: (name) => everywhere.has(name),
    hasPage(type, page) {
      const file = moduleWith(type);
      if (!pages.has(file)) pages.set(file, readFileSync(file.replace(/\.js$/, '.d.ts'), 'utf8'));
      return pages.get(file)?.includes(page) ?? false;
    },
  };
}
