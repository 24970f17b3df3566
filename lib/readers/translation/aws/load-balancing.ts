import { isList, isMap, type Value, type ValueMap } from '../../../model';
import { block, blocks, type DetailTable, list } from '../mapping';

const actions = {
  type: 'Type',
  target_group_arn: 'TargetGroupArn',
  forward: block('ForwardConfig', { target_group: blocks('TargetGroups', { arn: 'TargetGroupArn', weight: 'Weight' }) }),
  authenticate_cognito: block('AuthenticateCognitoConfig'),
  authenticate_oidc: block('AuthenticateOidcConfig'),
};

const loadBalancer = {
  properties: {
    load_balancer_type: 'Type',
    subnets: list('Subnets'),
    subnet_mapping: blocks('SubnetMappings', { subnet_id: 'SubnetId', allocation_id: 'AllocationId' }),
    security_groups: list('SecurityGroups'),
    enable_cross_zone_load_balancing: 'CrossZone',
  },
  finish: withBalancerAttributes,
} satisfies DetailTable[string];

const targetGroup = {
  properties: {
    protocol: 'Protocol',
    port: 'Port',
    target_type: 'TargetType',
    health_check: block('', {
      enabled: 'HealthCheckEnabled',
      protocol: 'HealthCheckProtocol',
      path: 'HealthCheckPath',
      port: 'HealthCheckPort',
      matcher: 'Matcher.HttpCode',
      interval: 'HealthCheckIntervalSeconds',
      timeout: 'HealthCheckTimeoutSeconds',
      healthy_threshold: 'HealthyThresholdCount',
      unhealthy_threshold: 'UnhealthyThresholdCount',
    }),
  },
} satisfies DetailTable[string];

const listener = {
  properties: {
    load_balancer_arn: 'LoadBalancerArn',
    default_action: blocks('DefaultActions', actions),
    certificate_arn: 'Certificates.CertificateArn',
  },
} satisfies DetailTable[string];

const listenerRule = {
  properties: { listener_arn: 'ListenerArn', action: blocks('Actions', actions) },
} satisfies DetailTable[string];

const targetAttachment = {
  properties: { target_group_arn: 'TargetGroupArn', target_id: 'TargetId' },
  additions: [{ of: 'TargetGroupArn', to: 'Targets', entry: ({ TargetId = null }) => ({ Id: TargetId }) }],
} satisfies DetailTable[string];

/** Elastic Load Balancing. `aws_alb…` are the old names of `aws_lb…`. */
export const loadBalancing: DetailTable = {
  aws_lb: loadBalancer,
  aws_alb: loadBalancer,
  aws_lb_target_group: targetGroup,
  aws_alb_target_group: targetGroup,
  aws_lb_listener: listener,
  aws_alb_listener: listener,
  aws_lb_listener_rule: listenerRule,
  aws_alb_listener_rule: listenerRule,
  aws_lb_listener_certificate: { properties: { listener_arn: 'ListenerArn', certificate_arn: 'Certificates.CertificateArn' } },
  aws_lb_target_group_attachment: targetAttachment,
  aws_alb_target_group_attachment: targetAttachment,
  aws_elb: {
    properties: {
      subnets: list('Subnets'),
      availability_zones: list('AvailabilityZones'),
      security_groups: list('SecurityGroups'),
      instances: list('Instances'),
      cross_zone_load_balancing: 'CrossZone',
      health_check: block('HealthCheck', {
        target: 'Target',
        interval: 'Interval',
        unhealthy_threshold: 'UnhealthyThreshold',
        healthy_threshold: 'HealthyThreshold',
        timeout: 'Timeout',
      }),
    },
  },
  aws_elb_attachment: {
    properties: { elb: 'LoadBalancerName', instance: 'InstanceId' },
    additions: [{ of: 'LoadBalancerName', to: 'Instances', entry: ({ InstanceId }) => InstanceId }],
  },
};

/** What the provider has as attributes of its own, in CloudFormation's list of keys and values. */
function withBalancerAttributes(properties: ValueMap): { readonly properties: ValueMap } {
  const { CrossZone, AccessLogs } = properties;
  const logs = isList(AccessLogs) ? AccessLogs[0] : AccessLogs;
  const bucket = isMap(logs) && logs.Enabled === true ? logs.Bucket : undefined;
  const attributes: Readonly<Record<string, Value | undefined>> = {
    'load_balancing.cross_zone.enabled': typeof CrossZone === 'boolean' ? String(CrossZone) : CrossZone,
    'access_logs.s3.bucket': bucket,
  };
  const LoadBalancerAttributes = Object.entries(attributes).flatMap(([Key, Value]) =>
    Value === undefined ? [] : [{ Key, Value }],
  );
  return { properties: LoadBalancerAttributes.length === 0 ? properties : { ...properties, LoadBalancerAttributes } };
}
