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
  selector: { matchLabels: { app: shop } }
  template:
    metadata: { labels: { app: shop } }
    spec:
      containers: [{ name: main, image: shop, readinessProbe: { tcpSocket: { port: 80 } } }]
      ${pod}
---
apiVersion: v1
kind: Service
metadata: { name: shop }
spec: { type: LoadBalancer, selector: { app: shop } }
---
apiVersion: policy/v1
kind: PodDisruptionBudget
metadata: { name: shop }
spec: { maxUnavailable: 1, selector: { matchLabels: { app: shop } } }
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

type Template = ReturnType<typeof cluster>;

/** The cluster in two zones with other nodes than those of a node group, or with none. */
const nodesOtherwise = (more: object, properties: object = {}): object => {
  const { Nodes: _nodes, ...resources } = cluster([0, 1]).Resources as Template['Resources'] & {
    readonly Eks: { readonly Properties: object };
  };
  const Eks = { ...resources.Eks, Properties: { ...resources.Eks.Properties, ...properties } };
  return { Resources: { ...resources, Eks, ...more } };
};
const subnets = [{ Ref: 'Subnet0' }, { Ref: 'Subnet1' }];
const joinsByUserData = {
  Template: {
    Type: 'AWS::EC2::LaunchTemplate',
    Properties: {
      LaunchTemplateData: { UserData: { 'Fn::Base64': { 'Fn::Join': [' ', ['/etc/eks/bootstrap.sh', { Ref: 'Eks' }]] } } },
    },
  },
  Group: {
    Type: 'AWS::AutoScaling::AutoScalingGroup',
    Properties: {
      MinSize: '2',
      MaxSize: '4',
      VPCZoneIdentifier: subnets,
      LaunchTemplate: { LaunchTemplateId: { Ref: 'Template' }, Version: '1' },
    },
  },
};

const judgeOn = (template: object) => {
  const folder = folderOf({ 'shop.yaml': shop(2), 'cluster.json': template });
  return judged(join(folder, 'cluster.json'), join(folder, 'shop.yaml'));
};

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
    const assessment = await judge(shop(2, ''), [0, 1]);
    const { unproven } = assessment;
    expect(rulesAndNames(assessment)).toEqual(['replicas-may-share-a-node Deployment/shop']);
    expect(unproven.map(({ because }) => because).join()).toContain('nothing spreads its pods over zones');
  });

  it('is unproven where a spread over zones is only preferred, and nothing is found', async () => {
    const { findings, unproven } = await judge(
      shop(2, spread.replace('maxSkew: 1', 'maxSkew: 1, whenUnsatisfiable: ScheduleAnyway')),
      [0, 1],
    );
    expect(findings).toEqual([]);
    expect(unproven.map(({ because }) => because).join()).toContain('only preferred');
  });

  it('is lost with the only zone of all nodes whatever its spread, and the nodes are named', async () => {
    const found = rulesAndNames(await judge(shop(2, ''), [0, 0]));
    expect(found).toContain('group-in-one-zone Nodes');
    expect(found).not.toContain('group-in-one-zone Deployment/shop');
  });

  it('may stand in one of several zones that it is pinned to', async () => {
    const pinned =
      'affinity: { nodeAffinity: { requiredDuringSchedulingIgnoredDuringExecution: { nodeSelectorTerms: [{ matchExpressions: [{ key: topology.kubernetes.io/zone, operator: In, values: [eu-west-1a, eu-west-1b] }] }] } } }';
    const { unproven } = await judge(shop(2, pinned), [0, 1]);
    expect(unproven.map(({ because }) => because).join()).toContain('nothing spreads its pods over zones');
  });

  it('is a group of one with one replica', async () => {
    expect(rulesAndNames(await judge(shop(1), [0, 1]))).toEqual(['group-of-one Deployment/shop']);
  });
});

describe('the nodes of a cluster', () => {
  it.each([
    ['are machines whose user data joins them', nodesOtherwise(joinsByUserData)],
    [
      'are launched by the cluster itself in Auto Mode',
      nodesOtherwise({}, { ComputeConfig: { Enabled: true, NodePools: ['general-purpose'] } }),
    ],
  ])('%s', async (_, template) => {
    const { findings, unproven } = await judgeOn(template);
    expect({ findings, unproven }).toEqual({ findings: [], unproven: [] });
  });

  it('are not known where nothing in the input joins it', async () => {
    const { unproven } = await judgeOn(nodesOtherwise({}));
    expect(unproven.map(({ because }) => because)).toEqual(['"Deployment/shop": the nodes of its cluster are not in the input']);
  });

  const gke = (values: object) => ({
    address: 'google_container_cluster.shop',
    values: { location: 'europe-west1', ...values },
    provider: 'google',
  });
  const onGke = async (values: object) => {
    const folder = folderOf({ 'shop.yaml': shop(2), 'plan.json': aPlan([gke(values)]) });
    const assessment = await judged(join(folder, 'plan.json'), join(folder, 'shop.yaml'));
    return [...rulesAndNames(assessment), ...assessment.unproven.map(({ because }) => because)];
  };

  it('of a regional cluster are run by the service, or stand in its default pool', async () => {
    expect(await onGke({ enable_autopilot: true })).toEqual([]);
    expect(await onGke({ initial_node_count: 1 })).toEqual([]);
    expect((await onGke({ initial_node_count: 1, remove_default_node_pool: true })).join()).toContain('nodes of its cluster');
  });

  it('of a zonal cluster fail with its zone', async () => {
    const found = await onGke({ location: 'europe-west1-b', initial_node_count: 3 });
    expect(found).toEqual(['group-in-one-zone Deployment/shop', 'single-point-of-failure shop']);
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
