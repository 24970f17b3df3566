import { isObject, type Json, type JsonObject, objectAt } from '../../json';
import type { RawResource } from '../template';
import { expandEvents } from './events';
import { attribute, type Expansion, made, tagList, without } from './expansion';
import { roleProperties } from './role';

/** Properties of the serverless function that its Lambda function does not have under that name. */
const notLambda: ReadonlySet<string> = new Set([
  'AssumeRolePolicyDocument',
  'AutoPublishAlias',
  'AutoPublishAliasAllProperties',
  'AutoPublishCodeSha256',
  'CodeUri',
  'DeadLetterQueue',
  'DeploymentPreference',
  'EventInvokeConfig',
  'Events',
  'FunctionUrlConfig',
  'ImageUri',
  'InlineCode',
  'PermissionsBoundary',
  'Policies',
  'PropagateTags',
  'ProvisionedConcurrencyConfig',
  'PublishToLatestPublished',
  'RolePath',
  'Tags',
  'Tracing',
  'VersionDescription',
  'VersionDeletionPolicy',
]);

const basicPolicies: readonly string[] = ['arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole'];

/** `AWS::Serverless::Function`: the function, its role, alias, URL and event sources. */
export function expandFunction(id: string, raw: RawResource, properties: JsonObject): Expansion {
  const resources: [string, RawResource][] = [[id, made('AWS::Lambda::Function', lambdaProperties(id, properties), raw)]];
  const names: [string, string][] = [];
  if (properties.Role === undefined) {
    const role = roleProperties('lambda.amazonaws.com', properties.Policies, basicPolicies);
    resources.push([`${id}Role`, made('AWS::IAM::Role', role, raw)]);
  }
  const alias = properties.AutoPublishAlias;
  let target: JsonObject = attribute(id, 'Arn');
  if (alias !== undefined) {
    const [version, aliasId] = [`${id}Version`, `${id}Alias${typeof alias === 'string' ? alias : ''}`];
    resources.push([version, made('AWS::Lambda::Version', { FunctionName: { Ref: id } }, raw)]);
    resources.push([aliasId, made('AWS::Lambda::Alias', aliasProperties(id, version, alias, properties), raw)]);
    names.push([`${id}.Version`, version], [`${id}.Alias`, aliasId]);
    target = { Ref: aliasId };
  }
  if (isObject(properties.FunctionUrlConfig)) {
    resources.push([`${id}Url`, made('AWS::Lambda::Url', { ...properties.FunctionUrlConfig, TargetFunctionArn: target }, raw)]);
  }
  resources.push(...expandEvents(id, raw, objectAt(properties, 'Events'), target));
  return { resources, names };
}

function lambdaProperties(id: string, properties: JsonObject): JsonObject {
  const result = without(properties, notLambda);
  const code = codeOf(properties);
  const queue = properties.DeadLetterQueue;
  const tags = tagList(properties.Tags);
  if (code !== undefined) result.Code = code;
  if (result.Role === undefined) result.Role = attribute(`${id}Role`, 'Arn');
  if (isObject(queue) && queue.TargetArn !== undefined) result.DeadLetterConfig = { TargetArn: queue.TargetArn };
  if (properties.Tracing !== undefined) result.TracingConfig = { Mode: properties.Tracing };
  if (tags !== undefined) result.Tags = tags;
  return result;
}

function codeOf({ CodeUri, ImageUri, InlineCode }: JsonObject): Json | undefined {
  if (InlineCode !== undefined) return { ZipFile: InlineCode };
  if (ImageUri !== undefined) return { ImageUri };
  if (isObject(CodeUri) && CodeUri.Bucket !== undefined) return { S3Bucket: CodeUri.Bucket, S3Key: CodeUri.Key ?? '' };
  return CodeUri === undefined ? undefined : { S3Key: CodeUri };
}

function aliasProperties(id: string, version: string, alias: Json, properties: JsonObject): JsonObject {
  const provisioned = properties.ProvisionedConcurrencyConfig;
  return {
    Name: alias,
    FunctionName: { Ref: id },
    FunctionVersion: attribute(version, 'Version'),
    ...(provisioned !== undefined && { ProvisionedConcurrencyConfig: provisioned }),
  };
}
