import type { FactTable, Need } from '../fact';
import type { Path } from '../path';
import { checked } from './checked';

const elb = 'https://docs.aws.amazon.com/elasticloadbalancing/latest/';

/** Requests are answered whether or not they can be written down. */
const writesLogsTo = (path: Path): Need => ({ path, kind: 'control', because: 'it writes its logs there' });

const CROSS_ZONE = 'load_balancing.cross_zone.enabled';

/** Off unless it is turned on, unlike that of an Application Load Balancer. */
const crossZone = { path: `LoadBalancerAttributes[Key=${CROSS_ZONE}].Value`, absent: false };

/** Elastic Load Balancing. */
export const loadBalancing: FactTable = {
  'AWS::ElasticLoadBalancingV2::LoadBalancer': {
    noun: 'Application Load Balancer',
    role: 'balancer',
    locality: 'zones',
    units: { count: 'per-subnet' },
    placement: { subnets: ['Subnets[]', 'SubnetMappings[].SubnetId'], enforcedZones: 2 },
    crossZone: { ...crossZone, absent: true },
    // One subnet per zone, whatever the type.
    apart: { subnets: ['Subnets[]', 'SubnetMappings[].SubnetId'] },
    securityGroups: ['SecurityGroups[]'],
    needs: [
      writesLogsTo('LoadBalancerAttributes[Key=access_logs.s3.bucket].Value'),
      writesLogsTo('LoadBalancerAttributes[Key=connection_logs.s3.bucket].Value'),
    ],
    recovery: { kind: 'failover', seconds: [60, 120] },
    nameKeptSeconds: 60,
    public: { unless: { Scheme: 'internal' } },
    cases: [
      {
        when: { Type: 'network' },
        facts: {
          noun: 'Network Load Balancer',
          crossZone,
          placement: { subnets: ['Subnets[]', 'SubnetMappings[].SubnetId'] },
        },
      },
      {
        when: { Type: 'gateway' },
        facts: {
          noun: 'Gateway Load Balancer',
          crossZone,
          placement: { subnets: ['Subnets[]', 'SubnetMappings[].SubnetId'] },
        },
      },
    ],
    source: `${elb}application/application-load-balancers.html`,
    checked,
  },
  'AWS::ElasticLoadBalancing::LoadBalancer': {
    noun: 'Classic Load Balancer',
    role: 'balancer',
    locality: 'zones',
    units: { count: 'per-subnet' },
    placement: { subnets: ['Subnets[]'], zones: ['AvailabilityZones[]'] },
    apart: { subnets: ['Subnets[]'] },
    securityGroups: ['SecurityGroups[]'],
    needs: [writesLogsTo('AccessLoggingPolicy.S3BucketName')],
    recovery: { kind: 'failover', seconds: [60, 120] },
    nameKeptSeconds: 60,
    public: { unless: { Scheme: 'internal' } },
    members: ['Instances[]'],
    listed: { each: 'Instances[]' },
    crossZone: { path: 'CrossZone', absent: false },
    health: {
      target: 'HealthCheck.Target',
      serviceProtocol: 'Listeners[].InstanceProtocol',
      interval: 'HealthCheck.Interval',
      unhealthyThreshold: 'HealthCheck.UnhealthyThreshold',
      defaults: { interval: 30, unhealthyThreshold: 2 },
    },
    source: `${elb}classic/introduction.html`,
    checked,
  },
  'AWS::ElasticLoadBalancingV2::TargetGroup': {
    noun: 'target group',
    role: 'pool',
    locality: 'region',
    members: ['Targets[].Id'],
    network: 'VpcId',
    // Without a zone it lies in a subnet of the network, and stands where that does.
    listed: {
      each: 'Targets[]',
      id: 'Id',
      zone: 'AvailabilityZone',
      elsewhere: 'all',
      unless: { TargetType: ['lambda', 'alb'] },
    },
    // A target group may say otherwise than its balancer.
    crossZone: { path: `TargetGroupAttributes[Key=${CROSS_ZONE}].Value` },
    health: {
      protocol: 'HealthCheckProtocol',
      serviceProtocol: 'Protocol',
      matcher: 'Matcher.HttpCode',
      port: 'Port',
      checkPort: 'HealthCheckPort',
      wrappedWhen: { Protocol: 'GENEVE' },
      flowsMoveWhen: { 'TargetGroupAttributes[Key=target_failover.on_unhealthy].Value': 'rebalance' },
      enabled: 'HealthCheckEnabled',
      interval: 'HealthCheckIntervalSeconds',
      unhealthyThreshold: 'UnhealthyThresholdCount',
      defaults: { interval: 30, unhealthyThreshold: 2 },
    },
    source: `${elb}application/target-group-health-checks.html`,
    checked,
  },
  'AWS::ElasticLoadBalancingV2::Listener': {
    noun: 'listener',
    role: 'configuration',
    locality: 'none',
    links: [
      {
        from: 'LoadBalancerArn',
        to: ['DefaultActions[].TargetGroupArn', 'DefaultActions[].ForwardConfig.TargetGroups[Weight!=0].TargetGroupArn'],
        kind: 'hard',
        because: 'the listener forwards to it',
      },
      {
        from: 'LoadBalancerArn',
        to: ['DefaultActions[].AuthenticateCognitoConfig.UserPoolArn'],
        kind: 'hard',
        because: 'the listener lets in who signs in there',
      },
    ],
    inert: true,
    source: `${elb}application/load-balancer-listeners.html`,
    checked,
  },
  'AWS::ElasticLoadBalancingV2::ListenerRule': {
    noun: 'listener rule',
    role: 'configuration',
    locality: 'none',
    links: [
      {
        from: 'ListenerArn->LoadBalancerArn',
        to: ['Actions[].TargetGroupArn', 'Actions[].ForwardConfig.TargetGroups[Weight!=0].TargetGroupArn'],
        kind: 'hard',
        because: 'the listener rule forwards to it',
      },
    ],
    inert: true,
    source: `${elb}application/listener-rules.html`,
    checked,
  },
  'AWS::ElasticLoadBalancingV2::ListenerCertificate': {
    noun: 'listener certificate',
    role: 'configuration',
    locality: 'none',
    inert: true,
    source: `${elb}application/https-listener-certificates.html`,
    checked,
  },
};
