import { InputError } from '../../diagnostics';
import type { DeclaredAcknowledgement } from '../../model';
import type { GivenTemplate } from '../cloudformation/given-template';
import { namedTemplates } from '../cloudformation/nested-stacks';
import { parseTemplate } from '../cloudformation/parse-template';
import type { Template } from '../cloudformation/template';
import { Fault } from '../fault';
import { joinPath, readText } from '../input-files';
import { isObject, type JsonObject, objectAt, property } from '../json';
import { readDocument, withPlace } from '../read-document';
import type { SourceTexts } from '../source-text';
import { acknowledgementsIn, PLUGIN_PREFIX } from './acknowledgements';
import { constructPaths, type OwnedPaths } from './construct-paths';
import { logicalIds, type Manifest, parseManifest, publishedFiles, type StackArtifact } from './manifest';

/** Stages nest; more than these levels come only from a folder that contains itself. */
const deepestStage = 20;

/** What of an assembly is read. */
export interface AssemblyOptions {
  /** Asked about each stack's template just before it would be opened. */
  readonly isWanted?: (templateFile: string) => boolean;
  /** Take what the app acknowledges for acknowledged; off inside a synthesis, where the CDK does so itself. */
  readonly acknowledged?: boolean;
}

/**
 * Reads the stacks of a CDK cloud assembly and of its stages. Assets other than templates are not opened.
 *
 * @param folder - holds manifest.json, as `cdk synth` writes it (`cdk.out`)
 * @throws {InputError} a manifest or a template that cannot be read
 */
export function readAssembly(
  folder: string,
  texts: SourceTexts,
  { acknowledged = true, isWanted = () => true }: AssemblyOptions = {},
): readonly GivenTemplate[] {
  const parts = partsOf(folder, texts, 0);
  const counts = new Map<string, number>();
  for (const { manifest } of parts) {
    for (const { stackName } of manifest.stacks) counts.set(stackName, (counts.get(stackName) ?? 0) + 1);
  }
  return parts.flatMap((part) => {
    const nested = new Map<string, GivenTemplate>();
    const stacks = part.manifest.stacks.flatMap((artifact) => {
      if (!isWanted(joinPath(part.folder, artifact.templateFile))) return [];
      // the same stack name in two regions is usual; the artifact's id tells the two apart
      const name = (counts.get(artifact.stackName) ?? 0) > 1 ? artifact.id : artifact.stackName;
      return [readStack(artifact, name, part, { nested, texts, acknowledged })];
    });
    return [...stacks, ...nested.values()];
  });
}

/** One folder of the assembly: itself or a stage. */
interface Part {
  readonly folder: string;
  readonly manifest: Manifest;
  /** Template files by the names they are published under, their own among them. */
  readonly published: ReadonlyMap<string, string>;
}

/** What is shared while the stacks are read. */
interface Reading {
  readonly nested: Map<string, GivenTemplate>;
  readonly texts: SourceTexts;
  readonly acknowledged: boolean;
}

/** What the templates of one stack share. */
interface StackReading extends Reading {
  readonly paths: () => OwnedPaths | undefined;
  readonly said: readonly DeclaredAcknowledgement[];
}

function partsOf(folder: string, texts: SourceTexts, depth: number): readonly Part[] {
  const file = joinPath(folder, 'manifest.json');
  if (depth > deepestStage) {
    const message = `stages nest more than ${deepestStage} levels deep`;
    throw new InputError([
      { code: 'nesting-too-deep', fatal: true, message, hint: 'run cdk synth again', at: { file, line: 1, column: 1 } },
    ]);
  }
  const { documents } = readDocument(file, texts);
  const manifest = withPlace(file, texts, () => parseManifest(documents[0]));
  const published = new Map<string, string>();
  for (const name of manifest.assetManifests) {
    for (const { file: template, alias } of publishedFiles(readDocument(joinPath(folder, name), texts).documents[0])) {
      if (template.endsWith('.template.json')) published.set(alias, template).set(template, template);
    }
  }
  return [
    { folder, manifest, published },
    ...manifest.assemblies.flatMap((name) => partsOf(joinPath(folder, name), texts, depth + 1)),
  ];
}

function readStack(artifact: StackArtifact, name: string, part: Part, reading: Reading): GivenTemplate {
  const paths = () => pathsOf(artifact, part, reading.texts);
  const acknowledged = reading.acknowledged ? acknowledgedIn(artifact, part, reading.texts) : [];
  const template = readOne(artifact.templateFile, part, { ...reading, paths, said: acknowledged });
  const { region, account } = artifact;
  const identity = {
    name,
    deployedName: artifact.stackName,
    ...(region !== undefined && { region }),
    ...(account !== undefined && { account }),
  };
  return { template, stack: identity };
}

/** Reads a template and the nested ones that it names. */
function readOne(file: string, part: Part, stack: StackReading): Template {
  const { nested, texts, paths, said } = stack;
  const place = joinPath(part.folder, file);
  const body = readDocument(place, texts).documents[0];
  const aliases = [...part.published].filter(([alias, target]) => target === file && alias !== file).map(([alias]) => alias);
  const template = withPlace(place, texts, () => {
    if (!isObject(body)) throw new Fault('not-a-template', `"${file}" holds no template`, 'run cdk synth again');
    const owned = hasPaths(objectAt(body, 'Resources')) ? undefined : paths();
    return parseTemplate(place, withResources(body), {
      aliases,
      ...(owned && { paths: owned.paths }),
      ...(said.length > 0 && { acknowledged: said }),
    });
  });
  for (const { id, location } of namedTemplates(template)) {
    const target = part.published.get(location.split('/').at(-1) ?? '');
    if (target === undefined || nested.has(target)) continue;
    nested.set(target, { template, nested: true });
    nested.set(target, { template: readOne(target, part, { ...stack, paths: () => paths()?.nested.get(id) }), nested: true });
  }
  return template;
}

/** The CDK leaves the section out of a stack that has no resources yet; that is no fault of its template. */
export function withResources(body: JsonObject): JsonObject {
  return property(body, 'Resources') === undefined ? { ...body, Resources: {} } : body;
}

/** Whether the template itself says the construct paths; it does unless path metadata is switched off. */
function hasPaths(resources: ReturnType<typeof objectAt>): boolean {
  return Object.values(resources).some((resource) => isObject(resource) && 'aws:cdk:path' in objectAt(resource, 'Metadata'));
}

function pathsOf(artifact: StackArtifact, part: Part, texts: SourceTexts): OwnedPaths {
  const ids = logicalIds(artifact.metadata);
  if (ids.size > 0 || artifact.metadataFile === undefined) return constructPaths(ids);
  return constructPaths(logicalIds(metadataFile(joinPath(part.folder, artifact.metadataFile), texts)));
}

function acknowledgedIn(artifact: StackArtifact, part: Part, texts: SourceTexts): readonly DeclaredAcknowledgement[] {
  const here = acknowledgementsIn(artifact.metadata);
  if (artifact.metadataFile === undefined) return here;
  const file = joinPath(part.folder, artifact.metadataFile);
  // Traces make it a large file, and most apps acknowledge nothing of ours: it is parsed only when it has to be.
  if (!textOf(file).includes(PLUGIN_PREFIX)) return here;
  return [...here, ...acknowledgementsIn(metadataFile(file, texts))];
}

function metadataFile(file: string, texts: SourceTexts): JsonObject {
  const metadata = readDocument(file, texts).documents[0];
  return isObject(metadata) ? metadata : {};
}

/** A file that cannot be read says nothing here; whoever needs it says so. */
function textOf(file: string): string {
  try {
    return readText(file);
  } catch (error) {
    if (error instanceof Fault) return '';
    throw error;
  }
}
