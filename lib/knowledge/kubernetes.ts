import type { Facts, FactTable } from './fact';

const checked = '2026-11-22';
const docs = 'https://kubernetes.io/docs/concepts/';

/**
 * Pods of a controller. The reader says under `placed` where they may run: `nodes` is the cluster whose nodes carry them
 * in proven spread, or an unknown that says why no spread is proven; `zones` are zones that they are pinned to.
 */
const pods = (noun: string, source: string, more: Partial<Facts> = {}): Facts => ({
  noun,
  role: 'compute',
  locality: 'zones',
  units: { count: { desired: 'spec.replicas', absent: 1 } },
  placement: { zones: ['placed.zones[]'], hosts: 'placed.nodes' },
  // Pods of a node that is gone are evicted after 300 s unless their tolerations say otherwise.
  recovery: { kind: 'self-healing', seconds: [10, 330] },
  needs: [
    { path: 'cluster', kind: 'hard', because: 'its pods run on the nodes of the cluster' },
    { path: 'claims[]', kind: 'hard', because: 'its pods mount the volume' },
  ],
  text: [
    'pod.containers[].env[].value',
    'pod.containers[].args[]',
    'pod.containers[].command[]',
    'pod.initContainers[].env[].value',
    'config[]',
  ],
  health: {
    enabled: 'pod.containers[].readinessProbe',
    interval: 'pod.containers[].readinessProbe.periodSeconds',
    unhealthyThreshold: 'pod.containers[].readinessProbe.failureThreshold',
    defaults: { interval: 10, unhealthyThreshold: 3 },
  },
  source,
  checked,
  ...more,
});

/** A controller that keeps a number of pods; those that must stand in different zones do. */
const controller = (noun: string, source: string): FactTable[string] => ({
  ...pods(noun, source),
  cases: [
    {
      when: { 'placed.apart': 'zone' },
      facts: { units: { count: { desired: 'spec.replicas', absent: 1 }, spread: 'distinct-zones' } },
    },
  ],
});

const inert = (noun: string, role: Facts['role'], source: string, more: Partial<Facts> = {}): Facts => ({
  noun,
  role,
  locality: 'none',
  inert: true,
  source,
  checked,
  ...more,
});

const identity = (noun: string) => inert(noun, 'identity', 'https://kubernetes.io/docs/reference/access-authn-authz/rbac/');
const configuration = (noun: string, source: string, more: Partial<Facts> = {}) => inert(noun, 'configuration', source, more);

const autoscaler = (noun: string, floor: string, source: string): Facts =>
  inert(noun, 'operations', source, { scales: { target: 'target', floors: [floor] } });

/** Kubernetes, whoever runs the control plane. */
export const kubernetes: FactTable = {
  'kubernetes:apps/v1/Deployment': controller('deployment', `${docs}workloads/controllers/deployment/`),
  'kubernetes:apps/v1/StatefulSet': controller('stateful set', `${docs}workloads/controllers/statefulset/`),
  'kubernetes:apps/v1/ReplicaSet': controller('replica set', `${docs}workloads/controllers/replicaset/`),
  'kubernetes:core/v1/ReplicationController': controller(
    'replication controller',
    `${docs}workloads/controllers/replicationcontroller/`,
  ),
  // One pod on every node: where nodes live, it lives.
  'kubernetes:apps/v1/DaemonSet': pods('daemon set', `${docs}workloads/controllers/daemonset/`, {
    units: { count: 'per-subnet' },
  }),
  // Nothing puts a bare pod on another node.
  'kubernetes:core/v1/Pod': pods('pod', `${docs}workloads/pods/pod-lifecycle/`, {
    units: { count: 1 },
    recovery: { kind: 'none' },
  }),
  'kubernetes:batch/v1/Job': inert('job', 'operations', `${docs}workloads/controllers/job/`),
  'kubernetes:batch/v1/CronJob': inert('scheduled job', 'operations', `${docs}workloads/controllers/cron-jobs/`),
  'kubernetes:core/v1/Service': {
    noun: 'service',
    role: 'balancer',
    locality: 'region',
    members: ['pods[]'],
    needs: [
      { path: 'outside', kind: 'hard', because: 'it leads there', outside: 'unproven' },
      { path: 'spec.externalName', kind: 'hard', because: 'it leads there', outside: 'unproven' },
    ],
    recovery: { kind: 'failover', seconds: [10, 60] },
    source: `${docs}services-networking/service/`,
    checked,
  },
  'kubernetes:networking.k8s.io/v1/Ingress': {
    noun: 'ingress',
    role: 'entry',
    locality: 'region',
    needs: [{ path: 'backends[]', kind: 'hard', because: 'the ingress routes to it', outside: 'unproven' }],
    source: `${docs}services-networking/ingress/`,
    checked,
  },
  'kubernetes:gateway.networking.k8s.io/v1/Gateway': {
    noun: 'gateway',
    role: 'entry',
    locality: 'region',
    needs: [{ path: 'backends[]', kind: 'hard', because: 'a route of the gateway leads to it', outside: 'unproven' }],
    source: `${docs}services-networking/gateway/`,
    checked,
  },
  'kubernetes:gateway.networking.k8s.io/v1/HTTPRoute': configuration('route', `${docs}services-networking/gateway/`),
  'kubernetes:gateway.networking.k8s.io/v1/GatewayClass': configuration('gateway class', `${docs}services-networking/gateway/`),
  'kubernetes:autoscaling/v2/HorizontalPodAutoscaler': autoscaler(
    'horizontal pod autoscaler',
    'spec.minReplicas',
    `${docs}workloads/autoscaling/horizontal-pod-autoscale/`,
  ),
  'kubernetes:keda.sh/v1alpha1/ScaledObject': autoscaler(
    'scaled object',
    'spec.minReplicaCount',
    'https://keda.sh/docs/latest/reference/scaledobject-spec/',
  ),
  'kubernetes:policy/v1/PodDisruptionBudget': configuration('disruption budget', `${docs}workloads/pods/disruptions/`),
  'kubernetes:core/v1/PersistentVolumeClaim': {
    noun: 'volume claim',
    role: 'store',
    locality: 'zone',
    units: { count: 'many', spread: 'one-place' },
    placement: { zones: ['zones[]'] },
    recovery: { kind: 'none' },
    source: `${docs}storage/persistent-volumes/`,
    checked,
    cases: [
      { when: { binding: 'region' }, facts: { locality: 'region', units: { count: 'many' }, placement: {} } },
      {
        when: { binding: 'unknown' },
        facts: {
          units: { count: 'many' },
          placement: {},
          doubt: {
            because: 'its storage class is not in the input, so it cannot be told whether the volume is bound to one zone',
            tell: 'give the StorageClass, or the PersistentVolume, with the manifests',
          },
        },
      },
    ],
  },
  'kubernetes:core/v1/PersistentVolume': configuration('volume', `${docs}storage/persistent-volumes/`),
  'kubernetes:storage.k8s.io/v1/StorageClass': configuration('storage class', `${docs}storage/storage-classes/`),
  'kubernetes:core/v1/ConfigMap': configuration('config map', `${docs}configuration/configmap/`, { carries: ['data'] }),
  'kubernetes:core/v1/Secret': configuration('secret', `${docs}configuration/secret/`, { carries: ['stringData'] }),
  'kubernetes:core/v1/Namespace': configuration('namespace', `${docs}overview/working-with-objects/namespaces/`),
  'kubernetes:core/v1/LimitRange': configuration('limit range', `${docs}policy/limit-range/`),
  'kubernetes:core/v1/ResourceQuota': configuration('quota', `${docs}policy/resource-quotas/`),
  'kubernetes:core/v1/Endpoints': configuration('endpoints', `${docs}services-networking/service/`),
  'kubernetes:discovery.k8s.io/v1/EndpointSlice': configuration('endpoint slice', `${docs}services-networking/endpoint-slices/`),
  'kubernetes:networking.k8s.io/v1/NetworkPolicy': configuration(
    'network policy',
    `${docs}services-networking/network-policies/`,
  ),
  'kubernetes:networking.k8s.io/v1/IngressClass': configuration('ingress class', `${docs}services-networking/ingress/`),
  'kubernetes:scheduling.k8s.io/v1/PriorityClass': configuration(
    'priority class',
    `${docs}scheduling-eviction/pod-priority-preemption/`,
  ),
  'kubernetes:apiextensions.k8s.io/v1/CustomResourceDefinition': configuration(
    'resource definition',
    `${docs}extend-kubernetes/api-extension/custom-resources/`,
  ),
  'kubernetes:core/v1/ServiceAccount': identity('service account'),
  'kubernetes:rbac.authorization.k8s.io/v1/Role': identity('role'),
  'kubernetes:rbac.authorization.k8s.io/v1/RoleBinding': identity('role binding'),
  'kubernetes:rbac.authorization.k8s.io/v1/ClusterRole': identity('cluster role'),
  'kubernetes:rbac.authorization.k8s.io/v1/ClusterRoleBinding': identity('cluster role binding'),
};
