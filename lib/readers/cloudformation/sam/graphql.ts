import { isObject, type Json, type JsonObject, objectAt } from '../../json';
import type { RawResource } from '../template';
import { type Expansion, made, without } from './expansion';

const notApi: ReadonlySet<string> = new Set([
  ...['ApiKeys', 'Auth', 'Cache', 'DataSources', 'DomainName', 'Functions', 'Logging', 'Resolvers', 'SchemaInline', 'SchemaUri'],
  'Tags',
]);

/** `AWS::Serverless::GraphQLApi`: the API and its data sources; resolvers and keys take nothing away. */
export function expandGraphQlApi(id: string, raw: RawResource, properties: JsonObject): Expansion {
  const sources = objectAt(properties, 'DataSources');
  const api = { Name: id, AuthenticationType: objectAt(properties, 'Auth').Type ?? 'API_KEY', ...without(properties, notApi) };
  const dataSource = (name: string, Type: string, config: JsonObject): [string, RawResource] => [
    `${id}${name}DataSource`,
    made('AWS::AppSync::DataSource', { ApiId: { 'Fn::GetAtt': [id, 'ApiId'] }, Name: name, Type, ...config }, raw),
  ];
  return {
    resources: [
      [id, made('AWS::AppSync::GraphQLApi', api, raw)],
      ...entries(sources, 'DynamoDb').map(([name, source]) =>
        dataSource(name, 'AMAZON_DYNAMODB', { DynamoDBConfig: { TableName: tableOf(source) } }),
      ),
      ...entries(sources, 'Lambda').map(([name, { FunctionArn }]) =>
        dataSource(name, 'AWS_LAMBDA', { LambdaConfig: { LambdaFunctionArn: FunctionArn ?? '' } }),
      ),
    ],
  };
}

function entries(sources: JsonObject, kind: string): readonly (readonly [string, JsonObject])[] {
  return Object.entries(objectAt(sources, kind)).flatMap(([name, source]) => (isObject(source) ? [[name, source] as const] : []));
}

function tableOf({ TableName, TableArn }: JsonObject): Json {
  return TableName ?? TableArn ?? '';
}
