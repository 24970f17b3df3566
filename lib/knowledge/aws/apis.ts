import type { Facts, FactTable, TypeFacts } from '../fact';
import { checked } from './checked';
import { reference } from './reference';

const resilience = 'https://docs.aws.amazon.com/apigateway/latest/developerguide/disaster-recovery-resiliency.html';
const sam = 'https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/';

/** An API that the provider answers in several zones; what it calls is found in its integrations. */
const api = (noun: string, source: string, more: Partial<TypeFacts> = {}): TypeFacts => ({
  noun,
  role: 'entry',
  locality: 'region',
  source,
  checked,
  ...more,
});

/** A name of an API. */
const domainName = (source: string): Facts => ({
  noun: 'API domain name',
  role: 'configuration',
  locality: 'region',
  inert: true,
  source,
  checked,
});

/** Public and private APIs. */
export const apis: FactTable = {
  'Alexa::ASK::Skill': api('Alexa skill', reference('ask-skill'), { text: ['SkillPackage.Overrides'] }),
  'AWS::ApiGateway::BasePathMapping': {
    noun: 'base path mapping',
    role: 'configuration',
    locality: 'none',
    links: [{ from: 'DomainName', to: ['RestApiId'], kind: 'hard', because: 'the name leads to the API' }],
    inert: true,
    source: reference('apigateway-basepathmapping'),
    checked,
  },
  'AWS::ApiGateway::DomainName': domainName(resilience),
  'AWS::ApiGateway::Method': {
    noun: 'API method',
    role: 'configuration',
    locality: 'none',
    links: [
      {
        from: 'RestApiId',
        to: ['Integration.Uri', 'Integration.ConnectionId', 'Integration.IntegrationTarget'],
        kind: 'hard',
        because: 'the method calls it',
      },
    ],
    inert: true,
    source: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/how-to-integration-settings.html',
    checked,
  },
  'AWS::ApiGateway::RestApi': api('REST API', resilience, {
    text: ['Body'],
    public: { unless: { 'EndpointConfiguration.Types[]': 'PRIVATE' } },
  }),
  'AWS::ApiGateway::VpcLink': {
    noun: 'VPC link',
    role: 'attachment',
    locality: 'region',
    needs: [{ path: 'TargetArns[]', kind: 'hard', because: 'the link leads to it', outside: 'unproven' }],
    source: reference('apigateway-vpclink'),
    checked,
  },
  'AWS::ApiGatewayV2::Api': api('HTTP API', resilience, {
    text: ['Body'],
    needs: [{ path: 'Target', kind: 'hard', because: 'the API calls it' }],
    cases: [{ when: { ProtocolType: 'WEBSOCKET' }, facts: { noun: 'WebSocket API' } }],
  }),
  'AWS::ApiGatewayV2::ApiMapping': {
    noun: 'API mapping',
    role: 'configuration',
    locality: 'none',
    links: [{ from: 'DomainName', to: ['ApiId'], kind: 'hard', because: 'the name leads to the API' }],
    inert: true,
    source: reference('apigatewayv2-apimapping'),
    checked,
  },
  'AWS::ApiGatewayV2::DomainName': domainName(resilience),
  // A private integration names a listener of a load balancer or a discovery service, and the link on the way there.
  'AWS::ApiGatewayV2::Integration': {
    noun: 'API integration',
    role: 'configuration',
    locality: 'none',
    links: [
      {
        from: 'ApiId',
        to: ['IntegrationUri', 'IntegrationUri->LoadBalancerArn', 'ConnectionId'],
        kind: 'hard',
        because: 'the integration calls it',
      },
    ],
    inert: true,
    source: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations.html',
    checked,
  },
  'AWS::ApiGatewayV2::VpcLink': {
    noun: 'VPC link',
    role: 'attachment',
    locality: 'zones',
    units: { count: 'per-subnet' },
    placement: { subnets: ['SubnetIds[]'] },
    securityGroups: ['SecurityGroupIds[]'],
    recovery: { kind: 'none' },
    fix: 'give the link subnets in at least 2 zones',
    source: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-vpc-links.html',
    checked,
  },
  'AWS::AppSync::Api': api('event API', 'https://docs.aws.amazon.com/appsync/latest/eventapi/event-api-welcome.html'),
  'AWS::AppSync::DataSource': {
    noun: 'data source',
    role: 'configuration',
    locality: 'none',
    links: [
      {
        from: 'ApiId',
        to: [
          'DynamoDBConfig.TableName',
          'ElasticsearchConfig.Endpoint',
          'EventBridgeConfig.EventBusArn',
          'HttpConfig.Endpoint',
          'LambdaConfig.LambdaFunctionArn',
          'OpenSearchServiceConfig.Endpoint',
          'RelationalDatabaseConfig.RdsHttpEndpointConfig.DbClusterIdentifier',
        ],
        kind: 'hard',
        because: 'the API reads and writes there',
      },
    ],
    inert: true,
    source: reference('appsync-datasource'),
    checked,
  },
  'AWS::AppSync::GraphQLApi': api(
    'GraphQL API',
    'https://docs.aws.amazon.com/appsync/latest/devguide/disaster-recovery-resiliency.html',
  ),
  'AWS::Cognito::UserPool': {
    noun: 'user pool',
    role: 'store',
    locality: 'region',
    needs: [{ path: 'LambdaConfig', kind: 'hard', because: 'signing in calls it' }],
    service: { what: 'identity service' },
    keepsData: true,
    source: 'https://docs.aws.amazon.com/cognito/latest/developerguide/disaster-recovery-resiliency.html',
    checked,
  },
  'AWS::Cognito::UserPoolReplica': {
    noun: 'user pool replica',
    role: 'configuration',
    locality: 'many-regions',
    copiesOf: ['UserPoolId'],
    copiesUnseen: {
      because: 'its replica in another region signs users in, and neither makes nor changes them',
      tell: 'accept the finding if signing in is enough while the region is lost',
    },
    inert: true,
    source: reference('cognito-userpoolreplica'),
    checked,
  },
  'AWS::Amplify::App': api('Amplify app', reference('amplify-app'), {
    text: ['EnvironmentVariables'],
  }),
  'AWS::Transfer::WebApp': api('transfer web app', reference('transfer-webapp')),
  'AWS::Serverless::Api': api('REST API', `${sam}sam-resource-api.html`, { text: ['DefinitionBody'] }),
  'AWS::Serverless::GraphQLApi': api('GraphQL API', `${sam}sam-resource-graphqlapi.html`),
  'AWS::Serverless::HttpApi': api('HTTP API', `${sam}sam-resource-httpapi.html`, { text: ['DefinitionBody'] }),
  'AWS::Serverless::SimpleTable': {
    noun: 'DynamoDB table',
    role: 'store',
    locality: 'region',
    source: `${sam}sam-resource-simpletable.html`,
    checked,
  },
};
