import type { FactTable } from '../fact';

const checked = '2026-11-22';

/** DNS, content delivery, public APIs. */
export const edge: FactTable = {
  'AWS::Route53::HostedZone': {
    noun: 'hosted zone',
    role: 'configuration',
    locality: 'global',
    inert: true,
    source: 'https://docs.aws.amazon.com/whitepapers/latest/aws-fault-isolation-boundaries/global-services.html',
    checked,
  },
  'AWS::Route53::RecordSet': {
    noun: 'DNS record',
    role: 'record',
    locality: 'global',
    needs: [
      { path: 'AliasTarget.DNSName', kind: 'hard', because: 'the record leads to it', outside: 'unproven' },
      { path: 'ResourceRecords[]', kind: 'hard', because: 'the record leads to it', outside: 'unproven' },
    ],
    dns: {
      zone: ['HostedZoneId', 'HostedZoneName'],
      name: 'Name',
      type: 'Type',
      set: 'SetIdentifier',
      failover: 'Failover',
      weighted: ['Weight', 'Region', 'GeoLocation', 'MultiValueAnswer'],
      targets: ['AliasTarget.DNSName', 'ResourceRecords[]'],
      healthCheck: 'HealthCheckId',
      evaluatesTarget: 'AliasTarget.EvaluateTargetHealth',
      ttl: 'TTL',
    },
    recovery: { kind: 'failover', seconds: [90, 150] },
    source: 'https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/dns-failover-types.html',
    checked,
  },
  'AWS::Route53::RecordSetGroup': {
    noun: 'DNS record group',
    role: 'record',
    locality: 'global',
    needs: [
      { path: 'RecordSets[].AliasTarget.DNSName', kind: 'hard', because: 'a record leads to it' },
      { path: 'RecordSets[].ResourceRecords[]', kind: 'hard', because: 'a record leads to it' },
    ],
    source: 'https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/dns-failover-types.html',
    checked,
  },
  'AWS::Route53::HealthCheck': {
    noun: 'DNS health check',
    role: 'operations',
    locality: 'global',
    health: {
      interval: 'HealthCheckConfig.RequestInterval',
      unhealthyThreshold: 'HealthCheckConfig.FailureThreshold',
      defaults: { interval: 30, unhealthyThreshold: 3 },
    },
    inert: true,
    source: 'https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/dns-failover-determining-health-of-endpoints.html',
    checked,
  },
  'AWS::CloudFront::Distribution': {
    noun: 'CloudFront distribution',
    role: 'entry',
    locality: 'edge',
    needs: [
      { path: 'DistributionConfig.Origins[].DomainName', kind: 'hard', because: 'it is an origin', outside: 'unproven' },
      { path: 'DistributionConfig.CustomOrigin.DNSName', kind: 'hard', because: 'it is the origin' },
    ],
    source: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/high_availability_origin_failover.html',
    checked,
  },
  'AWS::ApiGateway::RestApi': {
    noun: 'REST API',
    role: 'entry',
    locality: 'region',
    source: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/disaster-recovery-resiliency.html',
    checked,
  },
  'AWS::ApiGateway::Method': {
    noun: 'API method',
    role: 'configuration',
    locality: 'none',
    links: [{ from: 'RestApiId', to: ['Integration.Uri'], kind: 'hard', because: 'the method calls it' }],
    inert: true,
    source: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/how-to-integration-settings.html',
    checked,
  },
  'AWS::ApiGatewayV2::Api': {
    noun: 'HTTP API',
    role: 'entry',
    locality: 'region',
    source: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/disaster-recovery-resiliency.html',
    checked,
  },
  'AWS::ApiGatewayV2::Integration': {
    noun: 'API integration',
    role: 'configuration',
    locality: 'none',
    links: [{ from: 'ApiId', to: ['IntegrationUri'], kind: 'hard', because: 'the integration calls it' }],
    inert: true,
    source: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations.html',
    checked,
  },
};
