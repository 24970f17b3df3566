import { serviceCases } from './support/service-cases';
import { storeCases } from './support/store-cases';
import { ref, twoZones } from './support/system-of';
import { verdictOf } from './support/verdict-of';

describe.each([...storeCases, ...serviceCases])('$about', ({ survives, without, lost }) => {
  it('survives where it is redundant', () => {
    expect(verdictOf(survives)).toEqual({ lost: [], open: [], unknownTypes: [] });
  });

  it('is lost where it is not, and is named', () => {
    expect(verdictOf(without)).toMatchObject({ lost, unknownTypes: [] });
  });
});

const elsewhere = { ConfigurationInfo: { Arn: 'arn:aws:kafka:eu-west-1:123456789012:configuration/x/1', Revision: 1 } };

describe('settings that leave the answer open', () => {
  it.each([
    [
      'a search domain over two zones without dedicated masters',
      ['AWS::OpenSearchService::Domain', { ClusterConfig: { InstanceCount: 4, ZoneAwarenessEnabled: true } }],
    ],
    ['a node group without sizes', ['AWS::EKS::Nodegroup', { Subnets: twoZones }]],
    ['an elastic document cluster without a number of instances', ['AWS::DocDBElastic::Cluster', { SubnetIds: twoZones }]],
    ['an inference endpoint whose configuration is elsewhere', ['AWS::SageMaker::Endpoint', { EndpointConfigName: 'scores' }]],
    [
      'a fleet whose capacity is counted in weights',
      [
        'AWS::EC2::EC2Fleet',
        {
          TargetCapacitySpecification: { TotalTargetCapacity: 4 },
          LaunchTemplateConfigs: [{ Overrides: [{ WeightedCapacity: 4 }] }],
        },
      ],
    ],
    ['an HSM cluster, whose modules no property counts', ['AWS::CloudHSM::Cluster', { SubnetIds: twoZones }]],
    ['a Batch environment whose machines come from outside', ['AWS::Batch::ComputeEnvironment', { Type: 'UNMANAGED' }]],
    [
      'tasks that are packed',
      ['AWS::ECS::Service', { DesiredCount: 2, PlacementStrategies: [{ Type: 'binpack', Field: 'memory' }] }],
    ],
    ['a Kafka cluster whose configuration is elsewhere', ['AWS::MSK::Cluster', elsewhere]],
    ['a Kafka topic whose own settings are encoded', ['AWS::MSK::Topic', { ReplicationFactor: 2, Configs: 'e30=' }]],
    [
      'a cache group with shards and no number of replicas',
      ['AWS::ElastiCache::ReplicationGroup', { AutomaticFailoverEnabled: true, MultiAZEnabled: true, NumNodeGroups: 3 }],
    ],
    ['a Kendra index for developers', ['AWS::Kendra::Index', { Edition: 'DEVELOPER_EDITION' }]],
  ] as const)('%s is neither safe nor lost', (_, resource) => {
    expect(verdictOf({ Subject: resource })).toEqual({ lost: [], open: ['Subject'], unknownTypes: [] });
  });
});

describe('services of a region', () => {
  it.each([
    'AWS::ApiGateway::RestApi',
    'AWS::AppSync::GraphQLApi',
    'AWS::CloudFront::Distribution',
    'AWS::Cognito::UserPool',
    'AWS::DSQL::Cluster',
    'AWS::DynamoDB::Table',
    'AWS::EFS::FileSystem',
    'AWS::Events::EventBus',
    'AWS::Kinesis::Stream',
    'AWS::Lambda::Function',
    'AWS::S3::Bucket',
    'AWS::SNS::Topic',
    'AWS::SQS::Queue',
    'AWS::StepFunctions::StateMachine',
    'AWS::Transfer::Server',
  ])('%s survives the loss of any component and zone', (type) => {
    expect(verdictOf({ Subject: [type] })).toEqual({ lost: [], open: [], unknownTypes: [] });
  });
});

describe('what only soft edges lead to', () => {
  it('an event rule is not lost with the one task that it starts', () => {
    const { lost } = verdictOf({
      Nightly: ['AWS::Events::Rule', { Targets: [{ Arn: ref('Report', 'Arn') }] }],
      Report: ['AWS::Lambda::Function'],
    });
    expect(lost).toEqual([]);
  });

  it('a function that reads a broker stays a function of its own', () => {
    const { lost } = verdictOf({
      Feed: ['AWS::Lambda::EventSourceMapping', { FunctionName: ref('Reader'), EventSourceArn: ref('Broker', 'Arn') }],
      Reader: ['AWS::Lambda::Function'],
      Broker: ['AWS::AmazonMQ::Broker', { DeploymentMode: 'SINGLE_INSTANCE' }],
    });
    expect(lost).toEqual(['Broker with component']);
  });
});
