import type { SettingFact, SettingTable } from '../../setting';
import { given } from './shorthand';

const containers = 'pod.containers[]';
/** A range of limits of the namespace gives requests to all that say none. */
const byRange = { each: containers, orNamedBy: [{ type: 'kubernetes:core/v1/LimitRange' }] };
const pods: readonly SettingFact[] = [
  given('container-health-check-missing', 'readinessProbe', { each: containers }),
  given('container-health-check-missing', 'livenessProbe', { each: containers }),
  given('memory-limit-missing', 'resources.limits.memory', { each: containers }),
  given('resource-requests-missing', 'resources.requests.memory', byRange),
  given('resource-requests-missing', 'resources.requests.cpu', byRange),
];

/** Controllers of pods; the reader lays the pod's template under `pod`. */
export const kubernetesSettings: SettingTable = {
  'kubernetes:apps/v1/DaemonSet': pods,
  'kubernetes:apps/v1/Deployment': pods,
  'kubernetes:apps/v1/StatefulSet': pods,
  'kubernetes:argoproj.io/v1alpha1/Rollout': pods,
};
