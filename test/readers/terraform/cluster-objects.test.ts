import { join } from 'node:path';
import { Reference } from '../../../lib/model';
import { readSystem } from '../../../lib/readers';
import { judged, rulesAndNames } from '../../support/pair';
import { aPlan, type PlannedResource } from '../../support/plans';
import { folderOf } from '../../support/read';

const metadata = [{ name: 'cart', labels: { app_name: 'cart' } }];
const selector = [{ match_labels: { app_name: 'cart' } }];
const spread = [
  { topology_key: 'topology.kubernetes.io/zone', max_skew: 1, when_unsatisfiable: 'DoNotSchedule', label_selector: selector },
];
const probe = [{ http_get: [{ path: '/ready', port: '8080' }] }];

const cluster = (zones: readonly string[]): readonly PlannedResource[] => [
  ...zones.map((zone, at) => ({
    address: `aws_subnet.private[${at}]`,
    values: { availability_zone: zone },
    unknown: { id: true },
  })),
  {
    address: 'aws_eks_cluster.shop',
    values: { vpc_config: [{}] },
    unknown: { name: true, vpc_config: [{ subnet_ids: true }] },
    expressions: { vpc_config: [{ subnet_ids: { references: ['aws_subnet.private'] } }] },
  },
  {
    address: 'aws_eks_node_group.shop',
    values: { scaling_config: [{ desired_size: 3, min_size: 3, max_size: 9 }] },
    unknown: { cluster_name: true, subnet_ids: true },
    expressions: {
      cluster_name: { references: ['aws_eks_cluster.shop.name', 'aws_eks_cluster.shop'] },
      subnet_ids: { references: ['aws_subnet.private'] },
    },
  },
];

const cart = (replicas: string, pod: object): readonly PlannedResource[] => [
  {
    address: 'kubernetes_deployment_v1.cart',
    values: {
      metadata,
      spec: [
        {
          replicas,
          selector,
          strategy: [],
          template: [{ metadata, spec: [{ container: [{ name: 'cart', image: 'cart:1', readiness_probe: probe }], ...pod }] }],
        },
      ],
    },
  },
  {
    address: 'kubernetes_service_v1.cart',
    values: { metadata, spec: [{ type: 'LoadBalancer', selector: { app_name: 'cart' }, port: [{ port: 80 }] }] },
  },
  {
    address: 'kubernetes_pod_disruption_budget_v1.cart',
    values: { metadata, spec: [{ max_unavailable: '1', selector }] },
  },
];

const judge = (resources: readonly PlannedResource[]) => judged(join(folderOf({ 'plan.json': aPlan(resources) }), 'plan.json'));

describe('objects of a cluster in a plan', () => {
  it('are judged on the cluster of the plan', async () => {
    const { findings, unproven } = await judge([
      ...cluster(['eu-west-1a', 'eu-west-1b']),
      ...cart('2', { topology_spread_constraint: spread }),
    ]);
    expect({ findings, unproven }).toEqual({ findings: [], unproven: [] });
  });

  it('are named by their addresses', async () => {
    const one = await judge([...cluster(['eu-west-1a', 'eu-west-1b']), ...cart('1', { topology_spread_constraint: spread })]);
    expect(one.findings.map(({ rule, resource }) => `${rule} ${resource.id}`)).toEqual([
      'group-of-one kubernetes_deployment_v1.cart',
    ]);
    const loose = await judge([...cluster(['eu-west-1a', 'eu-west-1b']), ...cart('2', {})]);
    expect(rulesAndNames(loose)).toEqual(['replicas-may-share-a-node cart']);
  });

  it.each([
    ['kubernetes_stateful_set', 'apps/v1/StatefulSet'],
    ['kubernetes_daemonset', 'apps/v1/DaemonSet'],
    ['kubernetes_ingress_v1', 'networking.k8s.io/v1/Ingress'],
    ['kubernetes_horizontal_pod_autoscaler_v2beta2', 'autoscaling/v2/HorizontalPodAutoscaler'],
    ['kubernetes_persistent_volume_claim', 'core/v1/PersistentVolumeClaim'],
    ['kubernetes_validating_webhook_configuration_v1', 'admissionregistration.k8s.io/v1/ValidatingWebhookConfiguration'],
    ['kubernetes_api_service', 'apiregistration.k8s.io/v1/APIService'],
  ])('%s is a %s', (type, kind) => {
    const file = join(folderOf({ 'plan.json': aPlan([{ address: `${type}.it`, values: { metadata } }]) }), 'plan.json');
    expect([...readSystem([file]).resources.values()].map((resource) => resource.type)).toEqual([`kubernetes:${kind}`]);
  });

  it('keep names that are somebody’s own, and find their parts', () => {
    const volume = {
      address: 'kubernetes_persistent_volume.disk',
      values: { metadata: [{ name: 'disk' }], spec: [{ persistent_volume_source: [{ local: [{ path: '/srv' }] }] }] },
    };
    const claim = {
      address: 'kubernetes_persistent_volume_claim.data',
      values: { metadata: [{ name: 'data' }], spec: [{ volume_name: 'disk' }] },
    };
    const plan = aPlan([
      ...cart('1', { volume: [{ name: 'd', persistent_volume_claim: [{ claim_name: 'data' }] }] }),
      volume,
      claim,
    ]);
    const { resources } = readSystem([join(folderOf({ 'plan.json': plan }), 'plan.json')]);
    const named = (id: string) => [...resources.values()].find((resource) => resource.id === id);
    expect(named('kubernetes_persistent_volume_claim.data')?.properties.binding).toBe('node');
    expect(named('kubernetes_deployment_v1.cart')?.properties.claims).toEqual([
      new Reference(named('kubernetes_persistent_volume_claim.data')?.key ?? ''),
    ]);
    expect(named('kubernetes_service_v1.cart')?.properties.pods).toHaveLength(1);
  });

  it('are read from text that another provider applies', () => {
    const yaml_body = 'apiVersion: apps/v1\nkind: Deployment\nmetadata: { name: cart }\nspec: { replicas: 1, template: {} }\n';
    const plan = aPlan([{ address: 'kubectl_manifest.cart', values: { yaml_body } }]);
    const { resources } = readSystem([join(folderOf({ 'plan.json': plan }), 'plan.json')]);
    expect([...resources.values()]).toMatchObject([{ type: 'kubernetes:apps/v1/Deployment', id: 'kubectl_manifest.cart' }]);
  });
});
