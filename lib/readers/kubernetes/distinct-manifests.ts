import { isDeepStrictEqual } from 'node:util';
import type { ProblemLog } from '../problem-log';
import type { SourceTexts } from '../source-text';
import type { Manifest } from './manifest';

/**
 * One manifest for each object: a cluster holds one object of a kind, a namespace and a name, however many files write it,
 * and what is applied last is what it holds. Where two differ, a problem says so: they may be for two clusters.
 */
export function distinctManifests(
  manifests: readonly Manifest[],
  texts: Pick<SourceTexts, 'locate'>,
  problems: Pick<ProblemLog, 'warn'>,
): readonly Manifest[] {
  const last = new Map<string, Manifest>();
  for (const manifest of manifests) {
    const other = last.get(identityOf(manifest));
    if (other !== undefined && isDeepStrictEqual(other.object, manifest.object)) continue;
    last.set(identityOf(manifest), manifest);
    if (other === undefined || !isNamed(manifest)) continue;
    const at = texts.locate(other.source);
    const place = at === undefined ? other.source.file : `${at.file}:${at.line}`;
    const message = `"${manifest.id}" is declared twice, and differently: in ${place}, and here, which is what is judged`;
    const hint = 'give the manifests of one cluster at a time, and each object once: one of several environments';
    problems.warn('declared-twice', message, hint, manifest.source);
  }
  return manifests.filter((manifest) => !isNamed(manifest) || last.get(identityOf(manifest)) === manifest);
}

/** What is given a name by the cluster, or by another tool, is another object each time. */
function isNamed({ source }: Manifest): boolean {
  return source.path.at(-1) === 'name';
}

function identityOf({ type, namespace, name }: Manifest): string {
  return `${type} ${namespace}/${name}`;
}
