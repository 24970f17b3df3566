import { dataDirectories, temporaryDirectories } from './directories';
import { listAt, type Manifest, member, textAt } from './manifest';
import { makesOnePod, podTemplateOf } from './workloads';

/**
 * The empty directories in which a lone pod keeps data: mounted where a store keeps it, or all that a stateful set has
 * beside directories for what may be lost. They go with the pod when it leaves its node. Of several pods each has its own.
 */
export function emptyDirectoriesOf(manifest: Manifest): readonly Manifest[] {
  const template = podTemplateOf(manifest);
  if (template === undefined || !makesOnePod(manifest) || manifest.kind === 'DaemonSet') return [];
  const { pod } = template;
  const volumes = listAt(pod, 'volumes');
  const claims = listAt(manifest.object, 'spec', 'volumeClaimTemplates').length;
  const hasOther = claims > 0 || volumes.some((volume) => member(volume, 'persistentVolumeClaim') ?? member(volume, 'ephemeral'));
  const isAllItHas = manifest.kind === 'StatefulSet' && !hasOther;
  const mountsOf = (list: string) => listAt(pod, list).flatMap((container) => listAt(container, 'volumeMounts'));
  const mounts = mountsOf('containers').filter((mount) => textAt(mount, 'readOnly') !== 'true');
  // What is filled before the start is made anew with the pod.
  const filled = new Set(mountsOf('initContainers').map((mount) => textAt(mount, 'name')));
  return volumes.flatMap((volume): Manifest[] => {
    const name = textAt(volume, 'name');
    // One in memory is for what nobody means to keep.
    if (member(volume, 'emptyDir') === undefined || textAt(volume, 'emptyDir', 'medium') === 'Memory') return [];
    const paths = mounts.flatMap((mount) => (textAt(mount, 'name') === name ? [textAt(mount, 'mountPath') ?? ''] : []));
    const isAll = isAllItHas && !filled.has(name);
    const keepsData = paths.some((path) => under(path, dataDirectories) || (isAll && !under(path, temporaryDirectories)));
    return name !== undefined && keepsData ? [directoryOf(manifest, name)] : [];
  });
}

function directoryOf(manifest: Manifest, volume: string): Manifest {
  const { namespace, stack } = manifest;
  const kind = 'EmptyDir';
  const name = `${manifest.name}-${volume}`;
  const id = `${namespace === 'default' ? '' : `${namespace}/`}${kind}/${name}`;
  const key = `${stack.name}/${id}`;
  return { ...manifest, type: 'kubernetes:core/v1/EmptyDirVolumeSource', kind, name, id, key, object: {} };
}

function under(path: string, folders: ReadonlySet<string>): boolean {
  const steps = path.split('/').filter((step) => step !== '');
  return steps.some((_step, at) => folders.has(`/${steps.slice(0, at + 1).join('/')}`));
}
