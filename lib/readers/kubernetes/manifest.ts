import { isMap, type Source, type Stack, type Value, type ValueMap } from '../../model';

/** One object of a cluster, as it was written. */
export interface Manifest {
  /** `kubernetes:apps/v1/Deployment`, whichever version of the API wrote it. */
  readonly type: string;
  readonly kind: string;
  readonly namespace: string;
  readonly name: string;
  readonly key: string;
  readonly id: string;
  readonly object: ValueMap;
  readonly stack: Stack;
  readonly source: Source;
  readonly path?: string;
}

/** The group and version under which the facts know a kind; one kind has had several in its life. */
const homes: Readonly<Record<string, string>> = {
  Deployment: 'apps/v1',
  StatefulSet: 'apps/v1',
  DaemonSet: 'apps/v1',
  ReplicaSet: 'apps/v1',
  Ingress: 'networking.k8s.io/v1',
  IngressClass: 'networking.k8s.io/v1',
  NetworkPolicy: 'networking.k8s.io/v1',
  HorizontalPodAutoscaler: 'autoscaling/v2',
  PodDisruptionBudget: 'policy/v1',
  CronJob: 'batch/v1',
  Job: 'batch/v1',
  StorageClass: 'storage.k8s.io/v1',
  Gateway: 'gateway.networking.k8s.io/v1',
  HTTPRoute: 'gateway.networking.k8s.io/v1',
  GatewayClass: 'gateway.networking.k8s.io/v1',
  Role: 'rbac.authorization.k8s.io/v1',
  RoleBinding: 'rbac.authorization.k8s.io/v1',
  ClusterRole: 'rbac.authorization.k8s.io/v1',
  ClusterRoleBinding: 'rbac.authorization.k8s.io/v1',
  CustomResourceDefinition: 'apiextensions.k8s.io/v1',
  PriorityClass: 'scheduling.k8s.io/v1',
};

/** Groups that a kind of this name may stand in: a kind of somebody else's group is another thing. */
const groups = /^(apps|extensions|autoscaling|policy|batch|([a-z0-9-]+\.)*k8s\.io)\//;

/** The key of the facts for a kind of an API. */
export function typeOfKind(apiVersion: string, kind: string): string {
  const home = homes[kind];
  if (home !== undefined && groups.test(apiVersion)) return `kubernetes:${home}/${kind}`;
  return `kubernetes:${apiVersion.includes('/') ? apiVersion : `core/${apiVersion}`}/${kind}`;
}

/** A member of a map, where the value is one. */
export function member(value: Value | undefined, ...names: readonly string[]): Value | undefined {
  let at = value;
  for (const name of names) at = isMap(at) ? at[name] : undefined;
  return at ?? undefined;
}

export function textAt(value: Value | undefined, ...names: readonly string[]): string | undefined {
  const found = member(value, ...names);
  return typeof found === 'string' ? found : typeof found === 'number' || typeof found === 'boolean' ? String(found) : undefined;
}

export function listAt(value: Value | undefined, ...names: readonly string[]): readonly Value[] {
  const found = member(value, ...names);
  return Array.isArray(found) ? found : [];
}

export function mapAt(value: Value | undefined, ...names: readonly string[]): ValueMap {
  const found = member(value, ...names);
  return isMap(found) ? found : {};
}
