import { isJsonList, isObject, type Json, type JsonObject, objectAt } from '../../json';
import type { RawResource } from '../template';
import { attribute, idOf, made } from './expansion';

/** What a connector permits on its destination, by the type of that; `Read` and `Write` where there is a difference. */
const actions: Readonly<Record<string, { readonly read?: string; readonly write?: string }>> = {
  'AWS::DynamoDB::Table': { read: 'dynamodb:GetItem', write: 'dynamodb:PutItem' },
  'AWS::Events::EventBus': { write: 'events:PutEvents' },
  'AWS::Lambda::Function': { write: 'lambda:InvokeFunction' },
  'AWS::S3::Bucket': { read: 's3:GetObject', write: 's3:PutObject' },
  'AWS::Serverless::Function': { write: 'lambda:InvokeFunction' },
  'AWS::Serverless::SimpleTable': { read: 'dynamodb:GetItem', write: 'dynamodb:PutItem' },
  'AWS::Serverless::StateMachine': { write: 'states:StartExecution' },
  'AWS::SNS::Topic': { write: 'sns:Publish' },
  'AWS::SQS::Queue': { read: 'sqs:ReceiveMessage', write: 'sqs:SendMessage' },
  'AWS::StepFunctions::StateMachine': { write: 'states:StartExecution' },
};

/** Resources of a template before and after the transform. */
export interface Around {
  readonly before: ReadonlyMap<string, RawResource>;
  readonly after: ReadonlyMap<string, RawResource>;
}

/**
 * `AWS::Serverless::Connector`, and connectors inside a resource: policies of the source's role on each destination.
 * What has no role (a topic, a rule) is connected by properties of its own, and gets no policy here.
 */
export function expandConnector(
  id: string,
  raw: RawResource,
  properties: JsonObject,
  around: Around,
): readonly [string, RawResource][] {
  const source = idOf(objectAt(properties, 'Source').Id);
  const role = source === undefined ? undefined : roleOf(source, around);
  if (role === undefined) return [];
  const wanted = isJsonList(properties.Permissions) ? properties.Permissions.map(String) : [];
  const destinations = isJsonList(properties.Destination) ? properties.Destination : [properties.Destination ?? null];
  return destinations.flatMap((destination, index): [string, RawResource][] => {
    if (!isObject(destination)) return [];
    const target = idOf(destination.Id);
    const known = actions[target === undefined ? String(destination.Type) : (around.before.get(target)?.type ?? '')];
    const Action = [
      wanted.includes('Read') ? known?.read : undefined,
      wanted.includes('Write') ? known?.write : undefined,
    ].filter((action) => action !== undefined);
    const Resource: Json | undefined = target === undefined ? destination.Arn : attribute(target, 'Arn');
    if (Action.length === 0 || Resource === undefined) return [];
    const PolicyDocument = { Statement: [{ Effect: 'Allow', Action, Resource }] };
    const name = index === 0 ? `${id}Policy` : `${id}Policy${index}`;
    return [[name, made('AWS::IAM::ManagedPolicy', { PolicyDocument, Roles: [role] }, raw)]];
  });
}

/** Connectors that stand inside the resource that they start from. */
export function embeddedConnectors(id: string, { body }: RawResource): readonly (readonly [string, JsonObject])[] {
  return Object.entries(objectAt(body, 'Connectors')).flatMap(([name, connector]) =>
    isObject(connector) ? [[`${id}${name}`, { ...objectAt(connector, 'Properties'), Source: { Id: id } }] as const] : [],
  );
}

/** The role as which a resource calls others: a reference to one that is declared. */
function roleOf(id: string, { after }: Around): Json | undefined {
  const properties = objectAt(after.get(id)?.body ?? {}, 'Properties');
  const role = properties.Role ?? properties.RoleArn;
  const named = isObject(role) ? (isJsonList(role['Fn::GetAtt']) ? role['Fn::GetAtt'][0] : role.Ref) : undefined;
  return typeof named === 'string' ? { Ref: named } : undefined;
}
