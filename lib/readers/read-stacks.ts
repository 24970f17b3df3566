import { existsSync } from 'node:fs';
import { dirname, resolve, sep } from 'node:path';
import type { ReadOptions, System } from '../model';
import { readAssembly, withResources } from './cdk-assembly/read-assembly';
import type { GivenTemplate, StackIdentity } from './cloudformation/given-template';
import { parseTemplate } from './cloudformation/parse-template';
import { Fault } from './fault';
import { joinPath } from './input-files';
import { isObject } from './json';
import { problemLog } from './problem-log';
import { readDocument, withPlace } from './read-document';
import { systemOf } from './read-system';
import { type SourceTexts, sourceTexts } from './source-text';

/** The template of one stack, as `cdk synth` has just written it. */
export interface StackTemplate extends Pick<StackIdentity, 'region' | 'account'> {
  /** Its path; the manifest of the cloud assembly lies beside it, or in a folder above it. */
  readonly file: string;
}

/**
 * Reads some stacks of a cloud assembly as one system, with the nested stacks they name and without the other stacks.
 * A template that no manifest names is read as a plain one.
 *
 * @param beforeEach - called before a template is opened; what it throws ends the reading
 * @throws {InputError} a template or a manifest that cannot be read
 */
export function readStacks(
  stacks: readonly StackTemplate[],
  options: ReadOptions = {},
  beforeEach: (file: string) => void = () => {},
): System {
  const texts = sourceTexts();
  const open = new Map(stacks.map((stack) => [resolve(stack.file), stack]));
  const templates: GivenTemplate[] = [];
  for (const folder of assemblyFolders([...open.keys()])) {
    const isWanted = (file: string): boolean => {
      const wanted = open.delete(resolve(file));
      if (wanted) beforeEach(file);
      return wanted;
    };
    templates.push(...readAssembly(folder, texts, { isWanted, acknowledged: false }));
  }
  for (const stack of open.values()) {
    beforeEach(stack.file);
    templates.push(plainTemplate(stack, texts));
  }
  return systemOf(
    stacks.map(({ file }) => file),
    templates,
    options,
    texts,
    problemLog(texts),
  );
}

/** The folder of the assembly that all files belong to; where there is none, the assemblies that lie beside them. */
function assemblyFolders(files: readonly string[]): readonly string[] {
  const folders = [...new Set(files.map((file) => dirname(file)))];
  const common = folders.reduce((shared: string | undefined, folder) => commonFolder(shared, folder), folders[0]);
  if (common !== undefined && holdsManifest(common)) return [common];
  return folders.filter(holdsManifest);
}

function commonFolder(a: string | undefined, b: string): string | undefined {
  if (a === undefined) return undefined;
  let folder = b;
  while (a !== folder && !a.startsWith(folder.endsWith(sep) ? folder : `${folder}${sep}`)) {
    const above = dirname(folder);
    if (above === folder) return undefined;
    folder = above;
  }
  return folder;
}

function holdsManifest(folder: string): boolean {
  return existsSync(joinPath(folder, 'manifest.json'));
}

function plainTemplate({ file, region, account }: StackTemplate, texts: SourceTexts): GivenTemplate {
  const { documents } = readDocument(file, texts);
  const template = withPlace(file, texts, () => {
    const [body] = documents;
    if (!isObject(body)) throw new Fault('not-a-template', 'the file holds no template', 'run cdk synth again');
    return parseTemplate(file, withResources(body));
  });
  return { template, stack: { ...(region !== undefined && { region }), ...(account !== undefined && { account }) } };
}
