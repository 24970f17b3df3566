import type { EdgeTable } from '../../fact';
import type { Path } from '../../path';
import { needOf } from './need';

const ecs = 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/';
const lambda = 'https://docs.aws.amazon.com/lambda/latest/dg/';

/** It serves without it: what is meant for the other waits, is tried again or is missed later. */
const soft = needOf('soft');

const logs = (path: Path, source?: string) => soft(path, 'it writes its logs there', source);
const failures = (path: Path, source: string) => soft(path, 'what failed is kept there', source);
const replicaOf = (path: Path) =>
  soft(
    path,
    'it repeats what is written there, and goes on serving what it has',
    'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_ReadRepl.html',
  );
const notifications = 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/EventNotifications.html';

/** Buffered, tried again, or missed without anybody being turned away. */
export const softEdges: EdgeTable = {
  'AWS::ApiGateway::Stage': {
    links: [{ from: 'RestApiId', to: ['AccessLogSetting.DestinationArn'], kind: 'soft', because: 'it writes its logs there' }],
  },
  'AWS::ApiGatewayV2::Stage': {
    links: [{ from: 'ApiId', to: ['AccessLogSettings.DestinationArn'], kind: 'soft', because: 'it writes its logs there' }],
  },
  'AWS::CloudWatch::Alarm': {
    needs: [
      soft(
        'AlarmActions[]',
        'it tells them',
        'https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/AlarmThatSendsEmail.html',
      ),
    ],
  },
  'AWS::DynamoDB::Table': {
    needs: [
      soft(
        'KinesisStreamSpecification.StreamArn',
        'it sends its changes there',
        'https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/kds.html',
      ),
    ],
  },
  'AWS::EC2::FlowLog': {
    needs: [logs('LogGroupName'), logs('LogDestination', 'https://docs.aws.amazon.com/vpc/latest/userguide/flow-logs.html')],
  },
  // A container waits for its logs only where it is told to: a driver drops them by default, and did not before 2025-06-25.
  'AWS::ECS::TaskDefinition': {
    needs: [
      logs('ContainerDefinitions[].LogConfiguration.Options[mode!=blocking].awslogs-group', `${ecs}using_awslogs.html`),
      logs('ContainerDefinitions[].LogConfiguration.Options[mode!=blocking].delivery_stream', `${ecs}using_firelens.html`),
    ],
  },
  'AWS::Lambda::EventInvokeConfig': {
    links: [
      {
        from: 'FunctionName',
        to: ['DestinationConfig.OnFailure.Destination', 'DestinationConfig.OnSuccess.Destination'],
        kind: 'soft',
        because: 'what became of a call is told there',
        source: `${lambda}invocation-async-retain-records.html`,
      },
    ],
  },
  'AWS::Lambda::Function': {
    needs: [
      failures('DeadLetterConfig.TargetArn', `${lambda}invocation-async-retain-records.html`),
      logs('LoggingConfig.LogGroup', `${lambda}monitoring-cloudwatchlogs.html`),
    ],
  },
  'AWS::Logs::SubscriptionFilter': {
    links: [
      {
        from: 'LogGroupName',
        to: ['DestinationArn'],
        kind: 'soft',
        because: 'it passes on what is written to it',
        source: 'https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/Subscriptions.html',
      },
    ],
  },
  'AWS::RDS::DBCluster': { needs: [replicaOf('ReplicationSourceIdentifier')] },
  'AWS::RDS::DBInstance': { needs: [replicaOf('SourceDBInstanceIdentifier'), replicaOf('SourceDBClusterIdentifier')] },
  'AWS::S3::Bucket': {
    needs: [
      soft('NotificationConfiguration.LambdaConfigurations[].Function', 'it is told of new objects', notifications),
      soft('NotificationConfiguration.QueueConfigurations[].Queue', 'it is told of new objects', notifications),
      soft('NotificationConfiguration.TopicConfigurations[].Topic', 'it is told of new objects', notifications),
    ],
  },
  'AWS::SNS::Subscription': {
    links: [
      {
        from: 'TopicArn',
        to: ['RedrivePolicy.deadLetterTargetArn'],
        kind: 'soft',
        because: 'what failed is kept there',
        source: 'https://docs.aws.amazon.com/sns/latest/dg/sns-dead-letter-queues.html',
      },
    ],
  },
  'AWS::SQS::Queue': {
    needs: [
      failures(
        'RedrivePolicy.deadLetterTargetArn',
        'https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-dead-letter-queues.html',
      ),
    ],
  },
  'AWS::StepFunctions::StateMachine': {
    needs: [
      logs(
        'LoggingConfiguration.Destinations[].CloudWatchLogsLogGroup.LogGroupArn',
        'https://docs.aws.amazon.com/step-functions/latest/dg/cw-logs.html',
      ),
    ],
  },
};
