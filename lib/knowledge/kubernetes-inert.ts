import type { Facts, FactTable } from './fact';

export const checked = '2026-11-22';
export const docs = 'https://kubernetes.io/docs/concepts/';
const policies = 'https://kubernetes.io/docs/reference/access-authn-authz/validating-admission-policy/';
const fairness = `${docs}cluster-administration/flow-control/`;
const certificates = 'https://cert-manager.io/docs/concepts/';
const balancers = 'https://kubernetes-sigs.github.io/aws-load-balancer-controller/latest/';
const secrets = 'https://external-secrets.io/latest/introduction/overview/';
const monitors = 'https://prometheus-operator.dev/docs/';
const gke = 'https://cloud.google.com/kubernetes-engine/docs/how-to/ingress-configuration';
const mesh = 'https://istio.io/latest/docs/reference/config/';

/** Something that only says how others run: nothing of it runs. */
export const inert = (noun: string, role: Facts['role'], source: string, more: Partial<Facts> = {}): Facts => ({
  noun,
  role,
  locality: 'none',
  inert: true,
  source,
  checked,
  ...more,
});

const access = 'https://kubernetes.io/docs/reference/access-authn-authz/rbac/';
const identity = (noun: string, source = access) => inert(noun, 'identity', source);
const configuration = (noun: string, source: string) => inert(noun, 'configuration', source);
const operations = (noun: string, source: string) => inert(noun, 'operations', source);
const deployed = (noun: string) => inert(noun, 'deployment', 'https://argo-cd.readthedocs.io/en/stable/core_concepts/');

/** Objects of a cluster that hold settings, permissions and runs of jobs, of Kubernetes itself and of usual controllers. */
export const kubernetesInert: FactTable = {
  'kubernetes:batch/v1/Job': inert('job', 'operations', `${docs}workloads/controllers/job/`),
  'kubernetes:batch/v1/CronJob': inert('scheduled job', 'operations', `${docs}workloads/controllers/cron-jobs/`),
  'kubernetes:gateway.networking.k8s.io/v1/HTTPRoute': configuration('route', `${docs}services-networking/gateway/`),
  'kubernetes:gateway.networking.k8s.io/v1/GatewayClass': configuration('gateway class', `${docs}services-networking/gateway/`),
  'kubernetes:core/v1/PersistentVolume': configuration('volume', `${docs}storage/persistent-volumes/`),
  'kubernetes:storage.k8s.io/v1/StorageClass': configuration('storage class', `${docs}storage/storage-classes/`),
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
  'kubernetes:apps/v1/ControllerRevision': configuration('controller revision', `${docs}workloads/controllers/`),
  'kubernetes:autoscaling.k8s.io/v1/VerticalPodAutoscaler': operations(
    'vertical pod autoscaler',
    `${docs}workloads/autoscaling/`,
  ),
  'kubernetes:policy/v1beta1/PodSecurityPolicy': configuration('pod security policy', `${docs}security/pod-security-policy/`),
  'kubernetes:storage.k8s.io/v1/CSIDriver': configuration('volume driver', `${docs}storage/volumes/`),
  'kubernetes:snapshot.storage.k8s.io/v1/VolumeSnapshot': operations('volume snapshot', `${docs}storage/volume-snapshots/`),
  'kubernetes:snapshot.storage.k8s.io/v1/VolumeSnapshotClass': configuration(
    'snapshot class',
    `${docs}storage/volume-snapshots/`,
  ),
  'kubernetes:gateway.networking.k8s.io/v1/GRPCRoute': configuration('route', `${docs}services-networking/gateway/`),
  'kubernetes:gateway.networking.k8s.io/v1/TCPRoute': configuration('route', `${docs}services-networking/gateway/`),
  'kubernetes:gateway.networking.k8s.io/v1/TLSRoute': configuration('route', `${docs}services-networking/gateway/`),
  'kubernetes:gateway.networking.k8s.io/v1/UDPRoute': configuration('route', `${docs}services-networking/gateway/`),
  'kubernetes:gateway.networking.k8s.io/v1/ReferenceGrant': identity('reference grant'),
  'kubernetes:admissionregistration.k8s.io/v1/ValidatingAdmissionPolicy': configuration('admission policy', policies),
  'kubernetes:admissionregistration.k8s.io/v1/ValidatingAdmissionPolicyBinding': configuration(
    'admission policy binding',
    policies,
  ),
  'kubernetes:node.k8s.io/v1/RuntimeClass': configuration('runtime class', `${docs}containers/runtime-class/`),
  'kubernetes:coordination.k8s.io/v1/Lease': operations('lease', `${docs}architecture/leases/`),
  'kubernetes:flowcontrol.apiserver.k8s.io/v1/FlowSchema': configuration('flow schema', fairness),
  'kubernetes:flowcontrol.apiserver.k8s.io/v1/PriorityLevelConfiguration': configuration('priority level', fairness),
  'kubernetes:certificates.k8s.io/v1/CertificateSigningRequest': identity('certificate signing request'),
  'kubernetes:argoproj.io/v1alpha1/Application': deployed('application'),
  'kubernetes:argoproj.io/v1alpha1/AppProject': deployed('project of applications'),
  'kubernetes:cert-manager.io/v1/Certificate': identity('certificate', certificates),
  'kubernetes:cert-manager.io/v1/ClusterIssuer': identity('certificate issuer', certificates),
  'kubernetes:cert-manager.io/v1/Issuer': identity('certificate issuer', certificates),
  'kubernetes:elbv2.k8s.aws/v1beta1/IngressClassParams': configuration('ingress class parameters', balancers),
  'kubernetes:elbv2.k8s.aws/v1beta1/TargetGroupBinding': configuration('target group binding', balancers),
  'kubernetes:external-secrets.io/v1/ClusterSecretStore': configuration('secret store', secrets),
  'kubernetes:external-secrets.io/v1/ExternalSecret': configuration('external secret', secrets),
  'kubernetes:external-secrets.io/v1/SecretStore': configuration('secret store', secrets),
  'kubernetes:secrets-store.csi.x-k8s.io/v1/SecretProviderClass': configuration(
    'secret provider',
    'https://secrets-store-csi-driver.sigs.k8s.io/concepts',
  ),
  'kubernetes:keda.sh/v1alpha1/TriggerAuthentication': identity(
    'trigger authentication',
    'https://keda.sh/docs/latest/concepts/authentication/',
  ),
  'kubernetes:monitoring.coreos.com/v1/PodMonitor': operations('pod monitor', monitors),
  'kubernetes:monitoring.coreos.com/v1/PrometheusRule': operations('rules of an alarm', monitors),
  'kubernetes:monitoring.coreos.com/v1/ServiceMonitor': operations('service monitor', monitors),
  'kubernetes:networking.gke.io/v1/BackendConfig': configuration('backend settings', gke),
  'kubernetes:networking.gke.io/v1/FrontendConfig': configuration('frontend settings', gke),
  'kubernetes:networking.gke.io/v1/ManagedCertificate': identity('managed certificate', gke),
  'kubernetes:networking.istio.io/v1/DestinationRule': configuration('destination rule', mesh),
  'kubernetes:networking.istio.io/v1/PeerAuthentication': identity('peer authentication', mesh),
  'kubernetes:networking.istio.io/v1/ServiceEntry': configuration('service entry', mesh),
  'kubernetes:networking.istio.io/v1/Sidecar': configuration('sidecar settings', mesh),
  'kubernetes:networking.istio.io/v1/VirtualService': configuration('virtual service', mesh),
  'kubernetes:security.istio.io/v1/AuthorizationPolicy': identity('authorization policy', mesh),
  'kubernetes:security.istio.io/v1/PeerAuthentication': identity('peer authentication', mesh),
  'kubernetes:security.istio.io/v1/RequestAuthentication': identity('request authentication', mesh),
};
