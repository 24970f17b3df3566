import type { SettingTable } from '../../setting';
import { atLeast, freeName, given, on } from './shorthand';

const TWO_DAYS_IN_HOURS = 48;

/** Queues, topics, streams, brokers and event buses. */
export const messagingSettings: SettingTable = {
  'AWS::AmazonMQ::Broker': [on('minor-upgrades-off', 'AutoMinorVersionUpgrade')],
  'AWS::Events::Endpoint': [
    { kind: 'copies-in-one-region-only', path: 'ReplicationConfig.State', good: { is: ['ENABLED'] }, absent: 'good' },
  ],
  'AWS::Events::Rule': [given('dead-letters-dropped', 'DeadLetterConfig.Arn', { each: 'Targets[]' })],
  'AWS::Kinesis::Stream': [atLeast('stream-kept-short', 'RetentionPeriodHours', TWO_DAYS_IN_HOURS, 24), freeName('Name')],
  'AWS::KinesisAnalyticsV2::Application': [
    {
      kind: 'checkpoints-off',
      path: 'ApplicationConfiguration.FlinkApplicationConfiguration.CheckpointConfiguration.CheckpointingEnabled',
      good: { not: [false] },
      absent: 'good',
    },
  ],
  'AWS::SNS::Subscription': [given('dead-letters-dropped', 'RedrivePolicy')],
  'AWS::SNS::Topic': [
    {
      kind: 'listener-missing',
      path: 'Subscription',
      good: 'given',
      absent: 'bad',
      orNamedBy: [{ type: 'AWS::SNS::Subscription', path: 'TopicArn' }],
    },
  ],
  'AWS::SQS::Queue': [
    // What others send their dead letters to needs no queue behind it.
    given('dead-letters-dropped', 'RedrivePolicy', {
      orNamedBy: [
        { type: 'AWS::SQS::Queue', path: 'RedrivePolicy.deadLetterTargetArn' },
        { type: 'AWS::SNS::Subscription', path: 'RedrivePolicy.deadLetterTargetArn' },
        { type: 'AWS::Lambda::Function', path: 'DeadLetterConfig.TargetArn' },
        { type: 'AWS::Events::Rule', path: 'Targets[].DeadLetterConfig.Arn' },
      ],
    }),
  ],
};
