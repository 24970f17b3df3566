import type { Facts, FactTable } from '../fact';
import { checked } from './checked';
import { reference } from './reference';

const msk = 'https://docs.aws.amazon.com/msk/latest/developerguide/msk-default-configuration.html';

const factor = 'ConfigurationInfo.Arn->ServerProperties{default.replication.factor}';
const inStep = 'ConfigurationInfo.Arn->ServerProperties{min.insync.replicas}';
/** A broker that fails is replaced in its zone, and so is what was missing without it. */
const replaced: Facts['recovery'] = { kind: 'self-healing', seconds: [300, 900] };
const everyBroker: Partial<Facts> = {
  units: { count: { min: 'NumberOfBrokerNodes', absent: 2 }, needed: 'all', spread: 'distinct-zones' },
  recovery: replaced,
};
const copies = (count: number, needed: number): Partial<Facts> => ({
  units: { count, needed, spread: 'distinct-zones' },
  ...(count === needed ? { recovery: replaced } : {}),
});
/** Brokers are a multiple of the zones: numbers of which only two zones, or only three, can be the reason. */
const inTwoZones = [2, 4, 8, 10, 14, 16, 20, 22, 26, 28];
const inThreeZones = [3, 9, 15, 21, 27];

/** Keeps what it is given in several zones, whatever its settings. */
const queue = (noun: string, name: string, source: string): Facts => ({
  noun,
  role: 'queue',
  locality: 'region',
  names: [name],
  source,
  checked,
});

/** Topics are copied by replicators, as fast as they can; a copy takes writes that nothing gives back. */
const replicated: Partial<Facts> = {
  keepsData: true,
  copyIsWritable: true,
  dataAges: [{ origin: 'copy', because: 'the replicator follows as fast as it can' }],
};

/** Queues, topics, streams, event buses, and the brokers that have nodes. */
export const messaging: FactTable = {
  'AWS::SQS::Queue': queue(
    'queue',
    'QueueName',
    'https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/disaster-recovery-resiliency.html',
  ),
  'AWS::SNS::Topic': queue('topic', 'TopicName', 'https://docs.aws.amazon.com/sns/latest/dg/disaster-recovery-resiliency.html'),
  // A topic tries again for hours, so a receiver that is down loses nothing at first.
  'AWS::SNS::Subscription': {
    noun: 'subscription',
    role: 'configuration',
    locality: 'none',
    links: [{ from: 'TopicArn', to: ['Endpoint'], kind: 'soft', because: 'the topic delivers to it' }],
    inert: true,
    source: 'https://docs.aws.amazon.com/sns/latest/dg/sns-message-delivery-retries.html',
    checked,
  },
  'AWS::Kinesis::Stream': queue(
    'stream',
    'Name',
    'https://docs.aws.amazon.com/streams/latest/dev/disaster-recovery-resiliency.html',
  ),
  'AWS::Kinesis::StreamConsumer': {
    noun: 'stream consumer',
    role: 'configuration',
    locality: 'none',
    carries: ['StreamARN'],
    inert: true,
    source: reference('kinesis-streamconsumer'),
    checked,
  },
  'AWS::KinesisFirehose::DeliveryStream': {
    ...queue(
      'delivery stream',
      'DeliveryStreamName',
      'https://docs.aws.amazon.com/firehose/latest/dev/disaster-recovery-resiliency.html',
    ),
    needs: [
      { path: 'KinesisStreamSourceConfiguration.KinesisStreamARN', kind: 'soft', because: 'records come from it' },
      { path: 'AmazonopensearchserviceDestinationConfiguration.DomainARN', kind: 'soft', because: 'it delivers there' },
      { path: 'ElasticsearchDestinationConfiguration.DomainARN', kind: 'soft', because: 'it delivers there' },
      { path: 'RedshiftDestinationConfiguration.ClusterJDBCURL', kind: 'soft', because: 'it delivers there' },
      { path: 'ExtendedS3DestinationConfiguration.BucketARN', kind: 'soft', because: 'it delivers there' },
      { path: 'S3DestinationConfiguration.BucketARN', kind: 'soft', because: 'it delivers there' },
    ],
  },
  'AWS::Events::EventBus': queue(
    'event bus',
    'Name',
    'https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-resilience.html',
  ),
  // Events wait up to a day for a target that does not answer.
  'AWS::Events::Rule': {
    noun: 'event rule',
    role: 'operations',
    locality: 'region',
    needs: [{ path: 'Targets[].Arn', kind: 'soft', because: 'events go to it' }],
    inert: true,
    source: 'https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-rule-retry-policy.html',
    checked,
  },
  'AWS::Events::Endpoint': {
    noun: 'global event endpoint',
    role: 'entry',
    locality: 'many-regions',
    regions: ['RoutingConfig.FailoverConfig.Secondary.Route'],
    needs: [{ path: 'EventBuses[].EventBusArn', kind: 'soft', because: 'events go to the bus that is healthy' }],
    source: 'https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-global-endpoints.html',
    checked,
  },
  'AWS::Pipes::Pipe': {
    noun: 'pipe',
    role: 'configuration',
    locality: 'region',
    needs: [
      { path: 'Source', kind: 'soft', because: 'events come from it' },
      { path: 'Enrichment', kind: 'soft', because: 'it adds to the events' },
      { path: 'Target', kind: 'soft', because: 'events go to it' },
    ],
    inert: true,
    source: 'https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-pipes.html',
    checked,
  },
  'AWS::Scheduler::Schedule': {
    noun: 'schedule',
    role: 'operations',
    locality: 'region',
    needs: [{ path: 'Target.Arn', kind: 'soft', because: 'it is called on schedule' }],
    inert: true,
    source: 'https://docs.aws.amazon.com/scheduler/latest/UserGuide/what-is-scheduler.html',
    checked,
  },
  // A broker answers at one address per node; which node leads, the clients find out.
  'AWS::AmazonMQ::Broker': {
    noun: 'message broker',
    role: 'store',
    locality: 'zone',
    units: { count: 1 },
    placement: { subnets: ['SubnetIds[]'] },
    apart: { subnets: ['SubnetIds[]'] },
    securityGroups: ['SecurityGroups[]'],
    recovery: { kind: 'none' },
    cases: [
      {
        when: { DeploymentMode: 'ACTIVE_STANDBY_MULTI_AZ' },
        facts: {
          locality: 'zones',
          units: { count: 2, spread: 'distinct-zones' },
          recovery: { kind: 'failover', seconds: [30, 120] },
        },
      },
      {
        when: { DeploymentMode: 'CLUSTER_MULTI_AZ' },
        facts: {
          // The service spreads the three nodes over zones of its own; the subnets only hold the doors to them.
          locality: 'zones',
          units: { count: 'per-subnet' },
          recovery: { kind: 'failover', seconds: [10, 60] },
        },
      },
    ],
    fix: 'set DeploymentMode to ACTIVE_STANDBY_MULTI_AZ (ActiveMQ) or CLUSTER_MULTI_AZ (RabbitMQ), with subnets in as many zones',
    source: 'https://docs.aws.amazon.com/amazon-mq/latest/developer-guide/amazon-mq-broker-architecture.html',
    checked,
  },
  // Subnets of two or three zones are demanded, and brokers come in multiples of them; topics are copied over two
  // brokers in a cluster of two zones and over three in one of three unless the topic says otherwise.
  'AWS::MSK::Cluster': {
    noun: 'Kafka cluster',
    role: 'store',
    locality: 'zones',
    units: { count: { min: 'NumberOfBrokerNodes', absent: 2 }, spread: 'distinct-zones' },
    placement: { subnets: ['BrokerNodeGroupInfo.ClientSubnets[]'], enforcedZones: 2 },
    apart: { subnets: ['BrokerNodeGroupInfo.ClientSubnets[]'] },
    securityGroups: ['BrokerNodeGroupInfo.SecurityGroups[]'],
    ...replicated,
    recovery: { kind: 'failover', seconds: [5, 60] },
    cases: [
      { when: { NumberOfBrokerNodes: 1 }, facts: { recovery: replaced } },
      {
        when: { 'ConfigurationInfo.Arn': 'present', 'ConfigurationInfo.Arn->ServerProperties': 'absent' },
        facts: {
          doubt: {
            because:
              'its configuration, which says how many copies topics have and how many must be in step, is not in the input',
            tell: 'give the input that declares the configuration',
          },
        },
      },
      // Topics that say nothing follow the configuration: of one copy every broker is needed; writes need as many copies
      // in step as it says, and a zone takes all copies that it holds.
      { when: { [factor]: 1 }, facts: everyBroker },
      { when: { [factor]: 2, [inStep]: 2 }, facts: copies(2, 2) },
      { when: { [factor]: 3, [inStep]: 3 }, facts: copies(3, 3) },
      { when: { [factor]: 'absent', [inStep]: 3 }, facts: copies(3, 3) },
      { when: { [factor]: 3, [inStep]: 2 }, facts: copies(3, 2) },
      // What is not said depends on the zones: two copies of which one must be in step over two, three and two over three.
      { when: { [factor]: 'absent', [inStep]: 2, NumberOfBrokerNodes: inTwoZones }, facts: copies(2, 2) },
      { when: { [factor]: 2, [inStep]: 'absent', NumberOfBrokerNodes: inThreeZones }, facts: copies(2, 2) },
    ],
    fix: 'run at least 2 brokers over 2 zones, better 3 over 3, with default.replication.factor=3 and min.insync.replicas=2',
    source: msk,
    checked,
  },
  'AWS::MSK::ServerlessCluster': {
    noun: 'serverless Kafka cluster',
    role: 'store',
    locality: 'zones',
    units: { count: 'per-subnet' },
    placement: { subnets: ['VpcConfigs[].SubnetIds[]'] },
    securityGroups: ['VpcConfigs[].SecurityGroups[]'],
    ...replicated,
    recovery: { kind: 'failover' },
    fix: 'give the cluster subnets in at least 2 zones, better 3',
    source: 'https://docs.aws.amazon.com/msk/latest/developerguide/serverless.html',
    checked,
  },
  // The copies of a topic stand on that many brokers. What it says itself is encoded; of two copies both must be in step
  // where the cluster asks for two, as one of three zones does unless its configuration says otherwise.
  'AWS::MSK::Topic': {
    noun: 'Kafka topic',
    role: 'store',
    locality: 'zones',
    units: { count: { min: 'ReplicationFactor', absent: 2 }, spread: 'distinct-zones' },
    needs: [{ path: 'ClusterArn', kind: 'hard', because: 'its brokers hold the topic' }],
    recovery: { kind: 'failover', seconds: [5, 60] },
    cases: [
      { when: { ReplicationFactor: 1 }, facts: { recovery: replaced } },
      { when: { ReplicationFactor: 2, Configs: 'absent', [`ClusterArn->${inStep}`]: 1 }, facts: {} },
      { when: { ReplicationFactor: 2, Configs: 'absent', [`ClusterArn->${inStep}`]: 2 }, facts: copies(2, 2) },
      { when: { ReplicationFactor: 2, Configs: 'absent', 'ClusterArn->NumberOfBrokerNodes': inTwoZones }, facts: {} },
      { when: { ReplicationFactor: 2, Configs: 'absent', 'ClusterArn->NumberOfBrokerNodes': inThreeZones }, facts: copies(2, 2) },
      {
        when: { ReplicationFactor: 2 },
        facts: {
          doubt: {
            because: 'it has two copies, and how many of them must be in step for a write cannot be read',
            tell: 'set ReplicationFactor to 3',
          },
        },
      },
    ],
    fix: 'set ReplicationFactor to 3 and min.insync.replicas to 2',
    source: msk,
    checked,
  },
  // Nothing is served from it: without it the copies stand still, and are older when they are needed.
  'AWS::MSK::Replicator': {
    noun: 'Kafka replicator',
    role: 'operations',
    locality: 'region',
    copying: { each: 'ReplicationInfoList[]', from: 'SourceKafkaClusterArn', to: 'TargetKafkaClusterArn' },
    inert: true,
    source: 'https://docs.aws.amazon.com/msk/latest/developerguide/msk-replicator.html',
    checked,
  },
  'AWS::KafkaConnect::Connector': {
    noun: 'Kafka connector',
    role: 'compute',
    locality: 'zones',
    units: { count: { desired: 'Capacity.ProvisionedCapacity.WorkerCount', absent: 1 } },
    placement: { subnets: ['KafkaCluster.ApacheKafkaCluster.Vpc.Subnets[]'] },
    securityGroups: ['KafkaCluster.ApacheKafkaCluster.Vpc.SecurityGroups[]'],
    needs: [{ path: 'KafkaCluster.ApacheKafkaCluster.BootstrapServers', kind: 'hard', because: 'it reads and writes there' }],
    recovery: { kind: 'self-healing', seconds: [60, 600] },
    text: ['ConnectorConfiguration'],
    usesEgress: true,
    cases: [
      {
        when: { 'Capacity.AutoScaling': 'present' },
        facts: { units: { count: { min: 'Capacity.AutoScaling.MinWorkerCount', absent: 1 } } },
      },
    ],
    fix: 'set the least number of workers to at least 2, over at least 2 zones',
    source: reference('kafkaconnect-connector'),
    checked,
  },
};
