import { join } from 'node:path';
import { Reference, type System, Text } from '../../../lib/model';
import { readSystem } from '../../../lib/readers';
import { folderOf, problemsOf } from '../../support/read';

const read = (files: Readonly<Record<string, object | string>>): System => {
  const folder = folderOf(files);
  return readSystem(Object.keys(files).map((name) => join(folder, name)));
};
const propertyOf = (system: System, key: string, name: string) => system.resources.get(key)?.properties[name];

const database = {
  id: 'shop',
  arn: 'arn:aws:rds:eu-west-1:111122223333:cluster:shop',
  endpoint: 'shop.cluster-abc.eu-west-1.rds.amazonaws.com',
};
const subnet = {
  id: 'subnet-0a1b2c3d4e5f60718',
  availability_zone: 'eu-west-1a',
  arn: 'arn:aws:ec2:eu-west-1:111122223333:subnet/subnet-0a1b2c3d4e5f60718',
};

describe('a state', () => {
  const shown = {
    format_version: '1.0',
    terraform_version: '1.11.4',
    values: {
      root_module: {
        resources: [
          { address: 'aws_rds_cluster.db', mode: 'managed', type: 'aws_rds_cluster', name: 'db', values: database },
          {
            address: 'aws_rds_cluster_instance.one',
            mode: 'managed',
            type: 'aws_rds_cluster_instance',
            name: 'one',
            values: { cluster_identifier: 'shop', availability_zone: 'eu-west-1a' },
            depends_on: ['aws_rds_cluster.db'],
          },
          {
            address: 'aws_lambda_function.api',
            mode: 'managed',
            type: 'aws_lambda_function',
            name: 'api',
            values: {
              environment: [{ variables: { DB: `postgres://${database.endpoint}:5432/shop`, STAGE: 'shop' } }],
              vpc_config: [],
            },
            depends_on: ['aws_rds_cluster.db'],
          },
        ],
      },
    },
  };

  it('tells references by the identity of what a resource depends on', () => {
    const system = read({ 'shop.json': shown });
    expect(propertyOf(system, 'shop/aws_rds_cluster_instance.one', 'DBClusterIdentifier')).toEqual(
      new Reference('shop/aws_rds_cluster.db', 'id'),
    );
    expect(propertyOf(system, 'shop/aws_lambda_function.api', 'Environment')).toMatchObject({
      Variables: { DB: new Text(['postgres://', new Reference('shop/aws_rds_cluster.db', 'endpoint'), ':5432/shop']) },
    });
    expect(propertyOf(system, 'shop/aws_lambda_function.api', 'VpcConfig')).toBeUndefined();
    expect([...system.resources.values()][0]?.stack.region).toBe('eu-west-1');
  });

  it('is read from the state file itself too, with its positions', () => {
    const instance = (attributes: object, dependencies: string[] = []) => ({ instances: [{ attributes, dependencies }] });
    const system = read({
      'shop.json': {
        version: 4,
        terraform_version: '1.11.4',
        lineage: 'x',
        resources: [
          { mode: 'managed', type: 'aws_subnet', name: 'a', ...instance(subnet) },
          { mode: 'managed', type: 'aws_nat_gateway', name: 'nat', ...instance({ subnet_id: subnet.id }, ['aws_subnet.a']) },
          { mode: 'managed', module: 'module.net', type: 'aws_subnet', name: 'b', instances: [{ index_key: 0, attributes: {} }] },
        ],
      },
    });
    expect(propertyOf(system, 'shop/aws_nat_gateway.nat', 'SubnetId')).toEqual(new Reference('shop/aws_subnet.a', 'id'));
    const inner = [...system.resources.values()].find(({ id }) => id === 'module.net.aws_subnet.b[0]');
    expect(inner && system.locate(inner.source)?.line).toBeGreaterThan(1);
  });
});

describe('several inputs', () => {
  const state = {
    terraform_version: '1.11.4',
    lineage: 'x',
    resources: [{ mode: 'managed', type: 'aws_subnet', name: 'a', instances: [{ attributes: subnet }] }],
  };

  it('are joined where one writes out the id, ARN or endpoint that another one knows', () => {
    const template = {
      Resources: {
        Nat: { Type: 'AWS::EC2::NatGateway', Properties: { SubnetId: subnet.id } },
        Other: { Type: 'AWS::EC2::NatGateway', Properties: { SubnetId: 'subnet-ffffffffffffffff0' } },
      },
    };
    const system = read({ 'network.json': state, 'shop.json': template });
    expect(propertyOf(system, 'shop/Nat', 'SubnetId')).toEqual(new Reference('network/aws_subnet.a'));
    expect(propertyOf(system, 'shop/Other', 'SubnetId')).toBe('subnet-ffffffffffffffff0');
  });

  it('are joined by the name of a hosted zone that only one of them declares', () => {
    const records = {
      Rec: { Type: 'AWS::Route53::RecordSet', Properties: { HostedZoneName: 'example.com.', Name: 'a.example.com', Type: 'A' } },
    };
    const zone = (name: string) => ({
      mode: 'managed',
      type: 'aws_route53_zone',
      name,
      instances: [{ attributes: { name: 'example.com' } }],
    });
    const one = read({ 'dns.json': { ...state, resources: [zone('a')] }, 'shop.json': { Resources: records } });
    expect(propertyOf(one, 'shop/Rec', 'HostedZoneName')).toEqual(new Reference('dns/aws_route53_zone.a'));
    const two = read({ 'dns.json': { ...state, resources: [zone('a'), zone('b')] }, 'shop.json': { Resources: records } });
    expect(propertyOf(two, 'shop/Rec', 'HostedZoneName')).toBe('example.com.');
  });
});

describe('bad plans', () => {
  it.each([
    ['{"format_version": "9.0", "planned_values": {}}', 'plan-version'],
    ['{"format_version": "1.0", "planned_values": {"root_module": 3}}', 'empty-plan'],
  ])('%s is refused with its reason', (content, code) => {
    const file = join(folderOf({ 'plan.json': content }), 'plan.json');
    expect(problemsOf(() => readSystem([file]))).toMatchObject([{ code, fatal: true, at: { file, line: 1 } }]);
  });

  it('survive values of any shape', () => {
    const odd = [null, 3, 'x', [], {}, [null], [{ address: 3 }], { resources: 'x' }];
    for (const shape of odd) {
      const plan = {
        format_version: '1.0',
        planned_values: { root_module: { resources: shape, child_modules: shape } },
        resource_changes: shape,
        configuration: shape,
        prior_state: shape,
        variables: shape,
      };
      expect(() => read({ 'plan.json': plan })).not.toThrow(TypeError);
      const resource = { type: 'aws_security_group', name: 'a', values: { ingress: shape, egress: shape, vpc_id: shape } };
      read({
        'plan.json': {
          ...plan,
          planned_values: { root_module: { resources: [resource, { ...resource, type: 'aws_lb', values: shape }] } },
        },
      });
    }
  });
});

describe('kubernetes_manifest', () => {
  it('is the object that it holds', () => {
    const manifest = { apiVersion: 'apps/v1', kind: 'Deployment', metadata: {}, spec: { replicas: 1, template: {} } };
    const resource = {
      address: 'kubernetes_manifest.web',
      mode: 'managed',
      type: 'kubernetes_manifest',
      name: 'web',
      values: { manifest },
    };
    const system = read({ 'shop.json': { format_version: '1.0', planned_values: { root_module: { resources: [resource] } } } });
    expect([...system.resources.values()]).toMatchObject([
      { type: 'kubernetes:apps/v1/Deployment', id: 'kubernetes_manifest.web' },
    ]);
  });
});
