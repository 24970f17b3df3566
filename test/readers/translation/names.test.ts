import { Declarations } from '../../../lib/readers/pulumi/program/declared-types';
import type { Details, PropertyTable } from '../../../lib/readers/translation/mapping';
import { toStem } from '../../../lib/readers/translation/names';
import { detailTables, tokenOf, typeOf, typeTables } from '../../../lib/readers/translation/types';

/** Attributes of Terraform that Pulumi's classes do not have, or no longer. */
const terraformOnly: ReadonlySet<string> = new Set([
  'aws_autoscaling_attachment.alb_target_group_arn',
  'aws_elasticache_replication_group.availability_zones',
  'aws_elasticache_replication_group.cluster_mode',
  'aws_elasticache_replication_group.number_cache_clusters',
  'aws_db_instance.security_group_names',
  'aws_api_gateway_integration.rest_api_id',
  'aws_ecs_cluster.capacity_providers',
  'aws_lambda_function.function_name',
  'aws_sns_topic_subscription.topic_arn',
]);

const declarations = new Declarations(__dirname);

/** Stems of the properties of a class, as the installed package declares it: Pulumi puts out whatever it takes. */
function propertiesOf(token: string): ReadonlySet<string> {
  return new Set([...declarations.outputsOf(token).keys()].map(toStem));
}

const classes = (['aws', 'gcp'] as const).flatMap((provider) =>
  typeTables[provider].flatMap((table) =>
    Object.entries(table).flatMap(([terraform, [, ...tokens]]) =>
      tokens.map((short) => ({ provider, terraform, token: tokenOf(provider, short) })),
    ),
  ),
);

describe('names of types', () => {
  it.each(['aws', 'gcp'] as const)('%s: every class is one of the installed package', (provider) => {
    const missing = classes.filter((each) => each.provider === provider && propertiesOf(each.token).size === 0);
    expect(missing).toEqual([]);
  });

  it('every table of details is for a type that is known', () => {
    const types = new Set(Object.values(typeTables).flatMap((tables) => tables.flatMap((table) => Object.keys(table))));
    expect(detailTables.flatMap((table) => Object.keys(table)).filter((type) => !types.has(type))).toEqual([]);
  });

  it('Terraform and Pulumi lead to one key', () => {
    for (const { terraform, token } of classes)
      expect(typeOf(token)).toBe(typeOf(terraform).type === typeOf(token).type ? typeOf(token) : undefined);
    expect(typeOf('aws_subnet').type).toBe('AWS::EC2::Subnet');
    expect(typeOf('aws:ec2/subnet:Subnet').type).toBe('AWS::EC2::Subnet');
    expect(typeOf('aws-native:elasticloadbalancingv2:LoadBalancer').type).toBe('AWS::ElasticLoadBalancingV2::LoadBalancer');
  });
});

describe('names of attributes', () => {
  const rows = detailTables.flatMap((table) => Object.entries(table) as [string, Details][]);

  it.each(rows)('%s: every attribute in the table is one of the class', (terraform, { properties = {}, parts = [] }) => {
    const found = classes.find((each) => each.terraform === terraform);
    if (found === undefined) return expect(terraform).toBe('is nowhere in Pulumi');
    const declared = propertiesOf(found.token);
    const named = [...Object.keys(properties satisfies PropertyTable), ...parts.map(({ from }) => from)];
    const missing = named.filter((name) => !declared.has(toStem(name)) && !terraformOnly.has(`${terraform}.${name}`));
    expect(missing).toEqual([]);
  });
});
