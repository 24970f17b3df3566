// biome-ignore-all lint/suspicious/noTemplateCurlyInString: placeholders of templates are what is tested
import { Reference, type System } from '../../lib/model';
import { readBody } from '../support/read';

function serverless(Resources: object, rest: object = {}): System {
  return readBody({ Transform: 'AWS::Serverless-2016-10-31', Resources, ...rest });
}

function typesOf(system: System): Record<string, string> {
  return Object.fromEntries([...system.resources.values()].map(({ id, type }) => [id, type]));
}

/** The statements of the policies that a template makes, by the id of each. */
function statementsOf(system: System): Record<string, unknown> {
  return Object.fromEntries(
    [...system.resources.values()]
      .filter(({ type }) => type === 'AWS::IAM::ManagedPolicy')
      .map(({ id, properties }) => [id, properties]),
  );
}

describe('connectors', () => {
  const shop = { Type: 'AWS::Serverless::Function', Properties: { InlineCode: 'x' } };
  const mail = { Type: 'AWS::SQS::Queue' };
  const policy = (Action: readonly string[], resource: string) => ({
    PolicyDocument: { Statement: [{ Effect: 'Allow', Action, Resource: new Reference(`shop/${resource}`, 'Arn') }] },
    Roles: [new Reference('shop/ShopRole')],
  });

  it('become policies of the role of their source, on each destination', () => {
    const system = serverless({
      Shop: shop,
      Mail: mail,
      Orders: { Type: 'AWS::Serverless::SimpleTable' },
      Link: {
        Type: 'AWS::Serverless::Connector',
        Properties: { Source: { Id: 'Shop' }, Destination: [{ Id: 'Mail' }, { Id: 'Orders' }], Permissions: ['Read', 'Write'] },
      },
    });
    expect(statementsOf(system)).toEqual({
      LinkPolicy: policy(['sqs:ReceiveMessage', 'sqs:SendMessage'], 'Mail'),
      LinkPolicy1: policy(['dynamodb:GetItem', 'dynamodb:PutItem'], 'Orders'),
    });
    expect(system.problems).toEqual([]);
  });

  it('may stand inside their source', () => {
    const Connectors = { Send: { Properties: { Destination: { Id: 'Mail' }, Permissions: ['Write'] } } };
    const system = serverless({ Shop: { ...shop, Connectors }, Mail: mail });
    expect(statementsOf(system)).toEqual({ ShopSendPolicy: policy(['sqs:SendMessage'], 'Mail') });
  });

  it('give nothing where the source has no role, and on what has no such calls', () => {
    const link = (source: string, destination: string) => ({
      Type: 'AWS::Serverless::Connector',
      Properties: { Source: { Id: source }, Destination: { Id: destination }, Permissions: ['Write'] },
    });
    const system = serverless({
      Shop: shop,
      Mail: mail,
      A: link('Mail', 'Shop'),
      B: link('Shop', 'Nowhere'),
      C: link('None', 'Mail'),
    });
    expect(statementsOf(system)).toEqual({});
  });
});

describe('AWS::Serverless::GraphQLApi', () => {
  it('becomes an API and its data sources', () => {
    const system = serverless({
      Shop: {
        Type: 'AWS::Serverless::GraphQLApi',
        Properties: {
          SchemaUri: 'schema.graphql',
          Auth: { Type: 'AWS_IAM' },
          DataSources: { DynamoDb: { Orders: { TableName: 'orders' } }, Lambda: { Price: { FunctionArn: 'arn' } } },
        },
      },
    });
    expect(typesOf(system)).toEqual({
      Shop: 'AWS::AppSync::GraphQLApi',
      ShopOrdersDataSource: 'AWS::AppSync::DataSource',
      ShopPriceDataSource: 'AWS::AppSync::DataSource',
    });
    expect(system.resources.get('shop/ShopPriceDataSource')?.properties).toMatchObject({
      ApiId: new Reference('shop/Shop', 'ApiId'),
      LambdaConfig: { LambdaFunctionArn: 'arn' },
    });
  });
});

describe('event sources', () => {
  it('of a kind that is not known are named, and those that only permit something are not', () => {
    const event = (Type: string) => ({ Type, Properties: {} });
    const Events = { A: event('AlexaSkill'), B: event('Cognito'), C: event('SatelliteDish') };
    const system = serverless({ Shop: { Type: 'AWS::Serverless::Function', Properties: { InlineCode: 'x', Events } } });
    expect(system.problems.map(({ code, message }) => [code, message])).toEqual([
      ['macro-not-run', 'event "C" of "Shop" is of type "SatelliteDish", which nospof does not write out'],
    ]);
  });
});

describe('AWS::Serverless::Function', () => {
  const handler = { Handler: 'index.handler', Runtime: 'nodejs22.x', CodeUri: 'src/' };

  it('becomes a function and a role, with the globals merged in', () => {
    const system = serverless(
      {
        Shop: {
          Type: 'AWS::Serverless::Function',
          Properties: { ...handler, Environment: { Variables: { A: '1' } }, VpcConfig: { SubnetIds: ['b'] } },
        },
      },
      {
        Globals: {
          Function: { Timeout: 9, Handler: 'x', Environment: { Variables: { B: '2' } }, VpcConfig: { SubnetIds: ['a'] } },
        },
      },
    );
    expect(typesOf(system)).toEqual({ Shop: 'AWS::Lambda::Function', ShopRole: 'AWS::IAM::Role' });
    expect(system.resources.get('shop/Shop')?.properties).toMatchObject({
      Handler: 'index.handler',
      Timeout: 9,
      Environment: { Variables: { A: '1', B: '2' } },
      VpcConfig: { SubnetIds: ['a', 'b'] },
      Role: new Reference('shop/ShopRole', 'Arn'),
    });
  });

  it('keeps a role that is given, and the condition of what it makes', () => {
    const system = serverless(
      {
        Shop: {
          Type: 'AWS::Serverless::Function',
          Condition: 'Maybe',
          Properties: { ...handler, Role: 'arn', FunctionUrlConfig: { AuthType: 'NONE' } },
        },
      },
      { Parameters: { P: { Type: 'String' } }, Conditions: { Maybe: { 'Fn::Equals': [{ Ref: 'P' }, 'a'] } } },
    );
    expect(typesOf(system)).toEqual({ Shop: 'AWS::Lambda::Function', ShopUrl: 'AWS::Lambda::Url' });
    expect(system.resources.get('shop/ShopUrl')?.existence?.symbol).toBe('condition shop/Maybe');
    expect(system.resources.get('shop/ShopUrl')?.source.path).toEqual(['Resources', 'Shop']);
  });

  it('turns event sources into mappings, rules, subscriptions and bucket notifications', () => {
    const event = (Type: string, Properties: object) => ({ Type, Properties });
    const system = serverless({
      Shop: {
        Type: 'AWS::Serverless::Function',
        Properties: {
          ...handler,
          Events: {
            Orders: event('SQS', { Queue: { 'Fn::GetAtt': ['Queue', 'Arn'] }, BatchSize: 5 }),
            Nightly: event('Schedule', { Schedule: 'rate(1 day)' }),
            Stopped: event('EventBridgeRule', { Pattern: { source: ['aws.ec2'] } }),
            News: event('SNS', { Topic: { Ref: 'Topic' } }),
            Files: event('S3', { Bucket: { Ref: 'Bucket' }, Events: 's3:ObjectCreated:*' }),
          },
        },
      },
      Queue: { Type: 'AWS::SQS::Queue' },
      Topic: { Type: 'AWS::SNS::Topic' },
      Bucket: { Type: 'AWS::S3::Bucket' },
    });
    expect(typesOf(system)).toEqual({
      Shop: 'AWS::Lambda::Function',
      ShopRole: 'AWS::IAM::Role',
      ShopOrders: 'AWS::Lambda::EventSourceMapping',
      ShopNightly: 'AWS::Events::Rule',
      ShopStopped: 'AWS::Events::Rule',
      ShopNews: 'AWS::SNS::Subscription',
      Queue: 'AWS::SQS::Queue',
      Topic: 'AWS::SNS::Topic',
      Bucket: 'AWS::S3::Bucket',
    });
    const arn = new Reference('shop/Shop', 'Arn');
    expect(system.resources.get('shop/ShopOrders')?.properties).toEqual({
      BatchSize: 5,
      FunctionName: arn,
      EventSourceArn: new Reference('shop/Queue', 'Arn'),
    });
    expect(system.resources.get('shop/ShopNews')?.properties.TopicArn).toEqual(new Reference('shop/Topic'));
    expect(system.resources.get('shop/Bucket')?.properties).toEqual({
      NotificationConfiguration: { LambdaConfigurations: [{ Event: 's3:ObjectCreated:*', Function: arn }] },
    });
  });

  it('makes routes of an API that is named, and of one that is not', () => {
    const route = (Path: string, rest: object = {}) => ({ Type: 'Api', Properties: { Path, Method: 'get', ...rest } });
    const system = serverless(
      {
        Shop: {
          Type: 'AWS::Serverless::Function',
          Properties: { ...handler, Events: { A: route('/a'), B: route('/b', { RestApiId: { Ref: 'Api' } }) } },
        },
        Api: { Type: 'AWS::Serverless::Api', Properties: { StageName: 'live', EndpointConfiguration: 'REGIONAL' } },
      },
      {
        Outputs: {
          Url: { Value: { 'Fn::Sub': 'https://${ServerlessRestApi}/${ServerlessRestApi.Stage}' } },
          Stage: { Value: { Ref: 'Api.Stage' } },
        },
      },
    );
    expect(typesOf(system)).toMatchObject({
      Api: 'AWS::ApiGateway::RestApi',
      ApiDeployment: 'AWS::ApiGateway::Deployment',
      ApiliveStage: 'AWS::ApiGateway::Stage',
      ServerlessRestApi: 'AWS::ApiGateway::RestApi',
      ServerlessRestApiProdStage: 'AWS::ApiGateway::Stage',
    });
    const { Body, EndpointConfiguration } = system.resources.get('shop/Api')?.properties ?? {};
    expect(EndpointConfiguration).toEqual({ Types: ['REGIONAL'] });
    expect(Object.keys((Body as { paths: object }).paths)).toEqual(['/b']);
    expect(JSON.stringify(Body)).toContain('{"resource":"shop/Shop","attribute":"Arn"}');
    expect(system.offered.find(({ name }) => name === 'Stage')?.value).toEqual(new Reference('shop/ApiliveStage'));
    expect(system.problems).toEqual([]);
  });

  it('writes policy templates out by service and resource', () => {
    const system = serverless({
      Shop: {
        Type: 'AWS::Serverless::Function',
        Properties: {
          ...handler,
          Policies: [
            'AmazonS3ReadOnlyAccess',
            { DynamoDBCrudPolicy: { TableName: { Ref: 'Table' } } },
            { Statement: [{ Effect: 'Allow' }] },
          ],
        },
      },
      Table: { Type: 'AWS::Serverless::SimpleTable' },
    });
    expect(system.resources.get('shop/ShopRole')?.properties).toMatchObject({
      ManagedPolicyArns: [expect.stringContaining('AWSLambdaBasicExecutionRole'), 'AmazonS3ReadOnlyAccess'],
      Policies: [
        { PolicyDocument: { Statement: [{ Action: ['dynamodb:*'], Resource: [new Reference('shop/Table')] }] } },
        { PolicyDocument: { Statement: [{ Effect: 'Allow' }] } },
      ],
    });
    expect(system.resources.get('shop/Table')).toMatchObject({
      type: 'AWS::DynamoDB::Table',
      properties: { BillingMode: 'PAY_PER_REQUEST' },
    });
  });

  it('offers an alias under its usual name', () => {
    const system = serverless(
      {
        Shop: {
          Type: 'AWS::Serverless::Function',
          Properties: {
            ...handler,
            AutoPublishAlias: 'live',
            ProvisionedConcurrencyConfig: { ProvisionedConcurrentExecutions: 2 },
          },
        },
      },
      { Outputs: { Alias: { Value: { Ref: 'Shop.Alias' } }, Version: { Value: { 'Fn::GetAtt': 'Shop.Version' } } } },
    );
    expect(system.offered.map(({ value }) => value)).toEqual([
      new Reference('shop/ShopAliaslive'),
      new Reference('shop/ShopVersion'),
    ]);
    expect(system.resources.get('shop/ShopAliaslive')?.properties).toMatchObject({
      ProvisionedConcurrencyConfig: { ProvisionedConcurrentExecutions: 2 },
    });
  });
});

describe('other serverless resources', () => {
  it('become what they make', () => {
    const system = serverless({
      Flow: {
        Type: 'AWS::Serverless::StateMachine',
        Properties: { Type: 'EXPRESS', Policies: [{ LambdaInvokePolicy: { FunctionName: 'a' } }] },
      },
      Layer: { Type: 'AWS::Serverless::LayerVersion', Properties: { ContentUri: 'layer/' } },
      Web: {
        Type: 'AWS::Serverless::HttpApi',
        Properties: { Domain: { DomainName: 'shop.example.com', Route53: { HostedZoneId: 'Z' } } },
      },
      Inner: { Type: 'AWS::Serverless::Application', Properties: { Location: 'inner.yaml', Parameters: { A: 1 } } },
      Other: { Type: 'AWS::Serverless::WebSocketApi', Properties: {} },
    });
    expect(typesOf(system)).toEqual({
      Flow: 'AWS::StepFunctions::StateMachine',
      FlowRole: 'AWS::IAM::Role',
      Layer: 'AWS::Lambda::LayerVersion',
      Web: 'AWS::ApiGatewayV2::Api',
      WebApiGatewayDefaultStage: 'AWS::ApiGatewayV2::Stage',
      WebDomainName: 'AWS::ApiGatewayV2::DomainName',
      WebBasePathMapping: 'AWS::ApiGatewayV2::ApiMapping',
      WebRecordSet: 'AWS::Route53::RecordSet',
      Inner: 'AWS::CloudFormation::Stack',
      Other: 'AWS::Serverless::WebSocketApi',
    });
    expect(system.problems.map(({ message }) => message)).toEqual([
      '"Other" is of type "AWS::Serverless::WebSocketApi", which nospof does not write out',
    ]);
  });

  it('stay as they are without the transform', () => {
    const system = readBody({ Resources: { Shop: { Type: 'AWS::Serverless::Function' } } });
    expect(typesOf(system)).toEqual({ Shop: 'AWS::Serverless::Function' });
  });
});

describe('macros', () => {
  it('are named, and the rest is judged', () => {
    const system = readBody({
      Transform: ['AWS::LanguageExtensions', 'Cook', { Name: 'AWS::Include', Parameters: {} }],
      Resources: {
        Queue: { Type: 'AWS::SQS::Queue', Properties: { 'Fn::Transform': { Name: 'Bake' }, Delay: 1 } },
        Odd: { Properties: {} },
      },
    });
    expect(system.resources.get('shop/Queue')?.properties).toEqual({ Delay: 1 });
    expect(system.problems.map(({ code, fatal }) => [code, fatal])).toEqual([
      ['resource-without-type', false],
      ['macro-not-run', false],
      ['macro-not-run', false],
      ['macro-not-run', false],
    ]);
  });

  it('inside the resources, modules and Rain directives are named too', () => {
    const system = readBody({
      Resources: {
        'Fn::Transform': { Name: 'Bake' },
        Part: { Type: 'Shop::Bucket::MODULE' },
        Set: { Type: 'AWS::CloudFormation::StackSet', Properties: { TemplateBody: { 'Rain::Embed': 'inner.yaml' } } },
      },
    });
    expect(system.problems.map(({ message }) => message)).toEqual([
      'Fn::Transform calls "Bake", which runs only in the cloud; what it makes is not judged',
      '"Part" is of type "Shop::Bucket::MODULE", a module that is written out only in the cloud; what it makes is not judged',
      'nospof does not know the function "Rain::Embed"',
    ]);
  });
});
