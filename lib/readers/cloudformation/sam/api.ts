import { isObject, type Json, type JsonObject, objectAt } from '../../json';
import type { RawResource } from '../template';
import { attribute, type Expansion, idOf, made, type Route, without } from './expansion';

export const implicitRest = 'ServerlessRestApi';
export const implicitHttp = 'ServerlessHttpApi';

const notRest: ReadonlySet<string> = new Set([
  'Auth',
  'CacheClusterEnabled',
  'CacheClusterSize',
  'CanarySetting',
  'Cors',
  'DefinitionBody',
  'DefinitionUri',
  'Domain',
  'GatewayResponses',
  'MethodSettings',
  'Models',
  'OpenApiVersion',
  'PropagateTags',
  'StageName',
  'Tags',
  'TracingEnabled',
  'Variables',
  'AccessLogSetting',
]);
const notHttp: ReadonlySet<string> = new Set([
  'Auth',
  'AccessLogSettings',
  'CorsConfiguration',
  'DefaultRouteSettings',
  'DefinitionBody',
  'DefinitionUri',
  'Domain',
  'PropagateTags',
  'RouteSettings',
  'StageName',
  'StageVariables',
  'Tags',
]);

/** The routes that the events of a function or a state machine add. */
export function routesOf(target: string, events: JsonObject): readonly Route[] {
  return Object.values(events).flatMap((event) => {
    if (!isObject(event) || (event.Type !== 'Api' && event.Type !== 'HttpApi')) return [];
    const kind = event.Type === 'Api' ? 'rest' : 'http';
    const properties = objectAt(event, 'Properties');
    const api = idOf(properties.RestApiId ?? properties.ApiId) ?? (kind === 'rest' ? implicitRest : implicitHttp);
    return [
      { api, kind, path: textOr(properties.Path, '/{proxy+}'), method: textOr(properties.Method, 'any').toLowerCase(), target },
    ];
  });
}

function textOr(node: Json | undefined, otherwise: string): string {
  return typeof node === 'string' ? node : otherwise;
}

/** `AWS::Serverless::Api`: the API with its routes, a deployment, a stage. */
export function expandRestApi(id: string, raw: RawResource, properties: JsonObject, routes: readonly Route[]): Expansion {
  const name = typeof properties.StageName === 'string' ? properties.StageName.replaceAll(/[^A-Za-z0-9]/g, '') : '';
  const [deployment, stage] = [`${id}Deployment`, `${id}${name}Stage`];
  const endpoint = properties.EndpointConfiguration;
  const api = {
    ...without(properties, notRest),
    ...(endpoint !== undefined && { EndpointConfiguration: endpointConfiguration(endpoint) }),
    Body: bodyWith(properties.DefinitionBody, routes),
  };
  const stageProperties = {
    RestApiId: { Ref: id },
    DeploymentId: { Ref: deployment },
    StageName: properties.StageName ?? 'Prod',
  };
  return {
    resources: [
      [id, made('AWS::ApiGateway::RestApi', api, raw)],
      [deployment, made('AWS::ApiGateway::Deployment', { RestApiId: { Ref: id } }, raw)],
      [stage, made('AWS::ApiGateway::Stage', stageProperties, raw)],
      ...domain(id, raw, properties.Domain, 'AWS::ApiGateway::DomainName', 'AWS::ApiGateway::BasePathMapping', {
        RestApiId: { Ref: id },
        Stage: { Ref: stage },
      }),
    ],
    names: [
      [`${id}.Stage`, stage],
      [`${id}.Deployment`, deployment],
    ],
  };
}

/** `AWS::Serverless::HttpApi`: the API with its routes and a stage. */
export function expandHttpApi(id: string, raw: RawResource, properties: JsonObject, routes: readonly Route[]): Expansion {
  const name =
    typeof properties.StageName === 'string' ? properties.StageName.replaceAll(/[^A-Za-z0-9]/g, '') : 'ApiGatewayDefault';
  const stage = `${id}${name}Stage`;
  const api = { ...without(properties, notHttp), ProtocolType: 'HTTP', Body: bodyWith(properties.DefinitionBody, routes) };
  const stageProperties = { ApiId: { Ref: id }, StageName: properties.StageName ?? '$default', AutoDeploy: true };
  return {
    resources: [
      [id, made('AWS::ApiGatewayV2::Api', api, raw)],
      [stage, made('AWS::ApiGatewayV2::Stage', stageProperties, raw)],
      ...domain(id, raw, properties.Domain, 'AWS::ApiGatewayV2::DomainName', 'AWS::ApiGatewayV2::ApiMapping', {
        ApiId: { Ref: id },
        Stage: { Ref: stage },
      }),
    ],
    names: [[`${id}.Stage`, stage]],
  };
}

/** A plain word in older templates, a map with a list of types in newer ones. */
function endpointConfiguration(node: Json): Json {
  if (typeof node === 'string') return { Types: [node] };
  if (!isObject(node) || node.Type === undefined) return node;
  return { Types: [node.Type], ...(node.VPCEndpointIds !== undefined && { VpcEndpointIds: node.VPCEndpointIds }) };
}

function bodyWith(body: Json | undefined, routes: readonly Route[]): Json {
  const paths: Record<string, Record<string, Json>> = {};
  for (const { path, method, target } of routes) {
    const integration = { httpMethod: 'POST', type: 'aws_proxy', uri: invocation(target) };
    paths[path] = { ...paths[path], [method]: { 'x-amazon-apigateway-integration': integration } };
  }
  if (body === undefined) return { openapi: '3.0.1', paths };
  return routes.length === 0 || !isObject(body) ? body : { ...body, paths: { ...objectAt(body, 'paths'), ...paths } };
}

function invocation(target: string): JsonObject {
  const parts = [
    'arn:aws:apigateway:',
    { Ref: 'AWS::Region' },
    ':lambda:path/2015-03-31/functions/',
    attribute(target, 'Arn'),
    '/invocations',
  ];
  return { 'Fn::Join': ['', parts] };
}

function domain(
  id: string,
  raw: RawResource,
  node: Json | undefined,
  type: string,
  mappingType: string,
  link: JsonObject,
): readonly [string, RawResource][] {
  if (!isObject(node)) return [];
  const [name, mapping] = [`${id}DomainName`, `${id}BasePathMapping`];
  const route53 = objectAt(node, 'Route53');
  const properties = without(node, new Set(['BasePath', 'Route53', 'NormalizeBasePath']));
  const record = {
    ...without(route53, new Set(['EvaluateTargetHealth', 'IpV6', 'DistributionDomainName'])),
    Name: node.DomainName ?? '',
    Type: 'A',
    AliasTarget: { DNSName: attribute(name, 'RegionalDomainName'), EvaluateTargetHealth: route53.EvaluateTargetHealth ?? false },
  };
  return [
    [name, made(type, properties, raw)],
    [mapping, made(mappingType, { ...link, DomainName: { Ref: name } }, raw)],
    ...(Object.keys(route53).length > 0
      ? [[`${id}RecordSet`, made('AWS::Route53::RecordSet', record, raw)] as [string, RawResource]]
      : []),
  ];
}
