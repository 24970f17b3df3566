import { isDeepStrictEqual } from 'node:util';
import type { ProblemLog } from '../problem-log';
import type { SourceTexts } from '../source-text';
import type { Manifest } from './manifest';

/**
 * One manifest for each object: a cluster holds one object of a kind, a namespace and a name, however many files write it.
 *
 * @throws {InputError} two that differ: they are for two clusters, or one of them is not meant
 */
export function distinctManifests(
  manifests: readonly Manifest[],
  texts: Pick<SourceTexts, 'locate'>,
  problems: Pick<ProblemLog, 'fail'>,
): readonly Manifest[] {
  const first = new Map<string, Manifest>();
  return manifests.filter((manifest) => {
    // What is given a name by the cluster, or by another tool, is another object each time.
    if (manifest.source.path.at(-1) !== 'name') return true;
    const identity = `${manifest.type} ${manifest.namespace}/${manifest.name}`;
    const other = first.get(identity);
    if (other === undefined) first.set(identity, manifest);
    if (other === undefined || isDeepStrictEqual(other.object, manifest.object)) return other === undefined;
    const at = texts.locate(other.source);
    const place = at === undefined ? other.source.file : `${at.file}:${at.line}`;
    const message = `"${manifest.id}" is declared twice, and differently: here and in ${place}`;
    const hint = 'give the manifests of one cluster at a time, and each object once: one of several environments';
    return problems.fail('declared-twice', message, hint, manifest.source);
  });
}
