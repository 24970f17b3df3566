import type { Value, ValueMap } from '../../model';
import { listAt, type Manifest, mapAt, textAt } from './manifest';
import { sameText } from './selectors';

/** The pods that an object makes. */
export interface PodTemplate {
  readonly pod: ValueMap;
  readonly labels: ValueMap;
}

/** Kinds that keep a number of pods, whoever wrote their controller. */
const controllers: ReadonlySet<string> = new Set([
  'Deployment',
  'StatefulSet',
  'DaemonSet',
  'ReplicaSet',
  'ReplicationController',
  'Rollout',
]);

/** The pods of a workload; jobs make theirs too, but nothing serves from them. */
export function podTemplateOf({ kind, object }: Pick<Manifest, 'kind' | 'object'>): PodTemplate | undefined {
  if (kind === 'Pod') return { pod: mapAt(object, 'spec'), labels: mapAt(object, 'metadata', 'labels') };
  if (!controllers.has(kind)) return undefined;
  return { pod: mapAt(object, 'spec', 'template', 'spec'), labels: mapAt(object, 'spec', 'template', 'metadata', 'labels') };
}

/** Workloads of a namespace whose pods bear all these labels. */
export function workloadsWith(
  labels: readonly (readonly [string, Value])[],
  namespace: string,
  manifests: readonly Manifest[],
): readonly Manifest[] {
  return manifests.filter((manifest) => {
    const own = manifest.namespace === namespace ? podTemplateOf(manifest)?.labels : undefined;
    return own !== undefined && labels.every(([name, value]) => sameText(own[name], value));
  });
}

/**
 * The claims that a stateful set makes for its first pod, under the names that the cluster gives them. Where there is one
 * pod, its volume is the set's; of several pods each has its own, and the loss of one volume is the loss of one pod.
 */
export function claimsMadeBy(manifest: Manifest): readonly Manifest[] {
  if (manifest.kind !== 'StatefulSet' || !makesOnePod(manifest)) return [];
  return listAt(manifest.object, 'spec', 'volumeClaimTemplates').flatMap((template): Manifest[] => {
    const wanted = textAt(template, 'metadata', 'name');
    if (wanted === undefined) return [];
    const name = `${wanted}-${manifest.name}-0`;
    const { namespace } = manifest;
    const prefix = namespace === 'default' ? '' : `${namespace}/`;
    const id = `${prefix}PersistentVolumeClaim/${name}`;
    const kind = 'PersistentVolumeClaim';
    const object = { ...mapAt(template), metadata: { ...mapAt(template, 'metadata'), name } };
    return [
      {
        ...manifest,
        type: 'kubernetes:core/v1/PersistentVolumeClaim',
        kind,
        name,
        id,
        key: `${manifest.stack.name}/${id}`,
        object,
      },
    ];
  });
}

function makesOnePod({ object }: Manifest): boolean {
  return (textAt(object, 'spec', 'replicas') ?? '1') === '1';
}
