import { Fault } from '../fault';
import { isJsonList, isObject, type Json, type JsonObject, objectAt, property } from '../json';

/** A stack of a cloud assembly. */
export interface StackArtifact {
  readonly id: string;
  readonly templateFile: string;
  readonly stackName: string;
  readonly region?: string;
  readonly account?: string;
  /** Construct metadata by path, when it stands in the manifest itself. */
  readonly metadata: JsonObject;
  readonly metadataFile?: string;
}

export interface Manifest {
  readonly stacks: readonly StackArtifact[];
  /** Folders of nested assemblies (stages), relative to this one. */
  readonly assemblies: readonly string[];
  /** Files that list the assets of stacks, relative to this folder. */
  readonly assetManifests: readonly string[];
}

/**
 * Takes a document for the manifest of a cloud assembly.
 *
 * @throws {Fault} the document has no artifacts
 */
export function parseManifest(document: Json | undefined): Manifest {
  const artifacts = isObject(document) ? property(document, 'artifacts') : undefined;
  if (!isObject(artifacts)) {
    throw new Fault(
      'not-an-assembly',
      'manifest.json has no artifacts; expected the manifest of a CDK cloud assembly',
      'run cdk synth, or name the templates',
    );
  }
  const entries = Object.keys(artifacts).map((id) => ({ id, artifact: objectAt(artifacts, id) }));
  return {
    stacks: entries
      .filter(({ artifact }) => artifact.type === 'aws:cloudformation:stack')
      .flatMap(({ id, artifact }) => stackArtifact(id, artifact)),
    assemblies: textProperties(entries, 'cdk:cloud-assembly', 'directoryName'),
    assetManifests: textProperties(entries, 'cdk:asset-manifest', 'file'),
  };
}

type Entries = readonly { readonly id: string; readonly artifact: JsonObject }[];

function textProperties(entries: Entries, type: string, name: string): readonly string[] {
  return entries.flatMap(({ artifact }) => {
    const value = artifact.type === type ? property(objectAt(artifact, 'properties'), name) : undefined;
    return typeof value === 'string' ? [value] : [];
  });
}

function stackArtifact(id: string, artifact: JsonObject): readonly StackArtifact[] {
  const properties = objectAt(artifact, 'properties');
  const { templateFile, stackName } = properties;
  if (typeof templateFile !== 'string') return [];
  const environment = /^aws:\/\/([^/]+)\/([^/]+)$/.exec(String(artifact.environment ?? ''));
  const [account, region] = [known(environment?.[1]), known(environment?.[2])];
  const metadataFile = property(artifact, 'additionalMetadataFile');
  return [
    {
      id,
      templateFile,
      stackName: typeof stackName === 'string' ? stackName : id,
      ...(region !== undefined && { region }),
      ...(account !== undefined && { account }),
      metadata: objectAt(artifact, 'metadata'),
      ...(typeof metadataFile === 'string' && { metadataFile }),
    },
  ];
}

/** The CDK writes `unknown-region` and `unknown-account` for stacks that can go anywhere. */
function known(word: string | undefined): string | undefined {
  return word === undefined || word.startsWith('unknown-') ? undefined : word;
}

/** Logical ids by construct path, from construct metadata. */
export function logicalIds(metadata: JsonObject): ReadonlyMap<string, string> {
  const ids = new Map<string, string>();
  for (const [path, entries] of Object.entries(metadata)) {
    for (const entry of isJsonList(entries) ? entries : []) {
      if (isObject(entry) && entry.type === 'aws:cdk:logicalId' && typeof entry.data === 'string') ids.set(path, entry.data);
    }
  }
  return ids;
}

/** Asset files that are published as one file, by the last part of the names they get. */
export function publishedFiles(document: Json | undefined): readonly { readonly file: string; readonly alias: string }[] {
  const files = isObject(document) ? objectAt(document, 'files') : {};
  return Object.values(files).flatMap((asset) => {
    if (!isObject(asset)) return [];
    const { path, packaging } = objectAt(asset, 'source');
    const destinations = Object.values(objectAt(asset, 'destinations'));
    if (typeof path !== 'string' || packaging !== 'file') return [];
    return destinations.flatMap((destination) => {
      const key = isObject(destination) ? destination.objectKey : undefined;
      return typeof key === 'string' ? [{ file: path, alias: key.split('/').at(-1) ?? key }] : [];
    });
  });
}
