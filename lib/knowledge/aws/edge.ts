import type { FactTable } from '../fact';
import { checked } from './checked';
import { reference } from './reference';

const lattice = 'https://docs.aws.amazon.com/vpc-lattice/latest/ug/';

const regions = [
  'us-east-1',
  'us-east-2',
  'us-west-1',
  'us-west-2',
  'ca-central-1',
  'sa-east-1',
  'eu-west-1',
  'eu-west-2',
  'eu-west-3',
  'eu-central-1',
  'eu-north-1',
  'eu-south-1',
  'ap-south-1',
  'ap-southeast-1',
  'ap-southeast-2',
  'ap-northeast-1',
  'ap-northeast-2',
  'ap-northeast-3',
  'ap-east-1',
  'me-south-1',
  'af-south-1',
];

/** Addresses of websites in buckets: the same for all buckets of a region, so a record names no bucket. */
const websites = regions.flatMap((region) => [
  `s3-website-${region}.amazonaws.com`,
  `s3-website.${region}.amazonaws.com`,
  `s3-website-${region}.amazonaws.com.`,
  `s3-website.${region}.amazonaws.com.`,
]);

/** DNS, content delivery, accelerators and discovery: what clients ask first. */
export const edge: FactTable = {
  'AWS::Route53::HostedZone': {
    noun: 'hosted zone',
    role: 'configuration',
    locality: 'global',
    inert: true,
    // What a private zone answers is asked from inside of its networks only.
    cases: [{ when: { VPCs: 'absent' }, facts: { answersFor: 'Name' } }],
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
      weight: 'Weight',
      weighted: ['Weight', 'Region', 'GeoLocation', 'GeoProximityLocation', 'CidrRoutingConfig', 'MultiValueAnswer'],
      targets: ['AliasTarget.DNSName', 'ResourceRecords[]'],
      healthCheck: 'HealthCheckId',
      evaluatesTarget: 'AliasTarget.EvaluateTargetHealth',
      ttl: 'TTL',
    },
    recovery: { kind: 'failover', seconds: [90, 150] },
    service: { what: 'DNS' },
    cases: [
      {
        when: { Type: 'NS' },
        facts: {
          role: 'configuration',
          needs: [],
          inert: true,
          delegates: { name: 'Name', servers: ['ResourceRecords[]'] },
        },
      },
      // They say something about a name, and lead no client of this system anywhere.
      {
        when: { Type: ['CAA', 'DS', 'MX', 'PTR', 'SOA', 'SPF', 'TXT'] },
        facts: { role: 'configuration', needs: [], inert: true },
      },
      { when: { 'AliasTarget.DNSName': websites }, facts: { needs: [] } },
    ],
    source: 'https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/dns-failover-types.html',
    checked,
  },
  // Readers write a group out as the records that it holds; this is for one whose list of records is not known.
  'AWS::Route53::RecordSetGroup': {
    noun: 'DNS record group',
    role: 'record',
    locality: 'global',
    needs: [
      { path: 'RecordSets[].AliasTarget.DNSName', kind: 'hard', because: 'a record leads to it', outside: 'unproven' },
      { path: 'RecordSets[].ResourceRecords[]', kind: 'hard', because: 'a record leads to it', outside: 'unproven' },
    ],
    source: 'https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/dns-failover-types.html',
    checked,
  },
  'AWS::Route53::HealthCheck': {
    noun: 'DNS health check',
    role: 'operations',
    locality: 'global',
    health: {
      // A check that asks for none of its children to be healthy finds everything healthy.
      seesNothingWhen: { 'HealthCheckConfig.Type': 'CALCULATED', 'HealthCheckConfig.HealthThreshold': 0 },
      interval: 'HealthCheckConfig.RequestInterval',
      unhealthyThreshold: 'HealthCheckConfig.FailureThreshold',
      defaults: { interval: 30, unhealthyThreshold: 3 },
      alarm: {
        region: 'HealthCheckConfig.AlarmIdentifier.Region',
        withoutData: 'HealthCheckConfig.InsufficientDataHealthStatus',
        absent: 'LastKnownStatus',
        safe: 'Unhealthy',
      },
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
      { path: 'DistributionConfig.CustomOrigin.DNSName', kind: 'hard', because: 'it is the origin' },
      { path: 'DistributionConfig.S3Origin.DNSName', kind: 'hard', because: 'it is the origin' },
    ],
    // Only reads move to the second origin of a group; the page of the architecture says so.
    choice: {
      used: ['DistributionConfig.DefaultCacheBehavior.TargetOriginId', 'DistributionConfig.CacheBehaviors[].TargetOriginId'],
      groups: 'DistributionConfig.OriginGroups.Items[]',
      members: 'Members.Items[].OriginId',
      entries: 'DistributionConfig.Origins[]',
      id: 'Id',
      targets: ['DomainName', 'VpcOriginConfig.VpcOriginId'],
      because: 'it is an origin',
    },
    recovery: { kind: 'failover', seconds: [10, 30] },
    source: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/high_availability_origin_failover.html',
    checked,
  },
  'AWS::CloudFront::StreamingDistribution': {
    noun: 'CloudFront streaming distribution',
    role: 'entry',
    locality: 'edge',
    needs: [{ path: 'StreamingDistributionConfig.S3Origin.DomainName', kind: 'hard', because: 'it is the origin' }],
    source: reference('cloudfront-streamingdistribution'),
    checked,
  },
  'AWS::CloudFront::VpcOrigin': {
    noun: 'VPC origin',
    role: 'attachment',
    locality: 'region',
    needs: [{ path: 'VpcOriginEndpointConfig.Arn', kind: 'hard', because: 'the origin leads to it' }],
    source: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/private-content-vpc-origins.html',
    checked,
  },
  'AWS::GlobalAccelerator::Accelerator': {
    noun: 'accelerator',
    role: 'entry',
    locality: 'global',
    source: 'https://docs.aws.amazon.com/global-accelerator/latest/dg/disaster-recovery-resiliency.html',
    checked,
  },
  // Any group of a listener with a healthy endpoint answers, and any endpoint of a group.
  'AWS::GlobalAccelerator::EndpointGroup': {
    noun: 'endpoint group',
    role: 'pool',
    locality: 'many-regions',
    regions: ['EndpointGroupRegion'],
    joins: ['ListenerArn'],
    // An endpoint of weight 0 gets nothing, not even when it is the last one.
    members: ['EndpointConfigurations[Weight!=0].EndpointId'],
    namesAllMembers: true,
    source: 'https://docs.aws.amazon.com/global-accelerator/latest/dg/about-endpoint-groups.html',
    checked,
  },
  'AWS::GlobalAccelerator::Listener': {
    noun: 'accelerator listener',
    role: 'pool',
    locality: 'global',
    facedBy: ['AcceleratorArn'],
    source: 'https://docs.aws.amazon.com/global-accelerator/latest/dg/about-listeners.html',
    checked,
  },
  // Both addresses may stand in one zone; who forwards questions there loses them with the zone.
  'AWS::Route53Resolver::ResolverEndpoint': {
    noun: 'resolver endpoint',
    role: 'endpoint',
    locality: 'zones',
    units: { count: 'per-subnet' },
    placement: { subnets: ['IpAddresses[].SubnetId'] },
    securityGroups: ['SecurityGroupIds[]'],
    recovery: { kind: 'none' },
    source: 'https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/resolver-forwarding-inbound-queries.html',
    checked,
  },
  'AWS::Route53Resolver::ResolverRule': {
    noun: 'resolver rule',
    role: 'configuration',
    locality: 'region',
    needs: [{ path: 'ResolverEndpointId', kind: 'hard', because: 'questions leave through it' }],
    asks: ['TargetIps[].Ip', 'TargetIps[].Ipv6'],
    inert: true,
    source: 'https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/resolver-rules-managing.html',
    checked,
  },
  'AWS::ServiceDiscovery::Instance': {
    noun: 'discovered instance',
    role: 'configuration',
    locality: 'none',
    // What it registers joins the discovery service; attributes name an address, a name or an instance.
    hosts: { cluster: 'ServiceId', hosts: ['InstanceAttributes'] },
    inert: true,
    source: 'https://docs.aws.amazon.com/cloud-map/latest/dg/working-with-instances.html',
    checked,
  },
  'AWS::ServiceDiscovery::Service': {
    noun: 'discovery service',
    role: 'pool',
    locality: 'region',
    source: 'https://docs.aws.amazon.com/cloud-map/latest/dg/working-with-services.html',
    checked,
  },
  'AWS::VpcLattice::Listener': {
    noun: 'Lattice listener',
    role: 'configuration',
    locality: 'none',
    links: [
      {
        from: 'ServiceIdentifier',
        to: ['DefaultAction.Forward.TargetGroups[Weight!=0].TargetGroupIdentifier'],
        kind: 'hard',
        because: 'the listener forwards to it',
      },
    ],
    inert: true,
    source: `${lattice}listeners.html`,
    checked,
  },
  'AWS::VpcLattice::ResourceGateway': {
    noun: 'resource gateway',
    role: 'attachment',
    locality: 'zones',
    units: { count: 'per-subnet' },
    placement: { subnets: ['SubnetIds[]'] },
    securityGroups: ['SecurityGroupIds[]'],
    recovery: { kind: 'none' },
    fix: 'give the gateway subnets in at least 2 zones',
    source: `${lattice}resource-gateway.html`,
    checked,
  },
  'AWS::VpcLattice::ResourceConfiguration': {
    noun: 'resource configuration',
    role: 'entry',
    locality: 'region',
    needs: [
      { path: 'ResourceGatewayId', kind: 'hard', because: 'traffic enters through it' },
      { path: 'ResourceConfigurationDefinition', kind: 'hard', because: 'it leads there' },
    ],
    source: `${lattice}resource-configuration.html`,
    checked,
  },
  'AWS::VpcLattice::Rule': {
    noun: 'Lattice rule',
    role: 'configuration',
    locality: 'none',
    links: [
      {
        from: 'ServiceIdentifier',
        to: ['Action.Forward.TargetGroups[Weight!=0].TargetGroupIdentifier'],
        kind: 'hard',
        because: 'the rule forwards to it',
      },
    ],
    inert: true,
    source: `${lattice}listener-rules.html`,
    checked,
  },
  'AWS::VpcLattice::Service': {
    noun: 'Lattice service',
    role: 'entry',
    locality: 'region',
    source: `${lattice}services.html`,
    checked,
  },
  'AWS::VpcLattice::TargetGroup': {
    noun: 'Lattice target group',
    role: 'pool',
    locality: 'region',
    members: ['Targets[].Id'],
    health: {
      enabled: 'Config.HealthCheck.Enabled',
      protocol: 'Config.HealthCheck.Protocol',
      serviceProtocol: 'Config.Protocol',
      matcher: 'Config.HealthCheck.Matcher.HttpCode',
      port: 'Config.Port',
      checkPort: 'Config.HealthCheck.Port',
      interval: 'Config.HealthCheck.HealthCheckIntervalSeconds',
      unhealthyThreshold: 'Config.HealthCheck.UnhealthyThresholdCount',
      defaults: { interval: 30, unhealthyThreshold: 2 },
    },
    source: `${lattice}target-groups.html`,
    checked,
  },
};
