import { existsSync, readdirSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Fault } from '../../fault';
import { isObject, type Json, type JsonObject, objectAt } from '../../json';
import { readDocument } from '../../read-document';
import type { SourceTexts } from '../../source-text';
import { configSymbol } from '../symbols';

/** What stands in Pulumi.yaml and in the file of the stack. */
export interface Project {
  readonly name: string;
  readonly stack: string;
  readonly entry: string;
  readonly config: Readonly<Record<string, string>>;
  readonly secrets: readonly string[];
}

/** What the user says of the stack. */
export interface ProjectOptions {
  readonly stack?: string;
  readonly config?: Readonly<Record<string, string>>;
}

/**
 * Reads the project in a folder.
 *
 * @throws {Fault} no Pulumi.yaml, another language, no program, or several stacks and none is named
 */
export function readProject(folder: string, options: ProjectOptions, texts: SourceTexts): Project {
  const file = ['Pulumi.yaml', 'Pulumi.yml'].map((name) => join(folder, name)).find(existsSync);
  if (file === undefined) {
    throw new Fault('no-project', `"${folder}" holds no Pulumi.yaml`, 'name the folder of a Pulumi project');
  }
  const project = documentOf(file, texts);
  const name = typeof project.name === 'string' ? project.name : 'project';
  checkRuntime(project.runtime);
  const stack = stackOf(folder, options.stack);
  const settings = stack.file === undefined ? {} : objectAt(documentOf(stack.file, texts), 'config');
  const config: Record<string, string> = {};
  const secrets: string[] = [];
  for (const [key, value] of [...Object.entries(projectConfig(project)), ...Object.entries(settings)]) {
    const full = key.includes(':') ? key : `${name}:${key}`;
    if (isObject(value) && 'secure' in value) {
      config[full] = configSymbol(full);
      secrets.push(full);
    } else if (value !== null) config[full] = typeof value === 'object' ? JSON.stringify(value) : String(value);
  }
  for (const [key, value] of Object.entries(options.config ?? {})) config[key.includes(':') ? key : `${name}:${key}`] = value;
  return { name, stack: stack.name, entry: entryOf(folder, project.main), config, secrets };
}

function documentOf(file: string, texts: SourceTexts): JsonObject {
  const [document] = readDocument(file, texts).documents;
  return isObject(document) ? document : {};
}

function checkRuntime(runtime: Json | undefined): void {
  const name = isObject(runtime) ? runtime.name : runtime;
  if (name === undefined || name === 'nodejs') return;
  const message = `the project runs on "${String(name)}"; programs in TypeScript and JavaScript can be run offline`;
  throw new Fault('other-runtime', message, 'give the output of "pulumi preview --json" to "nospof check"', undefined, [
    'runtime',
  ]);
}

/** Settings that a project gives to all its stacks: a plain value, or a default. */
function projectConfig({ config }: JsonObject): JsonObject {
  const values: Record<string, Json> = {};
  for (const [key, entry] of Object.entries(isObject(config) ? config : {})) {
    const value = isObject(entry) ? (entry.value ?? entry.default) : entry;
    if (value !== undefined) values[key] = value;
  }
  return values;
}

/** The stack that is named, or the only one. */
function stackOf(folder: string, named: string | undefined): { readonly name: string; readonly file?: string } {
  const stacks = readdirSync(folder)
    .map((name) => /^Pulumi\.(.+)\.ya?ml$/.exec(name))
    .filter((match) => match !== null)
    .map(([name, stack = '']) => ({ name: stack, file: join(folder, name) }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
  const names = stacks.map(({ name }) => name).join(', ');
  if (named !== undefined) {
    const found = stacks.find(({ name }) => name === named);
    if (found !== undefined || stacks.length === 0) return found ?? { name: named };
    throw new Fault('no-stack', `there is no stack "${named}"; found ${names}`, 'name one of them with --stack');
  }
  const [only, another] = stacks;
  if (another !== undefined) throw new Fault('which-stack', `the project has several stacks: ${names}`, 'name one with --stack');
  return only ?? { name: 'preview' };
}

/** The file of the program: `main` of Pulumi.yaml, `main` of package.json, or the index. */
function entryOf(folder: string, main: Json | undefined): string {
  const wished = typeof main === 'string' ? resolve(folder, main) : resolve(folder);
  const found = fileOf(wished);
  if (found !== undefined) return found;
  const message = `there is no program at "${typeof main === 'string' ? join(folder, main) : folder}"; expected index.ts or index.js`;
  throw new Fault('no-program', message, 'write the program, or set main in Pulumi.yaml');
}

function fileOf(path: string): string | undefined {
  if (existsSync(path) && !statSync(path).isDirectory()) return path;
  for (const ending of ['.ts', '.js']) if (existsSync(path + ending)) return path + ending;
  const manifest = join(path, 'package.json');
  if (existsSync(manifest)) {
    const { main } = require(manifest) as { readonly main?: unknown };
    const named = typeof main === 'string' ? resolve(path, main) : undefined;
    if (named !== undefined && named !== path && existsSync(named) && !statSync(named).isDirectory()) return named;
  }
  return ['index.ts', 'index.js', 'index.mjs', 'index.cjs'].map((name) => join(path, name)).find(existsSync);
}
