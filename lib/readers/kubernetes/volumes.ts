import type { Value, ValueMap } from '../../model';
import { listAt, type Manifest, mapAt, member, textAt } from './manifest';

/** Drivers whose volumes are reached from every zone of a region. */
const regional: ReadonlySet<string> = new Set([
  'efs.csi.aws.com',
  'filestore.csi.storage.gke.io',
  'nfs.csi.k8s.io',
  'file.csi.azure.com',
  's3.csi.aws.com',
]);

/** Drivers whose volumes stand in one zone. */
const zonal: ReadonlySet<string> = new Set([
  'ebs.csi.aws.com',
  'kubernetes.io/aws-ebs',
  'pd.csi.storage.gke.io',
  'kubernetes.io/gce-pd',
]);

/** Drivers whose volumes are a disk or folder of one node. */
const local: ReadonlySet<string> = new Set(['kubernetes.io/no-provisioner', 'rancher.io/local-path', 'local.csi.openebs.io']);

const zoneLabels = ['topology.kubernetes.io/zone', 'failure-domain.beta.kubernetes.io/zone', 'topology.ebs.csi.aws.com/zone'];

/** What a claim is bound to: one node, one zone (and which, where that is said), a region, or nobody knows. */
export function bindingOf({ object, namespace }: Manifest, manifests: readonly Manifest[]): ValueMap {
  const named = textAt(object, 'spec', 'volumeName');
  const volume = manifests.find(
    ({ kind, name, object: other }) =>
      kind === 'PersistentVolume' &&
      (name === named ||
        (textAt(other, 'spec', 'claimRef', 'name') === textAt(object, 'metadata', 'name') &&
          (textAt(other, 'spec', 'claimRef', 'namespace') ?? 'default') === namespace)),
  );
  if (volume !== undefined) return ofVolume(volume);
  const wanted = textAt(object, 'spec', 'storageClassName');
  const classes = manifests.filter(({ kind }) => kind === 'StorageClass');
  const found = classes.find((each) => (wanted === undefined ? isDefault(each) : each.name === wanted));
  if (found === undefined) return { binding: 'unknown' };
  const driver = textAt(found.object, 'provisioner') ?? '';
  const zones = listAt(found.object, 'allowedTopologies').flatMap((topology) =>
    listAt(topology, 'matchLabelExpressions').flatMap((expression) =>
      zoneLabels.includes(textAt(expression, 'key') ?? '') ? listAt(expression, 'values') : [],
    ),
  );
  if (regional.has(driver) || textAt(found.object, 'parameters', 'replication-type') === 'regional-pd')
    return { binding: 'region' };
  if (local.has(driver)) return { binding: 'node' };
  if (zonal.has(driver)) return { binding: 'zone', ...(zones.length > 0 ? { zones } : {}) };
  return { binding: 'unknown' };
}

function ofVolume({ object }: Manifest): ValueMap {
  if (['local', 'hostPath'].some((name) => member(object, 'spec', name) !== undefined)) return { binding: 'node' };
  const terms = listAt(object, 'spec', 'nodeAffinity', 'required', 'nodeSelectorTerms');
  const zones = terms.flatMap((term) =>
    listAt(term, 'matchExpressions').flatMap((expression) =>
      zoneLabels.includes(textAt(expression, 'key') ?? '') ? listAt(expression, 'values') : [],
    ),
  );
  const driver = textAt(object, 'spec', 'csi', 'driver') ?? '';
  if (regional.has(driver) || member(object, 'spec', 'nfs') !== undefined) return { binding: 'region' };
  const labelled = zoneLabels.map((label) => mapAt(object, 'metadata', 'labels')[label]).filter((zone) => zone !== undefined);
  const all: readonly Value[] = zones.length > 0 ? zones : labelled;
  const inZone =
    zonal.has(driver) || ['awsElasticBlockStore', 'gcePersistentDisk'].some((name) => member(object, 'spec', name) !== undefined);
  if (all.length === 0) return { binding: inZone ? 'zone' : 'unknown' };
  return { binding: 'zone', zones: all };
}

function isDefault({ object }: Manifest): boolean {
  return textAt(object, 'metadata', 'annotations', 'storageclass.kubernetes.io/is-default-class') === 'true';
}
