import type { Stack } from 'aws-cdk-lib';
import { Match } from 'aws-cdk-lib/assertions';
import { ContainerImage } from 'aws-cdk-lib/aws-ecs';
import { Topic } from 'aws-cdk-lib/aws-sns';
import {
  type ContainerPool,
  type FleetPool,
  LoadBalancedService,
  type LoadBalancedServiceProps,
  RefusedError,
  ResilientNetwork,
} from '../../lib/constructs';
import { outline, synthesize } from './support/synthesize';

const fleet: FleetPool = { kind: 'fleet', requiredCapacity: 2 };
const containers: ContainerPool = {
  kind: 'containers',
  requiredCapacity: 2,
  image: ContainerImage.fromRegistry('public.ecr.aws/nginx/nginx:1.29'),
};
const CERTIFICATE = 'arn:aws:acm:eu-west-1:111111111111:certificate/11111111-2222-3333-4444-555555555555';

const build = (stack: Stack, props: Partial<LoadBalancedServiceProps> = {}, zones = 3) =>
  new LoadBalancedService(stack, 'Service', {
    network: new ResilientNetwork(stack, 'Network', { zones }),
    pools: { web: fleet },
    ...props,
  });
const withService = (props?: Partial<LoadBalancedServiceProps>, zones?: number) =>
  synthesize((stack) => void build(stack, props, zones));
const attributes = (list: Readonly<Record<string, string>>) =>
  Match.arrayWith(Object.entries(list).map(([Key, Value]) => ({ Key, Value })));

describe('LoadBalancedService', () => {
  it('has as many instances as the required ones need when the fullest zone is lost', () => {
    withService().hasResourceProperties('AWS::AutoScaling::AutoScalingGroup', {
      MinSize: '3',
      MaxSize: '6',
      DesiredCapacity: Match.absent(),
    });
    withService({ pools: { web: { ...fleet, requiredCapacity: 4 } } }, 2).hasResourceProperties(
      'AWS::AutoScaling::AutoScalingGroup',
      {
        MinSize: '8',
        MaxSize: '16',
      },
    );
    withService({ pools: { web: { ...fleet, spareUnits: 1, maxCapacity: 9 } } }).hasResourceProperties(
      'AWS::AutoScaling::AutoScalingGroup',
      {
        MinSize: '4',
        MaxSize: '9',
      },
    );
  });

  it('says what it decided about capacity and timing', () => {
    let service: LoadBalancedService | undefined;
    synthesize((stack) => {
      service = build(stack, { timers: { intervalSeconds: 5, timeoutSeconds: 2 } });
    });
    expect(service?.pools.web?.plan).toMatchObject({
      requiredCapacity: 2,
      units: 3,
      perZone: [1, 1, 1],
      survivors: 2,
      overProvision: 0.5,
    });
    expect(service?.timeToDetect).toEqual({ leastSeconds: 5, mostSeconds: 12 });
    expect(service?.timeToRecover).toEqual({ leastSeconds: 5, mostSeconds: 12 });
  });

  it('spreads the fleet over every zone, replaces what the balancer finds unhealthy, and lets a shift take it out of a zone', () => {
    withService().hasResource('AWS::AutoScaling::AutoScalingGroup', {
      Properties: {
        VPCZoneIdentifier: Array(3).fill(Match.anyValue()),
        HealthCheckType: 'ELB',
        HealthCheckGracePeriod: 120,
        AvailabilityZoneDistribution: { CapacityDistributionStrategy: 'balanced-best-effort' },
        AvailabilityZoneImpairmentPolicy: { ZonalShiftEnabled: true, ImpairedZoneHealthCheckBehavior: 'IgnoreUnhealthy' },
        InstanceMaintenancePolicy: { MinHealthyPercentage: 100, MaxHealthyPercentage: 200 },
      },
      UpdatePolicy: { AutoScalingRollingUpdate: { MinInstancesInService: 3 } },
      Metadata: { nospof: { requiredCapacity: 2 } },
    });
  });

  it('keeps instances private and encrypted, with no key pair', () => {
    withService().hasResourceProperties('AWS::EC2::LaunchTemplate', {
      LaunchTemplateData: {
        MetadataOptions: { HttpTokens: 'required' },
        BlockDeviceMappings: [{ Ebs: { Encrypted: true } }],
        KeyName: Match.absent(),
        InstanceType: 't4g.small',
      },
    });
  });

  it('takes the image of the processor of the instance type', () => {
    const image = (instanceType: string) =>
      JSON.stringify(withService({ pools: { web: { ...fleet, instanceType } } }).toJSON().Parameters);
    expect(image('m7g.large')).toContain('arm64');
    expect(image('m7i.large')).toContain('x86_64');
  });

  it('has an application balancer in every zone with protection, logs and zonal shift', () => {
    const template = withService();
    template.hasResourceProperties('AWS::ElasticLoadBalancingV2::LoadBalancer', {
      Type: 'application',
      Scheme: 'internet-facing',
      Subnets: Array(3).fill(Match.anyValue()),
      LoadBalancerAttributes: attributes({
        'deletion_protection.enabled': 'true',
        'routing.http.drop_invalid_header_fields.enabled': 'true',
        'zonal_shift.config.enabled': 'true',
        'access_logs.s3.enabled': 'true',
      }),
    });
    template.hasResourceProperties('AWS::S3::Bucket', {
      PublicAccessBlockConfiguration: { BlockPublicAcls: true, RestrictPublicBuckets: true },
    });
  });

  it('asks for a page with the timers given', () => {
    withService({
      healthCheck: { kind: 'http', path: '/healthy', statuses: '200,204', port: 8081, tls: true },
      timers: { intervalSeconds: 15, timeoutSeconds: 4, unhealthyThreshold: 3, healthyThreshold: 4 },
    }).hasResourceProperties('AWS::ElasticLoadBalancingV2::TargetGroup', {
      HealthCheckPath: '/healthy',
      HealthCheckPort: '8081',
      HealthCheckProtocol: 'HTTPS',
      Matcher: { HttpCode: '200,204' },
      HealthCheckIntervalSeconds: 15,
      HealthCheckTimeoutSeconds: 4,
      UnhealthyThresholdCount: 3,
      HealthyThresholdCount: 4,
    });
  });

  it('translates ports and shares targets between services', () => {
    const template = withService({
      pools: { web: fleet, api: containers },
      services: [
        { port: 80, members: [{ name: 'web', port: 5000 }] },
        {
          port: 8080,
          members: [
            { name: 'web', port: 5000, weight: 3 },
            { name: 'api', port: 7000 },
          ],
        },
      ],
      algorithm: 'weighted-round-robin',
    });
    template.resourceCountIs('AWS::ElasticLoadBalancingV2::TargetGroup', 2);
    template.hasResourceProperties('AWS::ElasticLoadBalancingV2::Listener', {
      Port: 8080,
      DefaultActions: [{ Type: 'forward', ForwardConfig: { TargetGroups: [{ Weight: 3 }, { Weight: 1 }] } }],
    });
    template.hasResourceProperties('AWS::ElasticLoadBalancingV2::TargetGroup', { Port: 7000, TargetType: 'ip' });
  });

  it.each([
    [{ algorithm: 'round-robin' as const }, 'round_robin'],
    [{ algorithm: 'least-connections' as const }, 'least_outstanding_requests'],
    [{ anomalyMitigation: true }, 'weighted_random'],
  ])('renders %p', (props, type) => {
    withService(props).hasResourceProperties('AWS::ElasticLoadBalancingV2::TargetGroup', {
      TargetGroupAttributes: attributes({ 'load_balancing.algorithm.type': type }),
    });
  });

  it('drains, starts slowly and keeps clients as asked', () => {
    withService({ drainingSeconds: 60, slowStartSeconds: 45, stickySeconds: 600 }).hasResourceProperties(
      'AWS::ElasticLoadBalancingV2::TargetGroup',
      {
        TargetGroupAttributes: Match.arrayWith([
          { Key: 'deregistration_delay.timeout_seconds', Value: '60' },
          { Key: 'slow_start.duration_seconds', Value: '45' },
          { Key: 'stickiness.enabled', Value: 'true' },
        ]),
      },
    );
  });

  it('redirects to TLS when it serves 443 and nobody has 80', () => {
    const services = [{ port: 443, protocol: 'https' as const, members: [{ name: 'web', port: 5000 }] }];
    const template = withService({ services, certificateArns: [CERTIFICATE] });
    template.hasResourceProperties('AWS::ElasticLoadBalancingV2::Listener', {
      Port: 443,
      Protocol: 'HTTPS',
      Certificates: [{ CertificateArn: CERTIFICATE }],
      SslPolicy: Match.stringLikeRegexp('TLS13'),
    });
    template.hasResourceProperties('AWS::ElasticLoadBalancingV2::Listener', { Port: 80, DefaultActions: [{ Type: 'redirect' }] });
  });

  it('lets only the network in when it is internal', () => {
    const template = withService({ internetFacing: false });
    template.hasResourceProperties('AWS::ElasticLoadBalancingV2::LoadBalancer', { Scheme: 'internal' });
    template.hasResourceProperties('AWS::EC2::SecurityGroup', {
      SecurityGroupIngress: [Match.objectLike({ CidrIp: '10.0.0.0/16', FromPort: 80 })],
    });
    expect(JSON.stringify(template.findResources('AWS::EC2::SecurityGroup'))).not.toContain(
      '"CidrIp":"0.0.0.0/0","Description":"Allow from anyone',
    );
  });

  it('runs containers over every zone with a floor under their scaling', () => {
    const template = withService({ pools: { web: containers } });
    template.hasResourceProperties('AWS::ECS::Service', {
      LaunchType: 'FARGATE',
      AvailabilityZoneRebalancing: 'ENABLED',
      DesiredCount: Match.absent(),
      DeploymentConfiguration: {
        MinimumHealthyPercent: 100,
        MaximumPercent: 200,
        DeploymentCircuitBreaker: { Enable: true, Rollback: true },
      },
      NetworkConfiguration: { AwsvpcConfiguration: { AssignPublicIp: 'DISABLED', Subnets: Array(3).fill(Match.anyValue()) } },
    });
    template.hasResourceProperties('AWS::ApplicationAutoScaling::ScalableTarget', { MinCapacity: 3, MaxCapacity: 6 });
    template.hasResourceProperties('AWS::ECS::TaskDefinition', {
      ContainerDefinitions: [
        Match.objectLike({ LogConfiguration: Match.objectLike({ Options: Match.objectLike({ mode: 'non-blocking' }) }) }),
      ],
    });
  });

  it('has a network balancer that reaches the targets of every zone from every zone', () => {
    const template = withService({ balancer: 'network', healthCheck: { kind: 'tcp', port: 9000 } });
    template.hasResourceProperties('AWS::ElasticLoadBalancingV2::LoadBalancer', {
      Type: 'network',
      LoadBalancerAttributes: attributes({
        'deletion_protection.enabled': 'true',
        'load_balancing.cross_zone.enabled': 'true',
        'zonal_shift.config.enabled': 'true',
      }),
    });
    template.hasResourceProperties('AWS::ElasticLoadBalancingV2::TargetGroup', {
      Protocol: 'TCP',
      HealthCheckProtocol: 'TCP',
      HealthCheckPort: '9000',
      TargetGroupAttributes: attributes({ 'deregistration_delay.connection_termination.enabled': 'true' }),
    });
    for (const port of [80, 9000]) {
      template.hasResourceProperties('AWS::EC2::SecurityGroupIngress', {
        FromPort: port,
        SourceSecurityGroupId: Match.anyValue(),
      });
    }
  });

  it('says which port leads where', () => {
    let service: LoadBalancedService | undefined;
    synthesize((stack) => {
      service = build(stack, { services: [{ port: 80, members: [{ name: 'web', port: 5000 }] }] });
    });
    expect(service?.table).toEqual(['Service:80 -> web:5000 weight 1']);
  });

  it('keeps traffic in its zone when each zone has units to spare', () => {
    const pools = { web: { ...fleet, requiredCapacity: 4 } };
    withService({ crossZone: false, pools }).hasResourceProperties('AWS::ElasticLoadBalancingV2::TargetGroup', {
      TargetGroupAttributes: attributes({ 'load_balancing.cross_zone.enabled': 'false' }),
    });
    withService({ crossZone: false, pools, balancer: 'network' }).hasResourceProperties(
      'AWS::ElasticLoadBalancingV2::LoadBalancer',
      {
        LoadBalancerAttributes: attributes({ 'load_balancing.cross_zone.enabled': 'false' }),
      },
    );
  });

  it.each(['application', 'network'] as const)('takes a zone out of the names of a balancer of kind %s as asked', (balancer) => {
    withService({ balancer, minimumHealthyPercent: 50 }).hasResourceProperties('AWS::ElasticLoadBalancingV2::TargetGroup', {
      TargetGroupAttributes: attributes({ 'target_group_health.dns_failover.minimum_healthy_targets.percentage': '50' }),
    });
  });

  it('lets AWS shift it out of a zone, and practise while its alarms are quiet', () => {
    withService({ zonalAutoshift: true }).hasResourceProperties('AWS::ARCZonalShift::ZonalAutoshiftConfiguration', {
      ZonalAutoshiftStatus: 'ENABLED',
      PracticeRunConfiguration: { OutcomeAlarms: [{ Type: 'CLOUDWATCH', AlarmIdentifier: Match.anyValue() }] },
    });
  });

  it('takes other types where the first is not to be had, and spot above the floor', () => {
    withService({ pools: { web: { ...fleet, spareInstanceTypes: ['t4g.medium'], spotAboveFloor: true } } }).hasResourceProperties(
      'AWS::AutoScaling::AutoScalingGroup',
      {
        CapacityRebalance: true,
        MixedInstancesPolicy: {
          InstancesDistribution: { OnDemandBaseCapacity: 3, OnDemandPercentageAboveBaseCapacity: 0 },
          LaunchTemplate: { Overrides: [{ InstanceType: 't4g.small' }, { InstanceType: 't4g.medium' }] },
        },
      },
    );
  });

  it('prepares instances and scales ahead of a load that repeats', () => {
    const template = withService({ pools: { web: { ...fleet, preparedInstances: 2, predictive: true } } });
    template.hasResourceProperties('AWS::AutoScaling::WarmPool', { MinSize: 2, PoolState: 'Stopped' });
    template.hasResourceProperties('AWS::AutoScaling::ScalingPolicy', {
      PolicyType: 'PredictiveScaling',
      PredictiveScalingConfiguration: { Mode: 'ForecastAndScale', MetricSpecifications: [{ TargetValue: 50 }] },
    });
  });

  it('tells a topic about trouble and about its end', () => {
    const template = synthesize((stack) => void build(stack, { alarmTopic: new Topic(stack, 'Alarms') }));
    const alarms = Object.values(
      template.findResources('AWS::CloudWatch::Alarm', { Properties: { Namespace: 'AWS/ApplicationELB' } }),
    );
    expect(alarms).toHaveLength(3);
    for (const { Properties } of alarms) {
      expect(Properties.AlarmActions).toHaveLength(1);
      expect(Properties.OKActions).toHaveLength(1);
    }
  });

  it.each<[string, Partial<LoadBalancedServiceProps>, string]>([
    ['no pool', { pools: {} }, 'pools is empty'],
    ['no required capacity', { pools: { web: { ...fleet, requiredCapacity: 0 } } }, 'requiredCapacity is 0'],
    ['a ceiling at the floor', { pools: { web: { ...fleet, maxCapacity: 3 } } }, 'pools.web.maxCapacity is 3'],
    [
      'a load that two zones cannot take over',
      { pools: { web: { ...fleet, targetCpuPercent: 67 } } },
      'pools.web.targetCpuPercent is 67',
    ],
    ['an algorithm that AWS has not', { algorithm: 'weighted-least-connections' }, 'algorithm is weighted-least-connections'],
    ['a hash on an application balancer', { algorithm: 'source-hash' }, 'algorithm is source-hash'],
    ['a ping', { healthCheck: { kind: 'icmp' } }, 'healthCheck.kind is icmp'],
    ['a content check', { healthCheck: { kind: 'content', path: '/', contains: 'ok' } }, 'healthCheck.kind is content'],
    [
      'timers that contradict each other',
      { timers: { intervalSeconds: 5, timeoutSeconds: 9 } },
      'timers.timeoutSeconds is 9 s and the interval 5 s',
    ],
    [
      'TLS without a certificate',
      { services: [{ port: 443, protocol: 'https', members: [{ name: 'web', port: 80 }] }] },
      'port 443 speaks https and certificateArns is empty',
    ],
    [
      'TCP on an application balancer',
      { services: [{ port: 25, protocol: 'tcp', members: [{ name: 'web', port: 25 }] }] },
      'port 25 speaks tcp',
    ],
    [
      'HTTP on a network balancer',
      { balancer: 'network', services: [{ port: 80, protocol: 'http', members: [{ name: 'web', port: 80 }] }] },
      'port 80 speaks http',
    ],
    [
      'a pool that is not there',
      { services: [{ port: 80, members: [{ name: 'mail', port: 80 }] }] },
      'port 80 is served by "mail"',
    ],
    [
      'weights that do not count',
      {
        pools: { a: fleet, b: fleet },
        services: [
          {
            port: 80,
            members: [
              { name: 'a', port: 80 },
              { name: 'b', port: 80, weight: 2 },
            ],
          },
        ],
      },
      'the members of port 80 have different weights and the algorithm is round-robin',
    ],
    ['a slow start that is none', { slowStartSeconds: 10 }, 'slowStartSeconds is 10'],
    [
      'a slow start with least connections',
      { slowStartSeconds: 30, algorithm: 'least-connections' },
      'slowStartSeconds is 30 with balancer application, algorithm least-connections',
    ],
    [
      'anomaly mitigation with least connections',
      { anomalyMitigation: true, algorithm: 'least-connections' },
      'anomalyMitigation is on with balancer application and algorithm least-connections',
    ],
    ['draining for more than an hour', { drainingSeconds: 3601 }, 'drainingSeconds is 3601'],
    [
      'zones with one unit that must do without the others',
      { crossZone: false },
      'crossZone is off and web has 3 units over 3 zones',
    ],
    [
      'cookies without crossing zones',
      { crossZone: false, stickySeconds: 60, pools: { web: { ...fleet, requiredCapacity: 4 } } },
      'crossZone is off and stickySeconds is set',
    ],
    [
      'shifts by AWS of what may not be shifted',
      { zonalAutoshift: true, zonalShift: false },
      'zonalAutoshift is on and zonalShift is off',
    ],
    ['a share that is none', { minimumHealthyPercent: 0 }, 'minimumHealthyPercent is 0'],
    [
      'spare types of another processor',
      { pools: { web: { ...fleet, spareInstanceTypes: ['m7i.large'] } } },
      'pools.web.spareInstanceTypes has m7i.large (x86_64) beside t4g.small (arm64)',
    ],
    [
      'prepared instances beside spot',
      { pools: { web: { ...fleet, preparedInstances: 1, spotAboveFloor: true } } },
      'pools.web has prepared instances and spot instances',
    ],
    [
      'cookies on a network balancer',
      { balancer: 'network', stickySeconds: 60 },
      'stickySeconds is 60 on a balancer of kind network',
    ],
  ])('refuses %s', (_, props, found) => {
    expect.assertions(2);
    try {
      withService(props);
    } catch (error) {
      expect(error).toBeInstanceOf(RefusedError);
      expect((error as RefusedError).faults.map((fault) => fault.found)).toEqual([found]);
    }
  });

  it('refuses a network without the subnets that it needs', () => {
    expect(() =>
      synthesize((stack) => {
        const network = new ResilientNetwork(stack, 'Network', { tiers: ['isolated'], egress: 'none' });
        new LoadBalancedService(stack, 'Service', { network, pools: { web: fleet } });
      }),
    ).toThrow('needs public and private; add public and private to the tiers of the network');
  });

  it('looks as it did', () => {
    expect(outline(withService({}, 2)).filter((line) => line.includes(' Service'))).toMatchSnapshot();
  });
});
