import type { Facts, FactTable } from '../fact';

const checked = '2026-11-22';

const queue = (noun: string, source: string): Facts => ({ noun, role: 'queue', locality: 'region', source, checked });

/** Queues, topics, streams, events. */
export const messaging: FactTable = {
  'AWS::SQS::Queue': queue(
    'queue',
    'https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/disaster-recovery-resiliency.html',
  ),
  'AWS::SNS::Topic': queue('topic', 'https://docs.aws.amazon.com/sns/latest/dg/disaster-recovery-resiliency.html'),
  'AWS::Kinesis::Stream': queue('stream', 'https://docs.aws.amazon.com/streams/latest/dev/disaster-recovery-resiliency.html'),
  'AWS::KinesisFirehose::DeliveryStream': queue(
    'delivery stream',
    'https://docs.aws.amazon.com/firehose/latest/dev/disaster-recovery-resiliency.html',
  ),
};
