import { isObject, type Json, type JsonObject, objectAt, property } from '../../json';
import type { RawResource } from '../template';
import { made, without } from './expansion';

type Made = readonly [type: string, properties: JsonObject];
type EventSource = (event: JsonObject, target: Json) => Made | undefined;

/** Event source types whose records a mapping polls, and the property that names their source. */
const polled: ReadonlyMap<string, string> = new Map([
  ['DocumentDB', 'Cluster'],
  ['DynamoDB', 'Stream'],
  ['Kinesis', 'Stream'],
  ['MQ', 'Broker'],
  ['MSK', 'Stream'],
  ['SQS', 'Queue'],
]);

const pushed: ReadonlyMap<string, EventSource> = new Map<string, EventSource>([
  ['CloudWatchEvent', rule],
  ['EventBridgeRule', rule],
  [
    'Schedule',
    ({ Schedule, State, Name, Input }, target) => [
      'AWS::Events::Rule',
      defined({ ScheduleExpression: Schedule, State, Name, Targets: targets(target, Input) }),
    ],
  ],
  [
    'ScheduleV2',
    (event, target) => ['AWS::Scheduler::Schedule', { ...event, Target: { Arn: target, RoleArn: event.RoleArn ?? '' } }],
  ],
  [
    'SNS',
    ({ Topic, FilterPolicy, Region }, target) => [
      'AWS::SNS::Subscription',
      defined({ TopicArn: Topic, FilterPolicy, Region, Protocol: 'lambda', Endpoint: target }),
    ],
  ],
  [
    'CloudWatchLogs',
    ({ LogGroupName, FilterPattern }, target) => [
      'AWS::Logs::SubscriptionFilter',
      defined({ LogGroupName, FilterPattern, DestinationArn: target }),
    ],
  ],
  [
    'IoTRule',
    ({ Sql }, target) => [
      'AWS::IoT::TopicRule',
      { TopicRulePayload: defined({ Sql, Actions: [{ Lambda: { FunctionArn: target } }] }) },
    ],
  ],
  ['SelfManagedKafka', (event, target) => ['AWS::Lambda::EventSourceMapping', mapping(event, target)]],
]);

/** Event sources that become permissions, or that change what they come from: nothing that fails by itself. */
const elsewhere: ReadonlySet<string> = new Set(['AlexaSkill', 'Api', 'Cognito', 'HttpApi', 'S3']);

/** Event sources of which it is not known what they make. */
export function unknownEvents(events: JsonObject): readonly { readonly event: string; readonly type: string }[] {
  return Object.keys(events).flatMap((event) => {
    const type = String(objectAt(events, event).Type);
    return polled.has(type) || pushed.has(type) || elsewhere.has(type) ? [] : [{ event, type }];
  });
}

/** What the event sources of a function become; APIs and buckets are changed elsewhere. */
export function expandEvents(id: string, raw: RawResource, events: JsonObject, target: Json): readonly [string, RawResource][] {
  return Object.keys(events).flatMap((name): [string, RawResource][] => {
    const event = objectAt(events, name);
    const result = expandEvent(String(event.Type), objectAt(event, 'Properties'), target);
    return result === undefined ? [] : [[`${id}${name}`, made(result[0], result[1], raw)]];
  });
}

function expandEvent(type: string, properties: JsonObject, target: Json): Made | undefined {
  const source = polled.get(type);
  if (source === undefined) return pushed.get(type)?.(properties, target);
  const rest = without(properties, new Set([source]));
  return ['AWS::Lambda::EventSourceMapping', { ...mapping(rest, target), EventSourceArn: property(properties, source) ?? '' }];
}

function mapping(event: JsonObject, target: Json): JsonObject {
  return { ...event, FunctionName: target };
}

function rule({ Pattern, EventBusName, State, Input }: JsonObject, target: Json): Made {
  return ['AWS::Events::Rule', defined({ EventPattern: Pattern, EventBusName, State, Targets: targets(target, Input) })];
}

function targets(target: Json, Input: Json | undefined): Json {
  return [defined({ Arn: target, Id: 'Target', Input })];
}

function defined(properties: Readonly<Record<string, Json | undefined>>): JsonObject {
  return Object.fromEntries(Object.entries(properties).filter((entry): entry is [string, Json] => entry[1] !== undefined));
}

/** The bucket events of a function: logical id of the bucket, and what it sends. */
export function bucketEvents(
  events: JsonObject,
  target: Json,
): readonly { readonly bucket: Json; readonly notifications: readonly Json[] }[] {
  return Object.values(events).flatMap((event) => {
    if (!isObject(event) || event.Type !== 'S3') return [];
    const { Bucket, Events, Filter } = objectAt(event, 'Properties');
    const kinds = Array.isArray(Events) ? (Events as readonly Json[]) : [Events ?? '*'];
    return Bucket === undefined
      ? []
      : [{ bucket: Bucket, notifications: kinds.map((Event) => defined({ Event, Filter, Function: target })) }];
  });
}
