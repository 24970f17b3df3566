import { existsSync, readFileSync } from 'node:fs';
import Module from 'node:module';

/** What Node's loader of CommonJS modules offers and its types leave out. */
interface Loader {
  readonly _extensions: Record<string, (module: { _compile(code: string, file: string): void }, file: string) => void>;
  _resolveFilename(request: string, parent: unknown, ...rest: unknown[]): string;
}

type Transpile = (code: string, file: string) => string;

/**
 * Lets `require` load TypeScript. Types are not checked: that is the business of the project's own build. The project's
 * SWC is used where it has one, else its TypeScript, else the TypeScript that comes with Pulumi.
 *
 * @param folder - where packages are looked for
 */
export function loadTypeScript(folder: string): void {
  const loader = Module as unknown as Loader;
  // A process that was started with a loader of its own keeps it.
  if (loader._extensions['.ts'] !== undefined) return;
  let transpile: Transpile | undefined;
  const load = (module: { _compile(code: string, file: string): void }, file: string): void => {
    transpile ??= transpiler(folder);
    module._compile(transpile(readFileSync(file, 'utf8'), file), file);
  };
  for (const ending of ['.ts', '.tsx', '.cts']) loader._extensions[ending] = load;
  const resolve = loader._resolveFilename;
  loader._resolveFilename = function (this: unknown, request, parent, ...rest) {
    try {
      return resolve.call(this, request, parent, ...rest);
    } catch (error) {
      // Programs written for ES modules name `./network.js` and mean `./network.ts`.
      if (!/^\.{1,2}\/.*\.js$/.test(request)) throw error;
      return resolve.call(this, request.replace(/\.js$/, '.ts'), parent, ...rest);
    }
  };
}

function transpiler(folder: string): Transpile {
  const find = (name: string): string | undefined => {
    try {
      return require.resolve(name, { paths: [folder] });
    } catch {
      return undefined;
    }
  };
  const swc = find('@swc/core');
  if (swc !== undefined) return withSwc(require(swc) as Swc);
  const typescript = find('typescript') ?? vendored(find('@pulumi/pulumi/package.json'));
  if (typescript !== undefined) return withTypeScript(require(typescript) as TypeScript);
  throw new Error('the program is written in TypeScript, and its project has neither typescript nor @swc/core installed');
}

function vendored(manifest: string | undefined): string | undefined {
  const file = manifest?.replace(/package\.json$/, 'vendor/typescript@3.8.3/typescript.js');
  return file !== undefined && existsSync(file) ? file : undefined;
}

interface Swc {
  transformSync(code: string, options: object): { readonly code: string };
}

function withSwc({ transformSync }: Swc): Transpile {
  return (code, filename) =>
    transformSync(code, {
      filename,
      swcrc: false,
      configFile: false,
      sourceMaps: 'inline',
      module: { type: 'commonjs' },
      jsc: {
        target: 'es2022',
        parser: { syntax: 'typescript', tsx: filename.endsWith('x'), decorators: true },
        keepClassNames: true,
      },
    }).code;
}

interface TypeScript {
  readonly ModuleKind: { readonly CommonJS: number };
  readonly ScriptTarget: { readonly ES2020?: number; readonly ES2018: number };
  transpileModule(code: string, options: object): { readonly outputText: string };
}

function withTypeScript({ ModuleKind, ScriptTarget, transpileModule }: TypeScript): Transpile {
  const compilerOptions = {
    module: ModuleKind.CommonJS,
    target: ScriptTarget.ES2020 ?? ScriptTarget.ES2018,
    esModuleInterop: true,
    experimentalDecorators: true,
    inlineSourceMap: true,
    inlineSources: true,
  };
  return (code, fileName) => transpileModule(code, { compilerOptions, fileName }).outputText;
}
