import { block, blocks, type DetailTable, list, on, text } from '../mapping';

/** DNS, content delivery, accelerators, public APIs. */
export const edge: DetailTable = {
  aws_route53_zone: { properties: { name: 'Name', vpc: blocks('VPCs') } },
  aws_route53domains_registered_domain: {
    properties: { domain_name: 'DomainName', name_server: blocks('NameServers', { name: 'Name' }) },
  },
  aws_route53_record: {
    properties: {
      zone_id: 'HostedZoneId',
      name: 'Name',
      type: 'Type',
      records: list('ResourceRecords'),
      set_identifier: 'SetIdentifier',
      health_check_id: 'HealthCheckId',
      ttl: 'TTL',
      failover_routing_policy: block('', { type: 'Failover' }),
      weighted_routing_policy: block('', { weight: 'Weight' }),
      latency_routing_policy: block('', { region: 'Region' }),
      geolocation_routing_policy: block('GeoLocation'),
      geoproximity_routing_policy: block('GeoProximityLocation'),
      multivalue_answer_routing_policy: on('MultiValueAnswer'),
      alias: block('AliasTarget', { name: 'DNSName', zone_id: 'HostedZoneId', evaluate_target_health: 'EvaluateTargetHealth' }),
    },
    finish: ({ SetIdentifier, HealthCheckId, ...properties }) => ({
      properties: {
        ...properties,
        ...(SetIdentifier === undefined || SetIdentifier === '' ? {} : { SetIdentifier }),
        ...(HealthCheckId === undefined || HealthCheckId === '' ? {} : { HealthCheckId }),
      },
    }),
  },
  aws_route53_health_check: {
    properties: {
      type: 'HealthCheckConfig.Type',
      fqdn: 'HealthCheckConfig.FullyQualifiedDomainName',
      failure_threshold: 'HealthCheckConfig.FailureThreshold',
      request_interval: 'HealthCheckConfig.RequestInterval',
      resource_path: 'HealthCheckConfig.ResourcePath',
      insufficient_data_health_status: 'HealthCheckConfig.InsufficientDataHealthStatus',
      cloudwatch_alarm_region: 'HealthCheckConfig.AlarmIdentifier.Region',
      cloudwatch_alarm_name: 'HealthCheckConfig.AlarmIdentifier.Name',
      child_healthchecks: list('HealthCheckConfig.ChildHealthChecks'),
      child_health_threshold: 'HealthCheckConfig.HealthThreshold',
    },
  },
  aws_cloudfront_distribution: {
    properties: {
      origin: blocks('DistributionConfig.Origins', { domain_name: 'DomainName', origin_id: 'Id' }),
      origin_group: blocks('DistributionConfig.OriginGroups.Items', {
        origin_id: 'Id',
        member: blocks('Members.Items', { origin_id: 'OriginId' }),
      }),
      default_cache_behavior: block('DistributionConfig.DefaultCacheBehavior', { target_origin_id: 'TargetOriginId' }),
      ordered_cache_behavior: blocks('DistributionConfig.CacheBehaviors', { target_origin_id: 'TargetOriginId' }),
    },
  },
  aws_globalaccelerator_listener: { properties: { accelerator_arn: 'AcceleratorArn' } },
  aws_globalaccelerator_endpoint_group: {
    properties: {
      listener_arn: 'ListenerArn',
      endpoint_group_region: 'EndpointGroupRegion',
      endpoint_configuration: blocks('EndpointConfigurations', { endpoint_id: 'EndpointId', weight: 'Weight' }),
    },
  },
  aws_api_gateway_integration: {
    properties: {
      rest_api_id: 'RestApiId',
      rest_api: 'RestApiId',
      uri: text('Integration.Uri'),
      connection_id: 'Integration.ConnectionId',
      type: 'Integration.Type',
    },
  },
  aws_apigatewayv2_integration: {
    properties: { api_id: 'ApiId', integration_uri: text('IntegrationUri'), connection_id: 'ConnectionId' },
  },
  aws_api_gateway_vpc_link: { properties: { target_arns: list('TargetArns') } },
  aws_apigatewayv2_vpc_link: { properties: { subnet_ids: list('SubnetIds'), security_group_ids: list('SecurityGroupIds') } },
};
