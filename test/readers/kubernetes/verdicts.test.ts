import { join } from 'node:path';
import { judged, rulesAndNames } from '../../support/pair';
import { aPlan, refersTo } from '../../support/plans';
import { folderOf } from '../../support/read';

const spread =
  'topologySpreadConstraints: [{ topologyKey: topology.kubernetes.io/zone, maxSkew: 1, labelSelector: { matchLabels: { app: shop } } }]';
const shop = (replicas: number, pod = spread) => `
apiVersion: apps/v1
kind: Deployment
metadata: { name: shop }
spec:
  replicas: ${replicas}
  template:
    metadata: { labels: { app: shop } }
    spec:
      containers: [{ name: main, image: shop }]
      ${pod}
---
apiVersion: v1
kind: Service
metadata: { name: shop }
spec: { type: LoadBalancer, selector: { app: shop } }
`;
const subnet = (zone: number) => ({
  Type: 'AWS::EC2::Subnet',
  Properties: { VpcId: { Ref: 'Vpc' }, AvailabilityZone: { 'Fn::Select': [zone, { 'Fn::GetAZs': '' }] } },
});
const cluster = (zones: readonly number[]) => ({
  Resources: {
    Vpc: { Type: 'AWS::EC2::VPC', Properties: { CidrBlock: '10.0.0.0/16' } },
    ...Object.fromEntries(zones.map((zone, at) => [`Subnet${at}`, subnet(zone)])),
    Eks: {
      Type: 'AWS::EKS::Cluster',
      Properties: { ResourcesVpcConfig: { SubnetIds: zones.map((_zone, at) => ({ Ref: `Subnet${at}` })) } },
    },
    Nodes: {
      Type: 'AWS::EKS::Nodegroup',
      Properties: {
        ClusterName: { Ref: 'Eks' },
        Subnets: zones.map((_zone, at) => ({ Ref: `Subnet${at}` })),
        ScalingConfig: { MinSize: 4, DesiredSize: 4 },
      },
    },
  },
});

const judge = (manifests: string, zones?: readonly number[]) => {
  const folder = folderOf({ 'shop.yaml': manifests, ...(zones === undefined ? {} : { 'cluster.json': cluster(zones) }) });
  return judged(...(zones === undefined ? [] : [join(folder, 'cluster.json')]), join(folder, 'shop.yaml'));
};

describe('a deployment on a cluster that is given with it', () => {
  it('survives the loss of a zone where its spread is enforced over nodes in two zones', async () => {
    const { findings, unproven } = await judge(shop(2), [0, 1]);
    expect({ findings, unproven }).toEqual({ findings: [], unproven: [] });
  });

  it('is lost with the zone that all nodes stand in', async () => {
    const assessment = await judge(shop(2), [0, 0]);
    expect(rulesAndNames(assessment).join()).toMatch(/group-in-one-zone/);
  });

  it('is unproven where nothing enforces a spread', async () => {
    const { findings, unproven } = await judge(shop(2, ''), [0, 1]);
    expect(findings).toEqual([]);
    expect(unproven.map(({ because }) => because).join()).toContain('nothing spreads its pods over zones');
  });

  it('is a group of one with one replica', async () => {
    expect(rulesAndNames(await judge(shop(1), [0, 1]))).toEqual(['group-of-one Deployment/shop']);
  });
});

describe('a deployment without its cluster', () => {
  it('is unproven, and the report says what to give', async () => {
    const { unproven } = await judge(shop(2));
    expect(unproven.map(({ because, tell }) => `${because}; ${tell}`).join()).toMatch(
      /cluster that runs it is not in the input; give the template or plan/,
    );
  });
});

describe('the manifest that goes with the service at two clouds', () => {
  const portable = join(__dirname, '../../../stacks/manifests/checkout.yaml');
  const gke = aPlan([
    {
      address: 'google_container_cluster.shop',
      values: { name: 'shop', location: 'europe-west1', node_locations: ['b', 'c', 'd'].map((zone) => `europe-west1-${zone}`) },
      provider: 'google',
    },
    {
      address: 'google_container_node_pool.shop',
      values: { name: 'shop', location: 'europe-west1', node_count: 2 },
      unknown: { cluster: true },
      expressions: { cluster: refersTo('google_container_cluster.shop.id') },
      provider: 'google',
    },
  ]);

  it.each<[string, object]>([
    ['EKS', cluster([0, 1, 2])],
    ['GKE', gke],
  ])('survives the loss of any one zone on %s, and nothing is left open', async (_what, given) => {
    const folder = folderOf({ 'cluster.json': given });
    const { findings, unproven, summary } = await judged(join(folder, 'cluster.json'), portable);
    expect({ findings, unproven }).toEqual({ findings: [], unproven: [] });
    expect(summary.survives).toBeGreaterThan(2);
  });
});
