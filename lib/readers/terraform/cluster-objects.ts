import { isList, isMap, type Value, type ValueMap } from '../../model';
import { setOwn } from '../json';
import { parseYaml } from '../parse-yaml';

/** Kinds whose Terraform names are not those of the cluster in another spelling, with the version of their API. */
const versions: Readonly<Record<string, string>> = {
  Deployment: 'apps/v1',
  StatefulSet: 'apps/v1',
  DaemonSet: 'apps/v1',
  Ingress: 'networking.k8s.io/v1',
  IngressClass: 'networking.k8s.io/v1',
  NetworkPolicy: 'networking.k8s.io/v1',
  HorizontalPodAutoscaler: 'autoscaling/v2',
  PodDisruptionBudget: 'policy/v1',
  Job: 'batch/v1',
  CronJob: 'batch/v1',
  StorageClass: 'storage.k8s.io/v1',
  CSIDriver: 'storage.k8s.io/v1',
  EndpointSlice: 'discovery.k8s.io/v1',
  Role: 'rbac.authorization.k8s.io/v1',
  RoleBinding: 'rbac.authorization.k8s.io/v1',
  ClusterRole: 'rbac.authorization.k8s.io/v1',
  ClusterRoleBinding: 'rbac.authorization.k8s.io/v1',
  PriorityClass: 'scheduling.k8s.io/v1',
  RuntimeClass: 'node.k8s.io/v1',
  APIService: 'apiregistration.k8s.io/v1',
  ValidatingWebhookConfiguration: 'admissionregistration.k8s.io/v1',
  MutatingWebhookConfiguration: 'admissionregistration.k8s.io/v1',
  CertificateSigningRequest: 'certificates.k8s.io/v1',
};

/** Kinds that Terraform writes as one word, or that hold an abbreviation. */
const spelled: Readonly<Record<string, string>> = {
  daemonset: 'DaemonSet',
  api_service: 'APIService',
  csi_driver: 'CSIDriver',
  endpoints: 'Endpoints',
};

const core: ReadonlySet<string> = new Set([
  'ConfigMap',
  'Endpoints',
  'LimitRange',
  'Namespace',
  'PersistentVolume',
  'PersistentVolumeClaim',
  'Pod',
  'ReplicationController',
  'ResourceQuota',
  'Secret',
  'Service',
  'ServiceAccount',
]);

/** Blocks that Terraform repeats under a singular name. */
const repeated: Readonly<Record<string, string>> = {
  container: 'containers',
  env: 'env',
  env_from: 'envFrom',
  init_container: 'initContainers',
  match_expressions: 'matchExpressions',
  match_label_expressions: 'matchLabelExpressions',
  allowed_topologies: 'allowedTopologies',
  metric: 'metrics',
  node_selector_term: 'nodeSelectorTerms',
  path: 'paths',
  port: 'ports',
  preferred_during_scheduling_ignored_during_execution: 'preferredDuringSchedulingIgnoredDuringExecution',
  readiness_gate: 'readinessGates',
  rule: 'rules',
  subject: 'subjects',
  tls: 'tls',
  toleration: 'tolerations',
  topology_spread_constraint: 'topologySpreadConstraints',
  volume: 'volumes',
  volume_claim_template: 'volumeClaimTemplates',
  volume_mount: 'volumeMounts',
  webhook: 'webhooks',
};

/** Names that are not the cluster's in another spelling. */
const renamed: Readonly<Record<string, string>> = {
  storage_provisioner: 'provisioner',
  cluster_ip: 'clusterIP',
};

const required = 'required_during_scheduling_ignored_during_execution';

/** The object of a cluster that a resource declares, as a manifest has it; undefined where it declares none. */
export function clusterObject(type: string, attributes: ValueMap): Value | undefined {
  if (type === 'kubernetes_manifest') return attributes.manifest;
  if (type === 'kubectl_manifest') return firstDocument(attributes.yaml_body);
  const name = /^kubernetes_([a-z_]+?)(?:_v\d\w*)?$/.exec(type)?.[1];
  if (name === undefined) return undefined;
  const kind = spelled[name] ?? name.replace(/(?:^|_)([a-z])/g, (_whole, letter: string) => letter.toUpperCase());
  const apiVersion = versions[kind] ?? (core.has(kind) ? 'v1' : undefined);
  if (apiVersion === undefined) return undefined;
  const { id: _id, ...own } = attributes;
  const object = inBlock(own, '');
  return { ...object, ...(kind === 'PersistentVolume' ? withSource(object) : {}), apiVersion, kind };
}

/** Blocks are lists of maps, and their names are translated; maps are somebody's own, such as labels. */
function inBlock(block: ValueMap, within: string): ValueMap {
  const result: Record<string, Value> = {};
  for (const [name, value] of Object.entries(block)) {
    const [to, made] = translated(name, value, within);
    if (made !== undefined) setOwn(result, to, made);
  }
  return result;
}

function translated(name: string, value: Value, within: string): readonly [string, Value | undefined] {
  const to = renamed[name] ?? toCamel(name);
  if (!isList(value) || !value.some(isMap)) return [to, isList(value) && value.length === 0 ? undefined : value];
  const blocks = value.map((entry) => (isMap(entry) ? inBlock(entry, name) : entry));
  const plural = name === required && within !== 'node_affinity' ? to : repeated[name];
  if (plural !== undefined) return [plural, blocks];
  return [to, blocks.length === 1 ? blocks[0] : blocks];
}

/** Terraform puts what a volume is made of into a block of its own. */
function withSource({ spec }: ValueMap): ValueMap {
  if (!isMap(spec)) return {};
  const { persistentVolumeSource: source, ...rest } = spec;
  return { spec: isMap(source) ? { ...rest, ...source } : rest };
}

function firstDocument(text: Value | undefined): Value | undefined {
  if (typeof text !== 'string') return undefined;
  try {
    return parseYaml(text)[0] as Value | undefined;
  } catch {
    return undefined;
  }
}

function toCamel(name: string): string {
  return name.replace(/_([a-z0-9])/g, (_whole, letter: string) => letter.toUpperCase());
}
