import { join } from 'node:path';
import { Reference, type System, Text, Unknown } from '../../../lib/model';
import { readSystem } from '../../../lib/readers';
import { folderOf, problemsOf } from '../../support/read';

const read = (files: Readonly<Record<string, string | object>>): System => {
  const folder = folderOf(files);
  return readSystem(Object.keys(files).map((name) => join(folder, name)));
};
const one = (manifests: string): System => read({ 'shop.yaml': manifests });
const of = (system: System, id: string) => system.resources.get(`shop/${id}`)?.properties;

const deployment = (name: string, pod = '', spec = '') => `
apiVersion: apps/v1
kind: Deployment
metadata: { name: ${name} }
spec:
  ${spec}
  selector: { matchLabels: { app: ${name} } }
  template:
    metadata: { labels: { app: ${name} } }
    spec:
      containers: [{ name: main, image: ${name} }]
      ${pod}
---`;

describe('manifests', () => {
  it('are read from plain files, several documents and lists, with their lines', () => {
    const system = one(`apiVersion: v1
kind: Namespace
metadata: { name: shop }
---
---
apiVersion: v1
kind: List
items:
  - apiVersion: extensions/v1beta1
    kind: Deployment
    metadata:
      name: cart
      namespace: shop
`);
    expect([...system.resources.values()].map(({ id, type }) => `${type} ${id}`)).toEqual([
      'kubernetes:core/v1/Namespace Namespace/shop',
      'kubernetes:apps/v1/Deployment shop/Deployment/cart',
    ]);
    const cart = [...system.resources.values()][1];
    expect(cart && system.locate(cart.source)).toMatchObject({ line: 12, column: 7 });
  });

  it('of somebody else are not taken for those of Kubernetes', () => {
    const system = one('apiVersion: serving.knative.dev/v1\nkind: Service\nmetadata: { name: cart }\n');
    expect([...system.resources.values()][0]?.type).toBe('kubernetes:serving.knative.dev/v1/Service');
  });

  it('for tools beside them are passed over, and the report says so', () => {
    const system = one(
      `apiVersion: kustomize.config.k8s.io/v1beta1\nkind: Kustomization\nresources: [cart.yaml]\n---${deployment('cart')}`,
    );
    expect([...system.resources.values()].map(({ id }) => id)).toEqual(['Deployment/cart']);
    expect(system.problems).toMatchObject([{ code: 'file-of-a-tool', fatal: false, at: { line: 2 } }]);
  });

  it('without the selector that the API asks for are patches, and not judged', () => {
    const patch = (version: string) =>
      `apiVersion: ${version}\nkind: Deployment\nmetadata: { name: cart }\nspec: { template: { spec: {} } }\n`;
    const system = one(patch('apps/v1'));
    expect(system.resources.size).toBe(0);
    expect(system.problems).toMatchObject([{ code: 'patch-alone', fatal: false, at: { line: 3 } }]);
    expect(one(patch('extensions/v1beta1')).resources.size).toBe(1);
  });

  it('without a name are refused with their line', () => {
    const file = join(folderOf({ 'shop.yaml': 'apiVersion: v1\nkind: Pod\nmetadata: {}\n' }), 'shop.yaml');
    expect(problemsOf(() => readSystem([file]))).toMatchObject([{ code: 'manifest-shape', at: { line: 2 } }]);
  });
});

describe('services', () => {
  const cart = deployment('cart');
  const service = (name: string, selector: string) => `
apiVersion: v1
kind: Service
metadata: { name: ${name} }
spec: { selector: { ${selector} } }
---`;

  it('lead to the pods that have their labels, whatever these are called', () => {
    const system = one(cart + service('front', 'app: cart'));
    expect(of(system, 'Service/front')?.pods).toEqual([new Reference('shop/Deployment/cart')]);
  });

  it('that select nothing in the input lead outside', () => {
    expect(of(one(cart + service('front', 'app: mail')), 'Service/front')?.outside).toBeInstanceOf(Unknown);
    expect(of(one(service('front', '')), 'Service/front')?.outside).toBeInstanceOf(Unknown);
  });

  it('are what an ingress names, in the present and the former spelling', () => {
    const ingress = (version: string, backend: string) => `
apiVersion: ${version}
kind: Ingress
metadata: { name: web }
spec: { rules: [{ http: { paths: [{ path: /, backend: ${backend} }] } }] }
`;
    const present = one(service('cart', 'app: cart') + ingress('networking.k8s.io/v1', '{ service: { name: cart } }'));
    const former = one(service('cart', 'app: cart') + ingress('extensions/v1beta1', '{ serviceName: cart, servicePort: 80 }'));
    for (const system of [present, former]) {
      expect(of(system, 'Ingress/web')?.backends).toEqual([new Reference('shop/Service/cart')]);
    }
  });

  it('of the controller that serves the class of an ingress are what requests to it come through', () => {
    const controller = (args: string) => deployment('door').replace('image: door', `image: door, args: ${args}`);
    const open = service('door', 'app: door').replace('spec: {', 'spec: { type: LoadBalancer,');
    const of = (classOf: string, args: string, door = open) => {
      const kind = `apiVersion: networking.k8s.io/v1\nkind: IngressClass\nmetadata: { name: web }\nspec: { controller: example.com/door }\n---\n`;
      const ingress = `apiVersion: networking.k8s.io/v1\nkind: Ingress\nmetadata: { name: front }\nspec: ${classOf}\n`;
      return one(`${kind}${controller(args)}${door}\n${ingress}`).resources.get('shop/Ingress/front')?.properties.controllers;
    };
    const through = [new Reference('shop/Service/door')];
    expect(of('{ ingressClassName: web }', '[--controller-class=example.com/door]')).toEqual(through);
    expect(of('{ ingressClassName: web }', '[--ingress-class, web]')).toEqual(through);
    expect(of('{ ingressClassName: other }', '[--ingress-class=web]')).toBeUndefined();
    expect(of('{ ingressClassName: web }', '[--log-level=web]')).toBeUndefined();
    expect(of('{ ingressClassName: web }', '[--ingress-class=web]', service('door', 'app: door'))).toBeUndefined();
  });

  it.each([
    ['cart:7070', new Text([new Reference('shop/Service/cart'), ':7070'])],
    ['http://cart.default.svc.cluster.local/items', new Text(['http://', new Reference('shop/Service/cart'), '/items'])],
    ['shopping-cart:7070', 'shopping-cart:7070'],
    ['my cart is full', 'my cart is full'],
    ['cart.other:7070', 'cart.other:7070'],
    ['/var/cart:80', '/var/cart:80'],
  ])('are named in the environment by their DNS names: %j', (value, expected) => {
    const pod = deployment('front').replace(
      'image: front',
      `image: front, env: [{ name: CART, value: ${JSON.stringify(value)} }]`,
    );
    const front = of(one(pod + service('cart', 'app: cart')), 'Deployment/front');
    expect(front).toMatchObject({ pod: { containers: [{ env: [{ value: expected }] }] } });
  });

  it.each([
    ['CART_HOST', true],
    ['cart.url', true],
    ['cartServer', true],
    ['HOST_NAME', true],
    ['CART', false],
    ['SERVICE_NAME', false],
    ['SHOP_DATABASE', false],
    ['HOSTING', false],
  ])('are named by a word alone where the variable holds an address: %s', (variable, isEndpoint) => {
    const pod = deployment('front').replace('image: front', `image: front, env: [{ name: ${variable}, value: cart }]`);
    const value = isEndpoint ? new Reference('shop/Service/cart') : 'cart';
    const front = of(one(pod + service('cart', 'app: cart')), 'Deployment/front');
    expect(front).toMatchObject({ pod: { containers: [{ env: [{ value }] }] } });
  });

  it('are named by a word alone after an option that takes an address', () => {
    const words = '[serve, --cart-host, cart, --cart-url=cart, -h, cart, --title, cart, cart]';
    const pod = deployment('front').replace('image: front', `image: front, args: ${words}`);
    const named = new Reference('shop/Service/cart');
    const args = ['serve', '--cart-host', named, new Text(['--cart-url=', named]), '-h', named, '--title', 'cart', 'cart'];
    const front = of(one(pod + service('cart', 'app: cart')), 'Deployment/front');
    expect(front).toMatchObject({ pod: { containers: [{ args }] } });
  });
});

describe('where pods may run', () => {
  const spread = (more: string) =>
    `topologySpreadConstraints: [{ topologyKey: topology.kubernetes.io/zone, maxSkew: 1, labelSelector: { matchLabels: { app: cart } }${more} }]`;
  const cluster = {
    Resources: {
      Eks: { Type: 'AWS::EKS::Cluster', Properties: {} },
      Nodes: { Type: 'AWS::EKS::Nodegroup', Properties: { ClusterName: { Ref: 'Eks' }, Subnets: ['subnet-1'] } },
    },
  };
  const placed = (pod: string, files: Readonly<Record<string, object>> = { 'base.json': cluster }) =>
    read({ ...files, 'shop.yaml': deployment('cart', pod) }).resources.get('shop/Deployment/cart')?.properties.placed as Record<
      string,
      unknown
    >;

  it('is the cluster that is given with them, where a spread over zones is enforced', () => {
    const everywhere = { nodes: new Reference('base/Eks'), asked: 'zones' };
    expect(placed(spread(''))).toEqual(everywhere);
    expect(placed(spread(', whenUnsatisfiable: DoNotSchedule'))).toEqual(everywhere);
  });

  it.each([
    ['', 'nothing spreads its pods over zones'],
    [spread(', whenUnsatisfiable: ScheduleAnyway'), 'only preferred'],
    [spread('').replace('maxSkew: 1', 'maxSkew: 3'), 'a skew of 3'],
    [spread('').replace('app: cart', 'app: mail'), 'counts other pods'],
    [spread('').replace('topology.kubernetes.io/zone', 'kubernetes.io/hostname'), 'nothing spreads its pods over zones'],
  ])('is not known where nothing enforces it: %s', (pod, because) => {
    expect((placed(pod).loose as Unknown).because).toContain(because);
  });

  const preferred = (key: string) =>
    `affinity: { podAntiAffinity: { preferredDuringSchedulingIgnoredDuringExecution: [{ weight: 1, podAffinityTerm: { topologyKey: ${key}, labelSelector: { matchLabels: { app: cart } } } }] } }`;

  it.each([
    ['', 'nothing'],
    [spread('').replace('app: cart', 'app: mail'), 'nothing'],
    [spread('').replace('topology.kubernetes.io/zone', 'kubernetes.io/hostname'), 'nodes'],
    [preferred('kubernetes.io/hostname'), 'nodes'],
    [preferred('topology.kubernetes.io/zone'), 'zones'],
    [preferred('example.com/rack'), 'zones'],
    [spread(', whenUnsatisfiable: ScheduleAnyway'), 'zones'],
  ])('is what a rule or a wish at least asks: %s', (pod, asked) => {
    expect(placed(pod).asked).toBe(asked);
  });

  it('is not known where the cluster is not given, or more than one', () => {
    expect((placed(spread(''), {}).nodes as Unknown).because).toBe('the cluster that runs it is not in the input');
    const two = { 'base.json': { Resources: { ...cluster.Resources, Other: cluster.Resources.Eks } } };
    expect((placed(spread(''), two).nodes as Unknown).because).toContain('holds 2 clusters');
  });

  it('is the zones that a selector or a required affinity names', () => {
    const affinity =
      'affinity: { nodeAffinity: { requiredDuringSchedulingIgnoredDuringExecution: { nodeSelectorTerms: [{ matchExpressions: [{ key: topology.kubernetes.io/zone, operator: In, values: [a, b] }] }] } } }';
    expect(placed('nodeSelector: { topology.kubernetes.io/zone: eu-west-1a }')).toMatchObject({ zones: ['eu-west-1a'] });
    expect(placed(affinity)).toMatchObject({ zones: ['a', 'b'], loose: { symbol: 'spread of shop/Deployment/cart' } });
  });

  it('is never one zone for all where a spread asks for several before it takes a second pod', () => {
    const domains = (zones: number, pod = '') => placed(spread(`, minDomains: ${zones}${pod}`));
    expect(domains(2)).toEqual({ apart: 'zone', asked: 'zones', nodes: new Reference('base/Eks') });
    expect(domains(1).apart).toBeUndefined();
    expect(domains(3, ', whenUnsatisfiable: ScheduleAnyway').apart).toBeUndefined();
    const set = (replicas: number) =>
      deployment('cart', spread(', minDomains: 3'), `replicas: ${replicas}`).replace('kind: Deployment', 'kind: StatefulSet');
    expect(of(one(set(3)), 'StatefulSet/cart')).toMatchObject({ placed: { apart: 'zone' } });
    expect(of(one(set(5)), 'StatefulSet/cart')).not.toMatchObject({ placed: { apart: 'zone' } });
  });

  it('is one node where its name, a selector or a required affinity says so', () => {
    const affinity = (terms: string) =>
      `affinity: { nodeAffinity: { requiredDuringSchedulingIgnoredDuringExecution: { nodeSelectorTerms: [${terms}] } } }`;
    const on = (values: string) => `{ matchExpressions: [{ key: kubernetes.io/hostname, operator: In, values: [${values}] }] }`;
    for (const pinned of [
      'nodeName: n1',
      'nodeSelector: { kubernetes.io/hostname: n1 }',
      affinity(on('n1')),
      affinity(`${on('n1')}, ${on('n1')}`),
    ])
      expect(placed(pinned)).toMatchObject({ node: 'n1' });
    for (const free of ['', affinity(on('n1, n2')), affinity(`${on('n1')}, ${on('n2')}`), affinity(`${on('n1')}, {}`)])
      expect(placed(free).node).toBeUndefined();
  });

  it('is one zone for all where they are bound to each other in it', () => {
    const bound = (more: string) =>
      `affinity: { podAffinity: { requiredDuringSchedulingIgnoredDuringExecution: [{ topologyKey: topology.kubernetes.io/zone, labelSelector: { matchLabels: { app: cart } }${more} }] } }`;
    expect(placed(bound(''))).toMatchObject({ together: 'zone' });
    expect(placed(bound(', namespaces: [default]'))).toMatchObject({ together: 'zone' });
    expect(placed(bound(', namespaceSelector: {}'))).toMatchObject({ together: 'zone' });
    for (const other of [
      bound(', namespaces: [other]'),
      bound('').replace('app: cart', 'app: mail'),
      bound('').replace('topology.kubernetes.io/zone', 'kubernetes.io/hostname'),
    ])
      expect(placed(other).together).toBeUndefined();
  });

  it('is apart where a required anti-affinity forbids two in one zone', () => {
    const apart =
      'affinity: { podAntiAffinity: { requiredDuringSchedulingIgnoredDuringExecution: [{ topologyKey: topology.kubernetes.io/zone, labelSelector: { matchLabels: { app: cart } } }] } }';
    expect(placed(apart)).toEqual({ apart: 'zone', asked: 'zones', nodes: new Reference('base/Eks') });
  });
});

describe('volumes', () => {
  const claim = 'apiVersion: v1\nkind: PersistentVolumeClaim\nmetadata: { name: data }\nspec: { storageClassName: fast }\n---\n';
  const storage = (provisioner: string, more = '') =>
    `apiVersion: storage.k8s.io/v1\nkind: StorageClass\nmetadata: { name: fast }\nprovisioner: ${provisioner}\n${more}`;

  it('are bound to a node, to a zone, to a region, or nobody knows', () => {
    const topologies =
      'allowedTopologies: [{ matchLabelExpressions: [{ key: topology.ebs.csi.aws.com/zone, values: [eu-west-1a] }] }]';
    const bindingOf = (manifests: string) => of(one(claim + manifests), 'PersistentVolumeClaim/data');
    expect(bindingOf(storage('ebs.csi.aws.com'))).toMatchObject({ binding: 'zone' });
    expect(bindingOf(storage('ebs.csi.aws.com', topologies))).toMatchObject({ binding: 'zone', zones: ['eu-west-1a'] });
    expect(bindingOf(storage('efs.csi.aws.com'))).toMatchObject({ binding: 'region' });
    expect(bindingOf(storage('rancher.io/local-path'))).toMatchObject({ binding: 'node' });
    expect(bindingOf(storage('csi.example.com'))).toMatchObject({ binding: 'unknown' });
    const disk =
      'apiVersion: v1\nkind: PersistentVolume\nmetadata: { name: disk }\nspec: { claimRef: { name: data }, local: { path: /srv } }\n';
    expect(bindingOf(disk)).toMatchObject({ binding: 'node' });
    expect(bindingOf('')).toMatchObject({ binding: 'unknown' });
  });
});

describe('stateful sets', () => {
  const set = (replicas: string) =>
    deployment(
      'mail',
      '',
      `${replicas}volumeClaimTemplates: [{ metadata: { name: data }, spec: { storageClassName: fast } }]`,
    ).replace('kind: Deployment', 'kind: StatefulSet');

  it('make a claim for their one pod, under the name that the cluster gives it', () => {
    for (const replicas of ['', 'replicas: 1\n  ']) {
      const system = one(set(replicas));
      expect(of(system, 'StatefulSet/mail')).toMatchObject({
        claims: [new Reference('shop/PersistentVolumeClaim/data-mail-0')],
      });
      expect(of(system, 'PersistentVolumeClaim/data-mail-0')).toMatchObject({ binding: 'unknown' });
    }
  });

  it('of several pods have a volume for each, of which none is that of all', () => {
    expect(of(one(set('replicas: 3\n  ')), 'StatefulSet/mail')?.claims).toBeUndefined();
  });
});

describe('empty directories', () => {
  const made = (path: string, { kind = 'Deployment', directory = '{}', more = '', replicas = 1 } = {}) => {
    const pod = `volumes: [{ name: data, emptyDir: ${directory} }]\n      ${more}`;
    const manifest = deployment('mail', pod, `replicas: ${replicas}`)
      .replace('kind: Deployment', `kind: ${kind}`)
      .replace('image: mail', `image: mail, volumeMounts: [{ name: data, mountPath: ${path} }]`);
    return of(one(manifest), `${kind}/mail`)?.claims;
  };
  const kept = [new Reference('shop/EmptyDir/mail-data')];
  const kind = 'StatefulSet';

  it('keep the data of a lone pod at the data directory of a store, and of a stateful set that has nothing else', () => {
    expect(made('/var/lib/mysql')).toEqual(kept);
    expect(made('/var/lib/postgresql/data/pg')).toEqual(kept);
    expect(made('/mail', { kind })).toEqual(kept);
  });

  it('keep nothing where what they hold may be lost', () => {
    expect(made('/mail')).toBeUndefined();
    expect(made('/var/lib/mysql-files')).toBeUndefined();
    expect(made('/tmp/mail', { kind })).toBeUndefined();
    expect(made('/mail', { kind, directory: '{ medium: Memory }' })).toBeUndefined();
    expect(made('/mail', { kind, replicas: 3 })).toBeUndefined();
    const init = 'initContainers: [{ name: fill, volumeMounts: [{ name: data, mountPath: /out }] }]';
    expect(made('/mail', { kind, more: init })).toBeUndefined();
  });
});

describe('disruption budgets', () => {
  const budget = (selector: string) =>
    `\napiVersion: policy/v1beta1\nkind: PodDisruptionBudget\nmetadata: { name: cart }\nspec: { maxUnavailable: 1, selector: ${selector} }\n`;

  it.each([
    ['{ matchLabels: { app: cart } }', ['Deployment/cart']],
    ['{ matchExpressions: [{ key: app, operator: In, values: [cart, mail] }] }', ['Deployment/cart', 'Deployment/mail']],
    ['{ matchExpressions: [{ key: app, operator: NotIn, values: [cart] }] }', ['Deployment/mail']],
    ['{ matchLabels: { app: other } }', []],
    ['{}', ['Deployment/cart', 'Deployment/mail']],
  ])('are for the pods that their selector takes: %s', (selector, ids) => {
    const system = one(deployment('cart') + deployment('mail') + budget(selector));
    expect(of(system, 'PodDisruptionBudget/cart')?.pods).toEqual(ids.map((id) => new Reference(`shop/${id}`)));
  });
});

describe('webhooks', () => {
  const hook = (more: string, version = 'v1') =>
    `apiVersion: admissionregistration.k8s.io/${version}\nkind: MutatingWebhookConfiguration\nmetadata: { name: hook }\nwebhooks: [{ name: a.example.com, clientConfig: { service: { name: cart, namespace: default } }${more} }]\n---\n`;
  const rules = (group: string, resource: string) =>
    `, rules: [{ apiGroups: ["${group}"], apiVersions: [v1], operations: [CREATE], resources: ["${resource}"] }]`;
  const service = 'apiVersion: v1\nkind: Service\nmetadata: { name: cart }\nspec: { selector: { app: cart } }\n';
  const read = (more: string, version?: string) => of(one(hook(more, version) + service), 'MutatingWebhookConfiguration/hook');

  it('that fail closed need their service, and may guard the making of pods', () => {
    const hooks = [new Reference('shop/Service/cart')];
    expect(read(rules('', 'pods'))).toMatchObject({ hooks, guards: 'pods' });
    expect(read(rules('*', '*'))).toMatchObject({ hooks, guards: 'pods' });
    expect(read(rules('example.com', 'orders'))).toMatchObject({ hooks, guards: 'others' });
  });

  it('that are skipped when they fail need nothing', () => {
    expect(read(`${rules('', 'pods')}, failurePolicy: Ignore`)?.hooks).toBeUndefined();
    expect(read(rules('', 'pods'), 'v1beta1')?.hooks).toBeUndefined();
  });
});

describe('autoscalers', () => {
  it('set the floor, which is 1 where they do not say it', () => {
    const scaler =
      '\napiVersion: autoscaling/v2\nkind: HorizontalPodAutoscaler\nmetadata: { name: cart }\nspec: { scaleTargetRef: { kind: Deployment, name: cart }, maxReplicas: 9 }\n';
    expect(of(one(deployment('cart') + scaler), 'HorizontalPodAutoscaler/cart')).toMatchObject({
      target: new Reference('shop/Deployment/cart'),
      spec: { minReplicas: 1 },
    });
  });
});
