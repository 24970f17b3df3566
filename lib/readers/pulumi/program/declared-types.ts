import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Types of the members that a package declares for a class or a result, as they are written. */
export type DeclaredTypes = ReadonlyMap<string, string>;

const none: DeclaredTypes = new Map();

/**
 * Reads from the declarations of an installed package what a resource puts out and what a data source answers, so that
 * a program is handed texts where it expects texts and lists where it expects lists.
 */
export class Declarations {
  private readonly folders = new Map<string, string | undefined>();
  private readonly outputs = new Map<string, DeclaredTypes>();
  private readonly results = new Map<string, DeclaredTypes>();

  constructor(private readonly folder: string) {}

  /** Outputs of a resource class by its token: `aws:ec2/subnet:Subnet`. */
  outputsOf(token: string): DeclaredTypes {
    return this.cached(this.outputs, token, /readonly (\w+)!?: pulumi\.Output<((?:[^;{]|\{[^}]*\})*)>;/g);
  }

  /** What a data source answers, by its token: `aws:ec2/getAmi:getAmi`. */
  resultOf(token: string): DeclaredTypes {
    return this.cached(this.results, token, /readonly (\w+): ([^;]+);/g, /interface \w+Result \{([\s\S]*?)\n\}/);
  }

  private cached(cache: Map<string, DeclaredTypes>, token: string, member: RegExp, section?: RegExp): DeclaredTypes {
    let types = cache.get(token);
    if (types === undefined) {
      const text = this.textOf(token);
      const part = section === undefined ? text : (section.exec(text)?.[1] ?? '');
      types = part === '' ? none : new Map([...part.matchAll(member)].map(([, name = '', type = '']) => [name, type]));
      cache.set(token, types);
    }
    return types;
  }

  private textOf(token: string): string {
    const [name = '', module = '', type = ''] = token.split(':');
    const folder = this.packageOf(name);
    if (folder === undefined) return '';
    // A leading abbreviation is written small in file names, and a class called Index stands beside the index.
    const other = `${module.slice(0, module.lastIndexOf('/') + 1)}${type.replace(/^[A-Z]+/, (letters) => letters.toLowerCase())}`;
    const file = [`${module}_`, module, other]
      .map((path) => join(folder, `${path.replace(/^index\//, '')}.d.ts`))
      .find(existsSync);
    return file === undefined ? '' : readFileSync(file, 'utf8');
  }

  private packageOf(name: string): string | undefined {
    if (!this.folders.has(name)) {
      let found: string | undefined;
      try {
        found = dirname(require.resolve(`@pulumi/${name}/package.json`, { paths: [this.folder] }));
      } catch {
        found = undefined;
      }
      this.folders.set(name, found);
    }
    return this.folders.get(name);
  }
}
