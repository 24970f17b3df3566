import type { EdgeTable, Link } from '../../fact';
import type { Path } from '../../path';

const elb = 'https://docs.aws.amazon.com/elasticloadbalancing/latest/application/listener-authenticate-users.html';
const apiGateway = 'https://docs.aws.amazon.com/apigateway/latest/developerguide/';
const healthChecks = 'https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/health-checks-types.html';
const ecs = 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/using_awslogs.html';

/** Whoever is signed in already is let in until the token expires; nobody else is. */
const signsIn = (from: Path, to: readonly Path[], source: string): Link => ({
  from,
  to,
  kind: 'hard',
  because: 'it lets in who signs in there',
  source,
});

const guards = (from: Path, to: Path, source: string): Link => ({
  from,
  to: [to],
  kind: 'hard',
  because: 'requests pass it, and are refused where it does not answer',
  source,
});

/** Needed by every request, where no row of a service says it: who is let in, what is asked first, what guards. */
export const hardEdges: EdgeTable = {
  'AWS::ApiGateway::Authorizer': {
    links: [
      signsIn('RestApiId', ['ProviderARNs[]'], `${apiGateway}apigateway-integrate-with-cognito.html`),
      guards('RestApiId', 'AuthorizerUri', `${apiGateway}apigateway-use-lambda-authorizer.html`),
    ],
  },
  'AWS::ApiGatewayV2::Authorizer': {
    links: [
      signsIn('ApiId', ['JwtConfiguration.Issuer'], `${apiGateway}http-api-jwt-authorizer.html`),
      guards('ApiId', 'AuthorizerUri', `${apiGateway}http-api-lambda-authorizer.html`),
    ],
  },
  'AWS::AppSync::GraphQLApi': {
    needs: [
      {
        path: 'UserPoolConfig.UserPoolId',
        kind: 'hard',
        because: 'it lets in who signs in there',
        source: 'https://docs.aws.amazon.com/appsync/latest/devguide/security-authz.html',
      },
      {
        path: 'LambdaAuthorizerConfig.AuthorizerUri',
        kind: 'hard',
        because: 'requests pass it, and are refused where it does not answer',
        source: 'https://docs.aws.amazon.com/appsync/latest/devguide/security-authz.html',
      },
    ],
  },
  'AWS::CloudFront::Distribution': {
    needs: [
      {
        path: 'DistributionConfig.WebACLId',
        kind: 'hard',
        because: 'requests pass it',
        source: 'https://docs.aws.amazon.com/waf/latest/developerguide/cloudfront-features.html',
      },
    ],
  },
  'AWS::EC2::VPCDHCPOptionsAssociation': {
    links: [
      {
        from: 'VpcId',
        to: ['DhcpOptionsId'],
        kind: 'hard',
        because: 'all machines of the network ask the name servers that it gives',
        source: 'https://docs.aws.amazon.com/vpc/latest/userguide/DHCPOptionSetConcepts.html',
      },
    ],
  },
  'AWS::ECS::TaskDefinition': {
    needs: [
      {
        path: 'ContainerDefinitions[].LogConfiguration.Options[mode=blocking].awslogs-group',
        kind: 'hard',
        because: 'a container waits until its logs are written there',
        source: ecs,
      },
    ],
  },
  'AWS::ElasticLoadBalancingV2::Listener': {
    links: [signsIn('LoadBalancerArn', ['DefaultActions[].AuthenticateOidcConfig.Issuer'], elb)],
  },
  'AWS::ElasticLoadBalancingV2::ListenerRule': {
    links: [
      signsIn(
        'ListenerArn->LoadBalancerArn',
        ['Actions[].AuthenticateCognitoConfig.UserPoolArn', 'Actions[].AuthenticateOidcConfig.Issuer'],
        elb,
      ),
    ],
  },
  'AWS::RDS::DBProxy': {
    needs: [
      {
        path: 'Auth[].SecretArn',
        kind: 'hard',
        because: 'it opens connections to the database with it',
        source: 'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/rds-proxy-connections.html',
      },
    ],
  },
  'AWS::Route53::HealthCheck': {
    needs: [
      {
        path: 'HealthCheckConfig.AlarmIdentifier.Name',
        kind: 'hard',
        because: 'it is as healthy as this alarm says',
        source: healthChecks,
      },
      {
        path: 'HealthCheckConfig.ChildHealthChecks[]',
        kind: 'hard',
        atLeast: 'HealthCheckConfig.HealthThreshold',
        because: 'it is healthy while enough of them are',
        source: healthChecks,
      },
    ],
  },
  'AWS::WAFRegional::WebACLAssociation': {
    links: [guards('ResourceArn', 'WebACLId', 'https://docs.aws.amazon.com/waf/latest/developerguide/classic-web-acl.html')],
  },
  'AWS::WAFv2::WebACLAssociation': {
    links: [
      guards(
        'ResourceArn',
        'WebACLArn',
        'https://docs.aws.amazon.com/waf/latest/developerguide/web-acl-associating-aws-resource.html',
      ),
    ],
  },
};
