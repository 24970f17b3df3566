import { isMap, type Stack, type Value } from '../../model';
import { Fault } from '../fault';
import type { GivenDocument } from '../given-document';
import { isJsonList, isObject, type Json, type JsonObject, objectAt } from '../json';
import type { ProblemLog } from '../problem-log';
import { typeOfKind } from './kinds';
import type { Manifest } from './manifest';

/**
 * The objects of one file: plain, several documents, or lists of objects.
 *
 * @throws {Fault} an object without a kind or a name
 */
export function readManifests(
  { documents, file }: GivenDocument,
  stack: Stack,
  problems: Pick<ProblemLog, 'warn'>,
): readonly Manifest[] {
  const found: Manifest[] = [];
  const visit = (document: Json | undefined, path: readonly (string | number)[]): void => {
    if (document === null || document === undefined) return;
    if (!isObject(document))
      throw new Fault('manifest-shape', 'a document is no map', 'give Kubernetes manifests', undefined, path);
    const { kind, items } = document;
    if (typeof kind === 'string' && kind.endsWith('List') && isJsonList(items)) {
      for (const [at, item] of items.entries()) visit(item, [...path, 'items', at]);
      return;
    }
    const { apiVersion } = document;
    if (typeof apiVersion === 'string' && typeof kind === 'string' && isOfTool(apiVersion, kind)) {
      const message = `a ${kind} is read by a tool, and no object of a cluster: what the tool makes of it is not judged`;
      problems.warn('file-of-a-tool', message, 'give the output of "kustomize build" or of the tool that reads it', {
        file,
        path: [...path, 'kind'],
      });
      return;
    }
    const manifest = toManifest(document, stack, path);
    if (isPatch(document)) {
      const message = `"${manifest.id}" has no spec.selector: it is a patch, and no object that a cluster takes, so it is not judged`;
      problems.warn(
        'patch-alone',
        message,
        'give the output of "kustomize build" or of the tool that applies it',
        manifest.source,
      );
      return;
    }
    found.push(manifest);
  };
  for (const [at, document] of documents.entries()) visit(document, [at]);
  return found;
}

/** Settings of programs that are written like objects: Kustomize, Skaffold, kind, kubectl, kubelets. */
function isOfTool(apiVersion: string, kind: string): boolean {
  return (
    /^(kustomize\.config\.k8s\.io|skaffold|kind\.x-k8s\.io|[a-z.]*config\.k8s\.io|kubeadm\.k8s\.io)\//.test(apiVersion) ||
    (kind === 'Config' && apiVersion === 'v1')
  );
}

/** The API asks these for a selector since apps/v1beta2; before, it was made from the labels. */
function isPatch({ kind, apiVersion, ...document }: JsonObject): boolean {
  const needsSelector = ['Deployment', 'StatefulSet', 'DaemonSet', 'ReplicaSet'].includes(String(kind));
  if (!needsSelector || !/^apps\/v1(beta2)?$/.test(String(apiVersion))) return false;
  return (objectAt(document, 'spec').selector ?? null) === null;
}

/** @throws {Fault} an object without a kind or a name */
function toManifest(document: JsonObject, stack: Stack, path: readonly (string | number)[]): Manifest {
  const { kind, apiVersion } = document;
  if (typeof kind !== 'string' || typeof apiVersion !== 'string') {
    throw new Fault('manifest-shape', 'an object has no apiVersion and kind', 'give Kubernetes manifests', undefined, path);
  }
  const metadata = objectAt(document, 'metadata');
  const name = metadata.name ?? metadata.generateName;
  if (typeof name !== 'string') {
    throw new Fault('manifest-shape', `a ${kind} has no metadata.name`, 'give every object its name', undefined, [
      ...path,
      'kind',
    ]);
  }
  const namespace = typeof metadata.namespace === 'string' ? metadata.namespace : 'default';
  const id = namespace === 'default' ? `${kind}/${name}` : `${namespace}/${kind}/${name}`;
  return {
    type: typeOfKind(apiVersion, kind),
    kind,
    namespace,
    name,
    id,
    key: `${stack.name}/${id}`,
    object: document as { readonly [name: string]: Value },
    stack,
    source: { file: stack.file, path: [...path, 'metadata', metadata.name === undefined ? 'generateName' : 'name'] },
  };
}

/**
 * An object that another tool declares, under the name of its declaration where the object's own is not known yet;
 * undefined where it is no object of a cluster.
 */
export function declaredManifest(object: Value | undefined, name: string, stack: Stack): Manifest | undefined {
  if (!isMap(object) || typeof object.kind !== 'string' || typeof object.apiVersion !== 'string') return undefined;
  const metadata = isMap(object.metadata) ? object.metadata : {};
  const named = typeof metadata.name === 'string' ? object : { ...object, metadata: { ...metadata, name } };
  return toManifest(named as JsonObject, stack, []);
}
