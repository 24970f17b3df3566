import { isObject, type Json, type JsonObject, objectAt } from '../../json';
import type { RawResource } from '../template';
import { expandEvents } from './events';
import { attribute, type Expansion, made, tagList, without } from './expansion';
import { expandGraphQlApi } from './graphql';
import { roleProperties } from './role';

type Expand = (id: string, raw: RawResource, properties: JsonObject) => Expansion;

/** Serverless resources that become one resource, or one and its role. */
export const simpleResources: ReadonlyMap<string, Expand> = new Map<string, Expand>([
  ['AWS::Serverless::Application', (id, raw, properties) => one(id, raw, 'AWS::CloudFormation::Stack', application(properties))],
  ['AWS::Serverless::CapacityProvider', (id, raw, properties) => one(id, raw, 'AWS::Lambda::CapacityProvider', properties)],
  ['AWS::Serverless::GraphQLApi', expandGraphQlApi],
  ['AWS::Serverless::LayerVersion', (id, raw, properties) => one(id, raw, 'AWS::Lambda::LayerVersion', layer(properties))],
  ['AWS::Serverless::SimpleTable', (id, raw, properties) => one(id, raw, 'AWS::DynamoDB::Table', table(properties))],
  ['AWS::Serverless::StateMachine', stateMachine],
]);

function one(id: string, raw: RawResource, type: string, properties: JsonObject): Expansion {
  return { resources: [[id, made(type, properties, raw)]] };
}

function application({ Location, Parameters, Tags, TimeoutInMinutes }: JsonObject): JsonObject {
  return {
    ...(Location !== undefined && { TemplateURL: Location }),
    ...(Parameters !== undefined && { Parameters }),
    ...(Tags !== undefined && { Tags: tagList(Tags) ?? [] }),
    ...(TimeoutInMinutes !== undefined && { TimeoutInMinutes }),
  };
}

function layer(properties: JsonObject): JsonObject {
  return { ...without(properties, new Set(['ContentUri', 'RetentionPolicy'])), Content: { S3Key: properties.ContentUri ?? '' } };
}

function table(properties: JsonObject): JsonObject {
  const key = objectAt(properties, 'PrimaryKey');
  const AttributeName: Json = key.Name ?? 'id';
  const type = { String: 'S', Number: 'N', Binary: 'B' }[String(key.Type ?? 'String')] ?? 'S';
  return {
    ...without(properties, new Set(['PrimaryKey', 'Tags'])),
    KeySchema: [{ AttributeName, KeyType: 'HASH' }],
    AttributeDefinitions: [{ AttributeName, AttributeType: type }],
    ...(properties.ProvisionedThroughput === undefined && { BillingMode: 'PAY_PER_REQUEST' }),
    ...(properties.Tags !== undefined && { Tags: tagList(properties.Tags) ?? [] }),
  };
}

const notStateMachine: ReadonlySet<string> = new Set([
  'AutoPublishAlias',
  'Definition',
  'DefinitionUri',
  'DeploymentPreference',
  'Events',
  'Logging',
  'Name',
  'PermissionsBoundary',
  'Policies',
  'PropagateTags',
  'Role',
  'RolePath',
  'Tags',
  'Tracing',
  'Type',
  'UseAliasAsEventTarget',
]);

function stateMachine(id: string, raw: RawResource, properties: JsonObject): Expansion {
  const { Definition, Logging, Name, Policies, Role, Type } = properties;
  const machine = {
    ...without(properties, notStateMachine),
    ...(Definition !== undefined && { Definition }),
    ...(Logging !== undefined && { LoggingConfiguration: Logging }),
    ...(Name !== undefined && { StateMachineName: Name }),
    ...(Type !== undefined && { StateMachineType: Type }),
    RoleArn: Role ?? attribute(`${id}Role`, 'Arn'),
  };
  const resources: [string, RawResource][] = [[id, made('AWS::StepFunctions::StateMachine', machine, raw)]];
  if (Role === undefined)
    resources.push([`${id}Role`, made('AWS::IAM::Role', roleProperties('states.amazonaws.com', Policies, []), raw)]);
  const events = objectAt(properties, 'Events');
  const kinds = new Set(['Schedule', 'ScheduleV2', 'CloudWatchEvent', 'EventBridgeRule']);
  const rules = Object.fromEntries(
    Object.entries(events).filter(([, event]) => isObject(event) && kinds.has(String(event.Type))),
  );
  resources.push(...expandEvents(id, raw, rules, { Ref: id }));
  return { resources };
}
