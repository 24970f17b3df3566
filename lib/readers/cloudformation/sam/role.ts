import { isJsonList, isObject, type Json, type JsonObject } from '../../json';
import { functionName } from '../template';

/** The role that the transform makes for a function or a state machine without one. */
export function roleProperties(principal: string, policies: Json | undefined, managed: readonly string[]): JsonObject {
  const entries = policies === undefined ? [] : isJsonList(policies) ? policies : [policies];
  const documents = entries.flatMap((entry, index) => inlinePolicy(entry, index));
  return {
    AssumeRolePolicyDocument: { Statement: [{ Effect: 'Allow', Principal: { Service: principal }, Action: 'sts:AssumeRole' }] },
    ManagedPolicyArns: [...managed, ...entries.filter(isManaged)],
    ...(documents.length > 0 && { Policies: documents }),
  };
}

function isManaged(entry: Json): boolean {
  return typeof entry === 'string' || (isObject(entry) && functionName(entry) !== undefined && !Object.hasOwn(entry, 'Fn::If'));
}

function inlinePolicy(entry: Json, index: number): readonly Json[] {
  if (!isObject(entry) || isManaged(entry)) return [];
  const name = `policy${index}`;
  if (Object.hasOwn(entry, 'Fn::If')) return [entry];
  if (Object.hasOwn(entry, 'Statement')) return [{ PolicyName: name, PolicyDocument: entry }];
  return [
    {
      PolicyName: name,
      PolicyDocument: { Statement: Object.entries(entry).map(([template, parameters]) => statementOf(template, parameters)) },
    },
  ];
}

/**
 * A policy template names a service and the resources that it opens, as `SQSPollerPolicy: { QueueName: … }`. Of its single
 * actions it matters only whether all of them take what waits in a queue or a stream.
 */
function statementOf(template: string, parameters: Json): JsonObject {
  const service = services.find(([prefix]) => template.startsWith(prefix))?.[1] ?? '*';
  return {
    Effect: 'Allow',
    Action: [service === '*' ? '*' : `${service}:${takes(template)}`],
    Resource: isObject(parameters) ? Object.values(parameters) : [],
  };
}

function takes(template: string): string {
  if (template.startsWith('SQSPoller')) return 'ReceiveMessage';
  return /StreamRead/.test(template) ? 'GetRecords' : '*';
}

const services: readonly (readonly [prefix: string, service: string])[] = [
  ['AWSSecretsManager', 'secretsmanager'],
  ['CloudFormation', 'cloudformation'],
  ['CloudWatch', 'cloudwatch'],
  ['CodePipeline', 'codepipeline'],
  ['DynamoDB', 'dynamodb'],
  ['EFS', 'elasticfilesystem'],
  ['EventBridge', 'events'],
  ['Elasticsearch', 'es'],
  ['Firehose', 'firehose'],
  ['KMS', 'kms'],
  ['Kinesis', 'kinesis'],
  ['Lambda', 'lambda'],
  ['S3', 's3'],
  ['SES', 'ses'],
  ['SNS', 'sns'],
  ['SQS', 'sqs'],
  ['SSM', 'ssm'],
  ['StepFunctions', 'states'],
];
