/** The group and version under which the facts know a kind of Kubernetes itself; one kind has had several in its life. */
const homes: Readonly<Record<string, string>> = {
  Deployment: 'apps/v1',
  StatefulSet: 'apps/v1',
  DaemonSet: 'apps/v1',
  ReplicaSet: 'apps/v1',
  ControllerRevision: 'apps/v1',
  Ingress: 'networking.k8s.io/v1',
  IngressClass: 'networking.k8s.io/v1',
  NetworkPolicy: 'networking.k8s.io/v1',
  HorizontalPodAutoscaler: 'autoscaling/v2',
  VerticalPodAutoscaler: 'autoscaling.k8s.io/v1',
  PodDisruptionBudget: 'policy/v1',
  PodSecurityPolicy: 'policy/v1beta1',
  CronJob: 'batch/v1',
  Job: 'batch/v1',
  StorageClass: 'storage.k8s.io/v1',
  CSIDriver: 'storage.k8s.io/v1',
  VolumeSnapshot: 'snapshot.storage.k8s.io/v1',
  VolumeSnapshotClass: 'snapshot.storage.k8s.io/v1',
  EndpointSlice: 'discovery.k8s.io/v1',
  Gateway: 'gateway.networking.k8s.io/v1',
  HTTPRoute: 'gateway.networking.k8s.io/v1',
  GRPCRoute: 'gateway.networking.k8s.io/v1',
  TCPRoute: 'gateway.networking.k8s.io/v1',
  TLSRoute: 'gateway.networking.k8s.io/v1',
  UDPRoute: 'gateway.networking.k8s.io/v1',
  GatewayClass: 'gateway.networking.k8s.io/v1',
  ReferenceGrant: 'gateway.networking.k8s.io/v1',
  Role: 'rbac.authorization.k8s.io/v1',
  RoleBinding: 'rbac.authorization.k8s.io/v1',
  ClusterRole: 'rbac.authorization.k8s.io/v1',
  ClusterRoleBinding: 'rbac.authorization.k8s.io/v1',
  CustomResourceDefinition: 'apiextensions.k8s.io/v1',
  APIService: 'apiregistration.k8s.io/v1',
  ValidatingWebhookConfiguration: 'admissionregistration.k8s.io/v1',
  MutatingWebhookConfiguration: 'admissionregistration.k8s.io/v1',
  ValidatingAdmissionPolicy: 'admissionregistration.k8s.io/v1',
  ValidatingAdmissionPolicyBinding: 'admissionregistration.k8s.io/v1',
  PriorityClass: 'scheduling.k8s.io/v1',
  RuntimeClass: 'node.k8s.io/v1',
  Lease: 'coordination.k8s.io/v1',
  FlowSchema: 'flowcontrol.apiserver.k8s.io/v1',
  PriorityLevelConfiguration: 'flowcontrol.apiserver.k8s.io/v1',
  CertificateSigningRequest: 'certificates.k8s.io/v1',
};

/** Groups that a kind of this name may stand in: a kind of somebody else's group is another thing. */
const groups = /^(apps|extensions|autoscaling|policy|batch|([a-z0-9-]+\.)*k8s\.io)\//;

/** Kinds that widely used controllers add; their versions differ, what they mean does not. */
const added: readonly string[] = [
  'argoproj.io/v1alpha1/Rollout',
  'argoproj.io/v1alpha1/Application',
  'argoproj.io/v1alpha1/AppProject',
  'cert-manager.io/v1/Certificate',
  'cert-manager.io/v1/ClusterIssuer',
  'cert-manager.io/v1/Issuer',
  'elbv2.k8s.aws/v1beta1/IngressClassParams',
  'elbv2.k8s.aws/v1beta1/TargetGroupBinding',
  'external-secrets.io/v1/ClusterSecretStore',
  'external-secrets.io/v1/ExternalSecret',
  'external-secrets.io/v1/SecretStore',
  'keda.sh/v1alpha1/ScaledObject',
  'keda.sh/v1alpha1/TriggerAuthentication',
  'monitoring.coreos.com/v1/PodMonitor',
  'monitoring.coreos.com/v1/PrometheusRule',
  'monitoring.coreos.com/v1/ServiceMonitor',
  'networking.gke.io/v1/BackendConfig',
  'networking.gke.io/v1/FrontendConfig',
  'networking.gke.io/v1/ManagedCertificate',
  'networking.istio.io/v1/DestinationRule',
  'networking.istio.io/v1/PeerAuthentication',
  'networking.istio.io/v1/ServiceEntry',
  'networking.istio.io/v1/Sidecar',
  'networking.istio.io/v1/VirtualService',
  'security.istio.io/v1/AuthorizationPolicy',
  'security.istio.io/v1/PeerAuthentication',
  'security.istio.io/v1/RequestAuthentication',
  'secrets-store.csi.x-k8s.io/v1/SecretProviderClass',
];

const addedByName = new Map(added.map((name) => [name.replace(/\/[^/]+\//, '/'), name]));

/** The key of the facts for a kind of an API. */
export function typeOfKind(apiVersion: string, kind: string): string {
  const home = homes[kind];
  if (home !== undefined && groups.test(apiVersion)) return `kubernetes:${home}/${kind}`;
  const name = addedByName.get(`${apiVersion.split('/')[0]}/${kind}`);
  if (name !== undefined) return `kubernetes:${name}`;
  return `kubernetes:${apiVersion.includes('/') ? apiVersion : `core/${apiVersion}`}/${kind}`;
}
