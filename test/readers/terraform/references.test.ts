import { join } from 'node:path';
import { Reference, type System, Text, Unknown, ZoneSymbol } from '../../../lib/model';
import { readSystem } from '../../../lib/readers';
import { aPlan, type PlannedResource, refersTo } from '../../support/plans';
import { folderOf } from '../../support/read';

function read(resources: readonly PlannedResource[], over: object = {}): System {
  return readSystem([join(folderOf({ 'shop.json': aPlan(resources, over) }), 'shop.json')]);
}

const propertyOf = (system: System, address: string, name: string) => system.resources.get(`shop/${address}`)?.properties[name];
const subnet = (address: string): PlannedResource => ({ address, unknown: { id: true } });

describe('a value that is known after the apply', () => {
  it('is a reference to what its expression names', () => {
    const system = read([
      subnet('aws_subnet.a'),
      {
        address: 'aws_nat_gateway.nat',
        unknown: { subnet_id: true },
        expressions: { subnet_id: refersTo('aws_subnet.a.id') },
      },
    ]);
    expect(propertyOf(system, 'aws_nat_gateway.nat', 'SubnetId')).toEqual(new Reference('shop/aws_subnet.a', 'id'));
  });

  it('leaves the keys of maps inside JSON as they are', () => {
    const definitions = [
      { name: 'app', logConfiguration: { logDriver: 'awslogs', options: { 'awslogs-group': '/app', mode: 'blocking' } } },
    ];
    const values = { container_definitions: JSON.stringify(definitions) };
    expect(
      propertyOf(
        read([{ address: 'aws_ecs_task_definition.app', values }]),
        'aws_ecs_task_definition.app',
        'ContainerDefinitions',
      ),
    ).toEqual([
      { Name: 'app', LogConfiguration: { LogDriver: 'awslogs', Options: { 'awslogs-group': '/app', mode: 'blocking' } } },
    ]);
  });

  it('is absent when nothing was written down: the provider fills it in', () => {
    const system = read([{ address: 'aws_rds_cluster_instance.a', unknown: { availability_zone: true } }]);
    expect(propertyOf(system, 'aws_rds_cluster_instance.a', 'AvailabilityZone')).toBeUndefined();
  });

  it('is a list of all instances for a splat, and of the one that is named for an index', () => {
    const all = (expression: object) => ({
      address: 'aws_db_subnet_group.main',
      unknown: { subnet_ids: true },
      expressions: { subnet_ids: expression },
    });
    const subnets = [subnet('aws_subnet.a[0]'), subnet('aws_subnet.a[1]')];
    const ids = (expression: object) => propertyOf(read([...subnets, all(expression)]), 'aws_db_subnet_group.main', 'SubnetIds');
    expect(ids(refersTo('aws_subnet.a'))).toEqual([new Reference('shop/aws_subnet.a[0]'), new Reference('shop/aws_subnet.a[1]')]);
    expect(ids({ references: ['aws_subnet.a[1].id', 'aws_subnet.a[1]', 'aws_subnet.a'] })).toEqual([
      new Reference('shop/aws_subnet.a[1]', 'id'),
    ]);
  });

  it('pairs two counted resources by count.index, and two looped ones by each.key or each.value', () => {
    const counted = read([
      subnet('aws_subnet.a[0]'),
      subnet('aws_subnet.a[1]'),
      ...[0, 1].map((at) => ({
        address: `aws_nat_gateway.nat[${at}]`,
        unknown: { subnet_id: true },
        expressions: { subnet_id: refersTo('aws_subnet.a', 'count.index') },
      })),
    ]);
    expect(propertyOf(counted, 'aws_nat_gateway.nat[1]', 'SubnetId')).toEqual(new Reference('shop/aws_subnet.a[1]'));
    const looped = read([
      subnet('aws_subnet.a["x"]'),
      subnet('aws_subnet.a["y"]'),
      {
        address: 'aws_nat_gateway.nat["y"]',
        unknown: { subnet_id: true },
        expressions: { subnet_id: { references: ['each.value.id', 'each.value'] } },
        forEach: refersTo('aws_subnet.a'),
      },
    ]);
    expect(propertyOf(looped, 'aws_nat_gateway.nat["y"]', 'SubnetId')).toEqual(new Reference('shop/aws_subnet.a["y"]', 'id'));
  });

  it('keeps one symbol for one local value, whose expression no plan holds', () => {
    const system = read(
      ['a', 'b'].map((name) => ({
        address: `aws_subnet.${name}`,
        unknown: { vpc_id: true },
        expressions: { vpc_id: refersTo('local.vpc_id') },
      })),
    );
    const [a, b] = ['a', 'b'].map((name) => propertyOf(system, `aws_subnet.${name}`, 'VpcId'));
    expect(a).toBeInstanceOf(Unknown);
    expect(a).toMatchObject({ symbol: 'local.vpc_id', because: 'local value "vpc_id" is not written into a plan' });
    expect(b).toMatchObject({ symbol: 'local.vpc_id' });
  });

  it('is one of several for a scalar that names several, and a text of them where text is expected', () => {
    const names = refersTo('aws_rds_cluster.a.endpoint', 'aws_rds_cluster.b.endpoint');
    const system = read([
      subnet('aws_rds_cluster.a'),
      subnet('aws_rds_cluster.b'),
      {
        address: 'aws_instance.app',
        unknown: { subnet_id: true, user_data: true },
        expressions: { subnet_id: names, user_data: names },
      },
    ]);
    const both = [new Reference('shop/aws_rds_cluster.a', 'endpoint'), new Reference('shop/aws_rds_cluster.b', 'endpoint')];
    expect(propertyOf(system, 'aws_instance.app', 'UserData')).toEqual(new Text(both));
    expect(propertyOf(system, 'aws_instance.app', 'SubnetId')).toMatchObject({ alternatives: both });
  });
});

describe('zones of a data source', () => {
  const zone = (expression: object, index = '') =>
    propertyOf(
      read([
        { address: `aws_subnet.a${index}`, unknown: { availability_zone: true }, expressions: { availability_zone: expression } },
      ]),
      `aws_subnet.a${index}`,
      'AvailabilityZone',
    );

  it('are symbols: another index is another zone', () => {
    const names = 'data.aws_availability_zones.all.names';
    const written = (at: number) => zone({ references: [`${names}[${at}]`, names, 'data.aws_availability_zones.all'] });
    expect(written(0)).toEqual(new ZoneSymbol('eu-west-1', 0));
    expect(written(1)).toEqual(new ZoneSymbol('eu-west-1', 1));
    expect(zone(refersTo(names, 'count.index'), '[2]')).toEqual(new ZoneSymbol('eu-west-1', 2));
  });

  it('are not told apart where the index of a count may have gone round', () => {
    expect(zone(refersTo('data.aws_availability_zones.all.names', 'count.index'), '[3]')).toBeInstanceOf(Unknown);
  });
});

describe('modules', () => {
  const address = 'module.net["x"].aws_subnet.a';
  const plan = aPlan([subnet('aws_vpc.main')]) as { planned_values: object; configuration: { root_module: object } };
  const inner = { address: 'aws_subnet.a', mode: 'managed', type: 'aws_subnet', name: 'a', provider_config_key: 'aws' };
  const system = readSystem([
    join(
      folderOf({
        'shop.json': aPlan([subnet('aws_vpc.main')], {
          planned_values: {
            root_module: {
              resources: [
                { address: 'aws_vpc.main', mode: 'managed', type: 'aws_vpc', name: 'main', values: {} },
                { address: 'aws_nat_gateway.nat', mode: 'managed', type: 'aws_nat_gateway', name: 'nat', values: {} },
              ],
              child_modules: [{ address: 'module.net["x"]', resources: [{ ...inner, address, values: {} }] }],
            },
          },
          resource_changes: [
            { address, change: { after: {}, after_unknown: { vpc_id: true } } },
            { address: 'aws_nat_gateway.nat', change: { after: {}, after_unknown: { subnet_id: true } } },
          ],
          configuration: {
            ...plan.configuration,
            root_module: {
              resources: [
                {
                  address: 'aws_nat_gateway.nat',
                  expressions: { subnet_id: { references: ['module.net["x"].subnet', 'module.net["x"]', 'module.net'] } },
                },
              ],
              module_calls: {
                net: {
                  expressions: { network: refersTo('aws_vpc.main') },
                  module: {
                    outputs: { subnet: { expression: refersTo('aws_subnet.a.id') } },
                    resources: [{ ...inner, expressions: { vpc_id: { references: ['var.network.id', 'var.network'] } } }],
                  },
                },
              },
            },
          },
        }),
      }),
      'shop.json',
    ),
  ]);

  it('are followed through inputs and outputs', () => {
    expect(propertyOf(system, address, 'VpcId')).toEqual(new Reference('shop/aws_vpc.main', 'id'));
    expect(propertyOf(system, 'aws_nat_gateway.nat', 'SubnetId')).toEqual(new Reference(`shop/${address}`, 'id'));
  });
});

describe('a known value', () => {
  it('is a reference where it is what its expression refers to, and a text where that is a part of it', () => {
    const system = read([
      { address: 'aws_ecs_cluster.main', values: { name: 'shop' } },
      { address: 'aws_ecs_service.api', values: { name: 'api' } },
      {
        address: 'aws_appautoscaling_target.api',
        values: { resource_id: 'service/shop/api', min_capacity: 1 },
        expressions: { resource_id: refersTo('aws_ecs_cluster.main.name', 'aws_ecs_service.api.name') },
      },
    ]);
    expect(propertyOf(system, 'aws_appautoscaling_target.api', 'ResourceId')).toEqual(
      new Text([
        'service/',
        new Reference('shop/aws_ecs_cluster.main', 'name'),
        '/',
        new Reference('shop/aws_ecs_service.api', 'name'),
      ]),
    );
  });

  it('stays as it is where another thing has the same name by chance', () => {
    const system = read([
      { address: 'aws_ecs_cluster.main', values: { name: 'main' } },
      { address: 'aws_db_instance.main', values: { db_subnet_group_name: 'main' } },
    ]);
    expect(propertyOf(system, 'aws_db_instance.main', 'DBSubnetGroupName')).toBe('main');
  });
});

describe('regions', () => {
  it('come from the configuration of the provider, an alias included, or from a variable', () => {
    const system = read(
      [
        { address: 'aws_sqs_queue.near' },
        { address: 'aws_sqs_queue.far', provider: 'aws.far' },
        { address: 'aws_sqs_queue.inside', provider: 'module.net:aws' },
      ],
      {
        variables: { region: { value: 'us-west-2' } },
        configuration: {
          ...(aPlan([]) as { configuration: object }).configuration,
          provider_config: {
            aws: { name: 'aws', expressions: { region: { constant_value: 'eu-west-1' } } },
            'aws.far': { name: 'aws', expressions: { region: { references: ['var.region'] } } },
          },
          root_module: {
            resources: [
              { address: 'aws_sqs_queue.near', provider_config_key: 'aws' },
              { address: 'aws_sqs_queue.far', provider_config_key: 'aws.far' },
              { address: 'aws_sqs_queue.inside', provider_config_key: 'module.net:aws' },
            ],
          },
        },
      },
    );
    const regions = [...system.resources.values()].map(({ id, stack }) => `${id} ${stack.region}`);
    expect(regions).toEqual(['aws_sqs_queue.near eu-west-1', 'aws_sqs_queue.far us-west-2', 'aws_sqs_queue.inside eu-west-1']);
  });
});
