import type { Value, ValueMap } from '../../model';
import { append } from '../../multimap';
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

/** A workload with the pods it makes. */
export interface Workload extends PodTemplate {
  readonly manifest: Manifest;
}

/** Workloads by the labels of their pods: what selectors look for. */
export class Workloads {
  private readonly byNamespace = new Map<string, Workload[]>();
  private readonly byLabel = new Map<string, Workload[]>();

  constructor(manifests: readonly Manifest[]) {
    for (const manifest of manifests) {
      const template = podTemplateOf(manifest);
      if (template === undefined) continue;
      const workload = { ...template, manifest };
      append(this.byNamespace, manifest.namespace, workload);
      for (const [name, value] of Object.entries(template.labels))
        append(this.byLabel, labelKey(manifest.namespace, name, value), workload);
    }
  }

  all(): Iterable<Workload> {
    return [...this.byNamespace.values()].flat();
  }

  /** Workloads whose pods bear all these labels. */
  with(labels: readonly (readonly [string, Value])[], namespace: string): readonly Workload[] {
    const [first] = labels;
    const candidates = first === undefined ? [] : (this.byLabel.get(labelKey(namespace, ...first)) ?? []);
    return candidates.filter(({ labels: own }) => labels.every(([name, value]) => sameText(own[name], value)));
  }

  /** A workload whose pods bear all these labels, in whichever namespace. */
  anywhereWith(labels: readonly (readonly [string, Value])[]): Workload | undefined {
    for (const namespace of this.byNamespace.keys()) {
      const [found] = this.with(labels, namespace);
      if (found !== undefined) return found;
    }
    return undefined;
  }

  /** Workloads that a label selector may take: where it asks for a text, those that bear it or one that is not known. */
  near(selector: Value | undefined, namespace: string): readonly Workload[] {
    const asked = Object.entries(mapAt(selector, 'matchLabels')).find(([, value]) => typeof value === 'string');
    const all = this.byNamespace.get(namespace) ?? [];
    if (asked === undefined) return all;
    const named = this.byLabel.get(labelKey(namespace, ...asked)) ?? [];
    const unknown = this.byLabel.get(labelKey(namespace, asked[0], {})) ?? [];
    return unknown.length === 0 ? named : all.filter((workload) => named.includes(workload) || unknown.includes(workload));
  }
}

/** Labels that are no text share one key for each name: they may be equal. */
function labelKey(namespace: string, name: string, value: Value): string {
  return typeof value === 'object' ? `${namespace} ${name}` : `${namespace} ${name} ${String(value)}`;
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

/** Whether it makes one pod at a time, so that what the pod has is all that there is. */
export function makesOnePod({ object }: Pick<Manifest, 'object'>): boolean {
  return (textAt(object, 'spec', 'replicas') ?? '1') === '1';
}
