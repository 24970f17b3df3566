import { type App, CfnOutput, Fn, Stack } from 'aws-cdk-lib';
import { ContainerImage } from 'aws-cdk-lib/aws-ecs';
import {
  AnycastFrontDoor,
  DisasterRecovery,
  type DisasterRecoveryProps,
  LoadBalancedService,
  type RecoveryStore,
  ResilientNetwork,
} from '../../lib/constructs';
import type { Mutation, MutationSuite } from './support/mutation';
import { idOf, type Resource, resourceOf, type TemplateJson } from './support/synthesize';

const RECORD = 'AWS::Route53::RecordSet';
const TABLE = 'AWS::DynamoDB::GlobalTable';
const SERVICE = 'AWS::ECS::Service';
const BALANCER = 'AWS::ElasticLoadBalancingV2::LoadBalancer';
const SECRET = 'AWS::SecretsManager::Secret';
const GROUP = 'AWS::GlobalAccelerator::EndpointGroup';
const BUCKET = 'AWS::S3::Bucket';
const IMAGES = 'AWS::ECR::Repository';
const CLUSTER = 'AWS::RDS::DBCluster';

const pair = (strategy: 'warm-standby' | 'active-active', store: RecoveryStore) => (app: App) => {
  const shared: Omit<DisasterRecoveryProps, 'role'> = {
    strategy,
    store,
    primaryRegion: 'eu-west-1',
    secondaryRegion: 'eu-central-1',
    system: 'shop',
    zone: { hostedZoneId: 'Z0000000EXAMPLE', zoneName: 'shop.example' },
    recoveryTimeSeconds: 3600,
    recoveryPointSeconds: 900,
    requiredCapacity: 2,
    healthCheck: { path: '/', contains: 'nginx' },
    imageTag: '2026-08-30',
  };
  new DisasterRecovery(new Stack(app, 'first', { env: { region: 'eu-west-1' } }), 'First', { ...shared, role: 'primary' });
  new DisasterRecovery(new Stack(app, 'second', { env: { region: 'eu-central-1' } }), 'Second', { ...shared, role: 'secondary' });
};

type Templates = Readonly<Record<string, TemplateJson>>;
const first = (all: Templates) => all.first as TemplateJson;
const second = (all: Templates) => all.second as TemplateJson;

const assets = (_: Resource, id: string) => /^(First|Second)Assets/.test(id);

const tableInOneRegion: Mutation = {
  name: 'the table is in the first Region only',
  breaks: (_, all) => {
    const { Properties } = resourceOf(first(all), TABLE);
    Properties.Replicas = Properties.Replicas.filter(({ Region }: { Region: string }) => Region === 'eu-west-1');
  },
  names: (_, all) => idOf(first(all), TABLE),
};

/** What both Regions keep beside their state, and what is found when it is kept in one of them only. */
const DATA: readonly Mutation[] = [
  {
    name: 'assets of the first Region stay there',
    breaks: (_, all) => {
      delete resourceOf(first(all), BUCKET, assets).Properties.ReplicationConfiguration;
    },
    names: (_, all) => idOf(first(all), BUCKET, assets),
  },
  {
    name: 'assets of the second Region stay there',
    breaks: (_, all) => {
      delete resourceOf(second(all), BUCKET, assets).Properties.ReplicationConfiguration;
    },
    names: (_, all) => idOf(second(all), BUCKET, assets),
  },
  {
    name: 'the second Region has no key',
    breaks: (_, all) => {
      delete second(all).Resources[idOf(second(all), 'AWS::KMS::Alias')];
    },
    names: (_, all) => idOf(first(all), 'AWS::KMS::Alias'),
  },
  {
    name: 'the secret is in the first Region only',
    breaks: (_, all) => {
      delete resourceOf(first(all), SECRET).Properties.ReplicaRegions;
    },
    names: (_, all) => idOf(first(all), SECRET),
  },
  {
    name: 'images stay in the first Region',
    breaks: (_, all) => {
      delete first(all).Resources[idOf(first(all), 'AWS::ECR::ReplicationConfiguration')];
    },
    names: (_, all) => idOf(second(all), IMAGES),
  },
  {
    name: 'the second Region takes its image from the first',
    breaks: (_, all) => {
      const [container] = resourceOf(second(all), 'AWS::ECS::TaskDefinition').Properties.ContainerDefinitions;
      container.Image = '111122223333.dkr.ecr.eu-west-1.amazonaws.com/shop/web:2026-08-30';
    },
    names: (_, all) => idOf(second(all), SERVICE),
  },
];

/** A Region that waits, smaller or as large. */
export const warmStandby: MutationSuite = {
  construct: 'DisasterRecovery as warm standby',
  survive: 'region',
  build: pair('warm-standby', 'table'),
  mutations: [
    {
      name: 'the second Region has no record',
      breaks: (_, all) => {
        delete second(all).Resources[idOf(second(all), RECORD)];
      },
      names: (_, all) => idOf(first(all), RECORD),
    },
    {
      name: 'nothing looks at the first Region',
      breaks: (_, all) => {
        const { Properties } = resourceOf(first(all), RECORD);
        delete Properties.HealthCheckId;
        Properties.AliasTarget.EvaluateTargetHealth = false;
      },
      names: (_, all) => idOf(first(all), RECORD),
    },
    {
      name: 'the second Region runs nothing',
      breaks: (_, all) => {
        resourceOf(second(all), 'AWS::ApplicationAutoScaling::ScalableTarget').Properties.MinCapacity = 0;
      },
      names: (_, all) => idOf(second(all), SERVICE),
    },
    {
      name: 'nobody answers behind the balancer of the second Region',
      breaks: (_, all) => {
        delete resourceOf(second(all), SERVICE).Properties.LoadBalancers;
      },
      names: (_, all) => idOf(second(all), SERVICE),
    },
    tableInOneRegion,
    ...DATA,
  ],
};

/** Two Regions that serve all the time. */
export const activeActive: MutationSuite = {
  construct: 'DisasterRecovery as active-active',
  survive: 'region',
  build: pair('active-active', 'table'),
  mutations: [
    {
      name: 'the second Region has no record',
      breaks: (_, all) => {
        delete second(all).Resources[idOf(second(all), RECORD)];
      },
      names: (_, all) => idOf(first(all), BALANCER),
    },
    {
      name: 'nothing looks at the second Region, so that people near it stay with it',
      breaks: (_, all) => {
        const { Properties } = resourceOf(second(all), RECORD);
        delete Properties.HealthCheckId;
        Properties.AliasTarget.EvaluateTargetHealth = false;
      },
      names: (_, all) => idOf(second(all), RECORD),
    },
    tableInOneRegion,
    ...DATA,
  ],
};

/**
 * A Region that waits with a copy of a database. How many instances the copy has, and where, matters once the first Region
 * is lost: that is two losses at once, which no level promises to survive.
 */
export const warmStandbyWithDatabase: MutationSuite = {
  construct: 'DisasterRecovery with a database',
  survive: 'region',
  build: pair('warm-standby', 'aurora'),
  mutations: [
    {
      name: 'the second Region has a database of its own',
      breaks: (_, all) => {
        delete resourceOf(second(all), CLUSTER).Properties.GlobalClusterIdentifier;
      },
      names: (_, all) => idOf(first(all), CLUSTER),
    },
    {
      name: 'the first Region writes a database of its own',
      breaks: (_, all) => {
        delete resourceOf(first(all), CLUSTER).Properties.GlobalClusterIdentifier;
      },
      names: (_, all) => idOf(first(all), CLUSTER),
    },
    {
      name: 'the second Region asks the database of the first',
      breaks: (_, all) => {
        const [container] = resourceOf(second(all), 'AWS::ECS::TaskDefinition').Properties.ContainerDefinitions;
        const host = container.Environment.find(({ Name }: { Name: string }) => Name === 'DATABASE_HOST');
        host.Value = { 'Fn::GetStackOutput': { StackName: 'first', OutputName: 'Writer', Region: 'eu-west-1' } };
        const Value = { 'Fn::GetAtt': [idOf(first(all), CLUSTER), 'Endpoint.Address'] };
        first(all).Outputs = { ...(first(all).Outputs as object), Writer: { Value } };
      },
      names: (_, all) => idOf(first(all), CLUSTER),
    },
    ...DATA,
  ],
};

/** Two Regions behind the same addresses. */
export const anycastFrontDoor: MutationSuite = {
  construct: 'AnycastFrontDoor',
  survive: 'region',
  build: (app) => {
    const image = ContainerImage.fromRegistry('public.ecr.aws/nginx/nginx:1.29');
    const door = (stack: Stack, region: string, listenerArn?: string) => {
      const service = new LoadBalancedService(stack, `${stack.stackName}Service`, {
        network: new ResilientNetwork(stack, 'Network'),
        pools: { web: { kind: 'containers', image, requiredCapacity: 2 } },
      });
      return new AnycastFrontDoor(stack, `${stack.stackName}Door`, {
        service,
        region,
        ...(listenerArn === undefined ? {} : { listenerArn }),
      });
    };
    const one = new Stack(app, 'first', { env: { region: 'eu-west-1' } });
    new CfnOutput(one, 'Listener', { value: door(one, 'eu-west-1').listenerArn });
    const two = new Stack(app, 'second', { env: { region: 'eu-central-1' } });
    door(two, 'eu-central-1', Fn.getStackOutput('first', 'Listener', 'eu-west-1'));
  },
  mutations: [
    {
      name: 'the second Region does not join',
      breaks: (_, all) => {
        delete second(all).Resources[idOf(second(all), GROUP)];
      },
      names: (_, all) => idOf(first(all), GROUP),
    },
    {
      name: 'the second Region is never chosen',
      breaks: (_, all) => {
        resourceOf(second(all), GROUP).Properties.EndpointConfigurations[0].Weight = 0;
      },
      names: (_, all) => idOf(first(all), GROUP),
    },
    {
      name: 'the second Region runs nothing',
      breaks: (_, all) => {
        resourceOf(second(all), 'AWS::ApplicationAutoScaling::ScalableTarget').Properties.MinCapacity = 0;
      },
      names: (_, all) => idOf(first(all), GROUP),
    },
    {
      name: 'the group of the second Region is empty',
      breaks: (_, all) => {
        delete resourceOf(second(all), GROUP).Properties.EndpointConfigurations;
      },
      names: (_, all) => idOf(first(all), GROUP),
    },
    {
      name: 'the second Region stands in the first',
      breaks: (_, all) => {
        resourceOf(second(all), GROUP).Properties.EndpointGroupRegion = 'eu-west-1';
        resourceOf(second(all), GROUP).Properties.EndpointConfigurations[0].EndpointId = {
          'Fn::GetStackOutput': { StackName: 'first', OutputName: 'Balancer', Region: 'eu-west-1' },
        };
        first(all).Outputs = {
          ...(first(all).Outputs as object),
          Balancer: { Value: { Ref: idOf(first(all), BALANCER) } },
        };
      },
      names: (_, all) => idOf(first(all), GROUP),
    },
  ],
};
