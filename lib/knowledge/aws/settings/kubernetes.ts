import type { SettingFact, SettingTable } from '../../setting';
import { given } from './shorthand';

const containers = 'pod.containers[]';
const pods: readonly SettingFact[] = [
  given('container-health-check-missing', 'readinessProbe', { each: containers }),
  given('container-health-check-missing', 'livenessProbe', { each: containers }),
  given('memory-limit-missing', 'resources.limits.memory', { each: containers }),
];

/** Controllers of pods; the reader lays the pod's template under `pod`. */
export const kubernetesSettings: SettingTable = {
  'kubernetes:apps/v1/DaemonSet': pods,
  'kubernetes:apps/v1/Deployment': pods,
  'kubernetes:apps/v1/StatefulSet': pods,
};
