import { join } from 'node:path';
import { assessProgram } from '../../../lib/assess';
import { judged, rulesAndNames } from '../../support/pair';
import { aPlan, refersTo } from '../../support/plans';
import { folderOf } from '../../support/read';

const previewed = (stack: string) =>
  assessProgram(join(__dirname, 'google'), { stack, timeoutSeconds: 120, say: () => undefined }, { survive: 'zone' });

describe('a service on Google Cloud', () => {
  it('is proven where every part of it stands in two zones or more', () => {
    const { findings, unproven } = previewed('redundant');
    expect({ findings, unproven }).toEqual({ findings: [], unproven: [] });
  });

  it('is refuted part by part where each stands in one', () => {
    expect(rulesAndNames(previewed('fragile'))).toEqual([
      'cache-without-replica cache',
      'data-without-backup orders',
      'database-without-standby orders',
      'group-ignores-balancer-health web',
      'group-in-one-zone apps-nodes',
      'group-in-one-zone web',
      'group-of-one web',
      'single-point-of-failure apps',
    ]);
  });
});

describe('the same types in a Terraform plan', () => {
  it('have the same facts', async () => {
    const plan = aPlan([
      { address: 'google_sql_database_instance.orders', values: { settings: [{ availability_type: 'ZONAL' }] } },
      {
        address: 'google_compute_region_instance_group_manager.web',
        values: { target_size: 4, distribution_policy_zones: ['europe-west1-b', 'europe-west1-b'] },
        unknown: { instance_group: true },
      },
      {
        address: 'google_compute_region_autoscaler.web',
        values: { autoscaling_policy: [{ min_replicas: 1 }] },
        unknown: { target: true },
        expressions: { target: refersTo('google_compute_region_instance_group_manager.web.id') },
      },
      {
        address: 'google_compute_backend_service.web',
        values: { backend: [{}] },
        unknown: { backend: [{ group: true }] },
        expressions: { backend: [{ group: refersTo('google_compute_region_instance_group_manager.web.instance_group') }] },
      },
    ]);
    const assessment = await judged(join(folderOf({ 'plan.json': plan }), 'plan.json'));
    expect(rulesAndNames(assessment)).toEqual([
      'data-without-backup orders',
      'database-without-standby orders',
      'group-ignores-balancer-health web',
      'group-in-one-zone web',
      'group-of-one web',
    ]);
  });
});

describe('manifests in a stack export', () => {
  it('run on the cluster that the stack declares', async () => {
    const urn = (type: string, name: string) => `urn:pulumi:prod::shop::${type}::${name}`;
    const cluster = urn('gcp:container/cluster:Cluster', 'apps');
    const spread = { topologyKey: 'topology.kubernetes.io/zone', maxSkew: 1, labelSelector: { matchLabels: { app: 'web' } } };
    const pod = { metadata: { labels: { app: 'web' } }, spec: { containers: [], topologySpreadConstraints: [spread] } };
    const resource = (type: string, name: string, inputs: object, more: object = {}) => ({
      urn: urn(type, name),
      type,
      custom: true,
      id: name,
      inputs,
      outputs: {},
      ...more,
    });
    const stack = (location: string) => ({
      version: 3,
      deployment: {
        resources: [
          resource('gcp:container/cluster:Cluster', 'apps', { location }),
          resource(
            'gcp:container/nodePool:NodePool',
            'nodes',
            { cluster: 'apps' },
            { propertyDependencies: { cluster: [cluster] } },
          ),
          resource('kubernetes:apps/v1:Deployment', 'web', {
            apiVersion: 'apps/v1',
            kind: 'Deployment',
            metadata: { name: 'web' },
            spec: { replicas: 3, template: pod },
          }),
          resource('kubernetes:policy/v1:PodDisruptionBudget', 'web', {
            apiVersion: 'policy/v1',
            kind: 'PodDisruptionBudget',
            metadata: { name: 'web' },
            spec: { maxUnavailable: 1, selector: { matchLabels: pod.metadata.labels } },
          }),
        ],
      },
    });
    const judge = (location: string) => judged(join(folderOf({ 'stack.json': stack(location) }), 'stack.json'));
    const regional = await judge('europe-west1');
    expect({ findings: regional.findings, unproven: regional.unproven }).toEqual({ findings: [], unproven: [] });
    expect(rulesAndNames(await judge('europe-west1-b'))).toContain('group-in-one-zone nodes');
  });
});
