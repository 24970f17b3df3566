import type { Facts, FactTable, QuestionFact, TypeFacts, Units } from './fact';
import { checked, docs, inert, kubernetesInert } from './kubernetes-inert';

const configuration = (noun: string, source: string, more: Partial<Facts>): Facts => inert(noun, 'configuration', source, more);

/** A probe that calls another host than the pod, or runs a command, asks more than the process. */
const probe = (name: string, noun: string, effect: string, ends: boolean): QuestionFact => ({
  of: 'pod.containers[]',
  asks: [`${name}.httpGet.host`, `${name}.tcpSocket.host`, `${name}.exec.command`],
  variables: { list: 'env', name: 'name', value: 'value' },
  noun,
  effect,
  ends,
});

const podNeeds: NonNullable<Facts['needs']> = [
  { path: 'cluster', kind: 'hard', because: 'its pods run on the nodes of the cluster' },
  { path: 'claims[]', kind: 'hard', because: 'its pods mount the volume' },
];

/**
 * Pods of a controller. The reader says under `placed` where they may run: `nodes` is the cluster whose nodes carry them,
 * `zones` are zones that they are pinned to, and `loose` says why no spread is proven.
 */
const pods = (noun: string, source: string, more: Partial<Facts> = {}): Facts => ({
  noun,
  role: 'compute',
  locality: 'zones',
  units: replicas,
  placement: {
    zones: ['placed.zones[]'],
    hosts: 'placed.nodes',
    hostsElsewhere: {
      because: 'the nodes of its cluster are not in the input',
      tell: 'give the node groups, node pools or Fargate profiles of the cluster too',
    },
    loose: 'placed.loose',
  },
  // Pods of a node that is gone are evicted after 300 s unless their tolerations say otherwise.
  recovery: { kind: 'self-healing', seconds: [10, 330] },
  needs: podNeeds,
  text: [
    'pod.containers[].env[].value',
    'pod.containers[].args[]',
    'pod.containers[].command[]',
    'pod.initContainers[].env[].value',
    'config[]',
  ],
  health: {
    asks: ['pod.containers[].readinessProbe', 'pod.readinessGates'],
    questions: [
      probe('livenessProbe', 'liveness probe', 'are restarted', true),
      probe('readinessProbe', 'readiness probe', 'get no more requests', false),
    ],
    interval: 'pod.containers[].readinessProbe.periodSeconds',
    unhealthyThreshold: 'pod.containers[].readinessProbe.failureThreshold',
    defaults: { interval: 10, unhealthyThreshold: 3 },
  },
  source,
  checked,
  ...more,
});

const replicas: Units = { count: { desired: 'spec.replicas', absent: 1 } };
const unbound =
  'take its own labels out of its podAffinity for zones, which keeps all pods in the zone of the first, and spread at least 2 replicas over zones by topologySpreadConstraints';
const unpinned =
  'run at least 2 replicas (spec.replicas, and the least number of what scales it) in at least 2 zones: a nodeSelector or affinity for one zone keeps all of them there';

const together = (needed: 1 | 'unsaid'): Units => ({ ...replicas, needed, spread: 'one-place' });
const apart = (needed: 1 | 'unsaid'): Units => ({ ...replicas, needed, spread: 'distinct-zones' });

/** Pods that one node may run and no other: they come back with that node, and so does what they keep in a directory of it. */
const boundToNode = (noun: string): NonNullable<TypeFacts['cases']> => {
  const bound: Partial<Facts> = {
    units: { count: 1 },
    recovery: { kind: 'none' },
    fix: 'let other nodes run it (nodeName, nodeSelector and affinity name one), and keep its data in a volume that they reach',
  };
  return [
    {
      when: { 'placed.node': 'present', 'placed.keeps': 'node' },
      facts: { ...bound, noun: `${noun} with its data on one node` },
    },
    { when: { 'placed.node': 'present' }, facts: { ...bound, noun: `${noun} bound to one node` } },
  ];
};

/** A controller that keeps a number of pods; those that must stand in different zones do. */
const controller = (noun: string, source: string, needed: 1 | 'unsaid' = 1, more: Facts['needs'] = []): FactTable[string] => ({
  ...pods(noun, source, { units: { ...replicas, needed }, needs: [...podNeeds, ...more] }),
  keptApart: 'placed.asked',
  keptApartFails: 'placed.astray',
  evictable: true,
  deployment: { stopsAllWhen: { 'rollout.type': 'Recreate' }, mostUnavailable: 'rollout.mostUnavailable' },
  fix: 'run at least 2 replicas (spec.replicas, and the least number of what scales it), kept on different nodes and in different zones by topologySpreadConstraints',
  cases: [
    ...boundToNode(noun),
    { when: { 'placed.apart': 'zone', 'placed.zones': 'present' }, facts: { units: apart(needed), fix: unpinned } },
    { when: { 'placed.apart': 'zone' }, facts: { units: apart(needed) } },
    { when: { 'placed.together': 'zone' }, facts: { units: together(needed), fix: unbound } },
    { when: { 'placed.zones': 'present' }, facts: { fix: unpinned } },
  ],
});

const autoscaler = (noun: string, floor: string, source: string): Facts =>
  inert(noun, 'operations', source, { scales: { target: 'target', floors: [floor] } });

/** What the API server asks before it makes or changes objects; one that fails closed is needed for each of them. */
const guard = (noun: string): FactTable[string] => ({
  noun,
  role: 'entry',
  locality: 'region',
  offers: 'admin',
  needs: [{ path: 'hooks[]', kind: 'hard', because: 'the API server makes nothing without its answer', outside: 'unproven' }],
  source: `${docs}cluster-administration/admission-webhooks-good-practices/`,
  checked,
  cases: [
    { when: { hooks: 'absent' }, facts: { inert: true, role: 'configuration', locality: 'none', needs: [] } },
    { when: { guards: 'pods' }, facts: { offers: 'recover' } },
  ],
});

/** Kubernetes, whoever runs the control plane. */
export const kubernetes: FactTable = {
  ...kubernetesInert,
  'kubernetes:apps/v1/Deployment': controller('deployment', `${docs}workloads/controllers/deployment/`),
  'kubernetes:apps/v1/StatefulSet': controller(
    'stateful set',
    // Each pod keeps a name and a volume of its own: none stands in for another.
    `${docs}workloads/controllers/statefulset/`,
    'unsaid',
    [{ path: 'governedBy[]', kind: 'hard', because: 'its pods find each other by the names that it gives them' }],
  ),
  'kubernetes:apps/v1/ReplicaSet': controller('replica set', `${docs}workloads/controllers/replicaset/`),
  'kubernetes:core/v1/ReplicationController': controller(
    'replication controller',
    `${docs}workloads/controllers/replicationcontroller/`,
  ),
  'kubernetes:argoproj.io/v1alpha1/Rollout': controller(
    'rollout',
    'https://argo-rollouts.readthedocs.io/en/stable/features/specification/',
  ),
  // One pod on every node: where nodes live, it lives.
  'kubernetes:apps/v1/DaemonSet': {
    ...pods('daemon set', `${docs}workloads/controllers/daemonset/`, { units: { count: 'per-subnet' } }),
    cases: boundToNode('daemon set'),
  },
  // Nothing puts a bare pod on another node.
  'kubernetes:core/v1/Pod': pods('pod', `${docs}workloads/pods/pod-lifecycle/`, {
    units: { count: 1 },
    recovery: { kind: 'none' },
    fix: 'run it as a deployment of at least 2 replicas, kept on different nodes and in different zones by topologySpreadConstraints',
  }),
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
    // `#publishing-services-service-types`: these are reached from outside of the cluster.
    cases: [{ when: { 'spec.type': ['LoadBalancer', 'NodePort'] }, facts: { public: {} } }],
  },
  'kubernetes:networking.k8s.io/v1/Ingress': {
    noun: 'ingress',
    role: 'entry',
    locality: 'region',
    public: {},
    needs: [
      { path: 'backends[]', kind: 'hard', because: 'the ingress routes to it', outside: 'unproven' },
      { path: 'controllers[]', kind: 'hard', because: 'the controller of its class takes its requests there' },
    ],
    source: `${docs}services-networking/ingress/`,
    checked,
  },
  'kubernetes:gateway.networking.k8s.io/v1/Gateway': {
    noun: 'gateway',
    role: 'entry',
    locality: 'region',
    public: {},
    needs: [{ path: 'backends[]', kind: 'hard', because: 'a route of the gateway leads to it', outside: 'unproven' }],
    source: `${docs}services-networking/gateway/`,
    checked,
  },
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
  'kubernetes:policy/v1/PodDisruptionBudget': configuration('disruption budget', `${docs}workloads/pods/disruptions/`, {
    budget: { covers: 'pods[]', least: 'spec.minAvailable', most: 'spec.maxUnavailable' },
  }),
  'kubernetes:admissionregistration.k8s.io/v1/ValidatingWebhookConfiguration': guard('validating webhook'),
  'kubernetes:admissionregistration.k8s.io/v1/MutatingWebhookConfiguration': guard('mutating webhook'),
  'kubernetes:apiregistration.k8s.io/v1/APIService': {
    noun: 'API service',
    role: 'entry',
    locality: 'region',
    offers: 'admin',
    needs: [{ path: 'hooks[]', kind: 'hard', because: 'the API server passes requests on to it', outside: 'unproven' }],
    source: `${docs}extend-kubernetes/api-extension/apiserver-aggregation/`,
    checked,
  },
  'kubernetes:core/v1/PersistentVolumeClaim': {
    noun: 'volume claim',
    role: 'store',
    locality: 'zone',
    units: { count: 'many', spread: 'one-place' },
    placement: { zones: ['zones[]'] },
    recovery: { kind: 'none' },
    fix: 'use storage that every zone reaches (a regional disk or a network file system), or several replicas that each keep a copy in a zone of their own',
    source: `${docs}storage/persistent-volumes/`,
    checked,
    cases: [
      { when: { binding: 'node' }, facts: { units: { count: 1 }, noun: 'volume claim on one node' } },
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
  'kubernetes:core/v1/EmptyDirVolumeSource': {
    noun: 'empty directory',
    role: 'store',
    locality: 'zone',
    units: { count: 1 },
    recovery: { kind: 'none' },
    fix: 'keep its data in a volume of its own: volumeClaimTemplates of a stateful set, or a persistentVolumeClaim',
    source: `${docs}storage/volumes/`,
    checked,
  },
  'kubernetes:core/v1/ConfigMap': configuration('config map', `${docs}configuration/configmap/`, { carries: ['data'] }),
  'kubernetes:core/v1/Secret': configuration('secret', `${docs}configuration/secret/`, { carries: ['stringData'] }),
};
