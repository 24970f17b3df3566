import type { Remedy } from '../diagnostics';
import type { When } from './fact';
import type { Path } from './path';
import type { PriceId } from './prices';

/** One property and what is written there. */
export interface Setting {
  /** Names of members, from the properties down. */
  readonly property: readonly string[];
  /** A value; or what the rule asks for: the number of units (as text where the type wants text), subnets, the network. */
  readonly to: string | number | boolean | { readonly asked: 'count' | 'count-as-text' | 'subnets' | 'network' };
  /** Where the value that is there decides: write when it is a smaller number, when it is that or absent, or when absent. */
  readonly only?: 'when-less' | 'when-less-or-absent' | 'when-absent';
  /** With `{}` for the value. */
  readonly cdk?: string;
  readonly terraform?: string;
}

/** How the bill grows. */
export type CostFact =
  | { readonly is: 'nothing'; readonly because: string }
  /** About what it costs now, once more: a standby of the same size. */
  | { readonly is: 'again'; readonly of: string; readonly source: string }
  /** One more machine or task for each unit that is added. */
  | { readonly is: 'units'; readonly machine: readonly Path[]; readonly task?: { readonly cpu: Path; readonly memory: Path } }
  /** Prices for each zone that is added. */
  | { readonly is: 'zones'; readonly prices: readonly PriceId[] }
  | { readonly is: 'unknown'; readonly because: string };

/** How one type is given what it lacks. */
export interface RepairFact {
  /** Present when it depends on the other settings; the first that holds is taken. */
  readonly when?: When;
  readonly set: readonly Setting[];
  readonly remove?: readonly Pick<Setting, 'property' | 'terraform'>[];
  readonly effect: 'changed in place' | 'replaced' | 'may interrupt';
  readonly cost: CostFact;
  readonly source: string;
  readonly checked: string;
}

const checked = '2026-11-22';
const reference = 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-';
const FREE: CostFact = { is: 'nothing', because: 'a setting, not a resource' };
const MACHINE: CostFact = {
  is: 'units',
  machine: [
    'LaunchTemplate.LaunchTemplateId->LaunchTemplateData.InstanceType',
    'LaunchTemplate.LaunchTemplateName->LaunchTemplateData.InstanceType',
    'MixedInstancesPolicy.LaunchTemplate.LaunchTemplateSpecification.LaunchTemplateId->LaunchTemplateData.InstanceType',
    'LaunchConfigurationName->InstanceType',
  ],
};
const MORE_SUBNETS = (property: string, terraform: string): readonly Setting[] => [
  { property: [property], to: { asked: 'subnets' }, terraform: `${terraform} = […, {}]` },
];

/** Repairs by type and remedy, for types where one edit in place is enough. */
export const REPAIRS: Readonly<Record<string, Partial<Readonly<Record<Remedy, readonly RepairFact[]>>>>> = {
  'AWS::ApplicationAutoScaling::ScalableTarget': {
    floor: [
      {
        set: [
          { property: ['MinCapacity'], to: { asked: 'count' }, cdk: 'minCapacity: {}', terraform: 'min_capacity = {}' },
          {
            property: ['MaxCapacity'],
            to: { asked: 'count' },
            only: 'when-less',
            cdk: 'maxCapacity: {}',
            terraform: 'max_capacity = {}',
          },
        ],
        effect: 'changed in place',
        cost: {
          is: 'units',
          machine: [],
          task: { cpu: 'ResourceId->TaskDefinition->Cpu', memory: 'ResourceId->TaskDefinition->Memory' },
        },
        source: `${reference}applicationautoscaling-scalabletarget.html`,
        checked,
      },
    ],
  },
  'AWS::AutoScaling::AutoScalingGroup': {
    floor: [
      {
        set: [
          { property: ['MinSize'], to: { asked: 'count-as-text' }, cdk: 'minCapacity: {}', terraform: 'min_size = {}' },
          {
            property: ['DesiredCapacity'],
            to: { asked: 'count-as-text' },
            only: 'when-less',
            cdk: 'desiredCapacity: {}',
            terraform: 'desired_capacity = {}',
          },
          {
            property: ['MaxSize'],
            to: { asked: 'count-as-text' },
            only: 'when-less',
            cdk: 'maxCapacity: {}',
            terraform: 'max_size = {}',
          },
        ],
        effect: 'changed in place',
        cost: MACHINE,
        source: `${reference}autoscaling-autoscalinggroup.html`,
        checked,
      },
    ],
    zones: [
      {
        set: MORE_SUBNETS('VPCZoneIdentifier', 'vpc_zone_identifier'),
        effect: 'changed in place',
        cost: FREE,
        source: `${reference}autoscaling-autoscalinggroup.html`,
        checked,
      },
    ],
    'balancer-health': [
      {
        set: [
          {
            property: ['HealthCheckType'],
            to: 'ELB',
            cdk: 'healthChecks: HealthChecks.withAdditionalChecks(…)',
            terraform: 'health_check_type = {}',
          },
          { property: ['HealthCheckGracePeriod'], to: 300, only: 'when-absent', terraform: 'health_check_grace_period = {}' },
        ],
        effect: 'changed in place',
        cost: FREE,
        source: 'https://docs.aws.amazon.com/autoscaling/ec2/userguide/as-add-elb-healthcheck.html',
        checked,
      },
    ],
  },
  'AWS::AutoScaling::ScheduledAction': {
    floor: [
      {
        set: [
          {
            property: ['MinSize'],
            to: { asked: 'count' },
            only: 'when-less',
            cdk: 'minCapacity: {}',
            terraform: 'min_size = {}',
          },
          {
            property: ['DesiredCapacity'],
            to: { asked: 'count' },
            only: 'when-less',
            cdk: 'desiredCapacity: {}',
            terraform: 'desired_capacity = {}',
          },
          {
            property: ['MaxSize'],
            to: { asked: 'count' },
            only: 'when-less',
            cdk: 'maxCapacity: {}',
            terraform: 'max_size = {}',
          },
        ],
        effect: 'changed in place',
        cost: { is: 'units', machine: MACHINE.machine.map((path) => `AutoScalingGroupName->${path}`) },
        source: `${reference}autoscaling-scheduledaction.html`,
        checked,
      },
    ],
  },
  'AWS::DMS::ReplicationInstance': {
    redundancy: [
      {
        set: [{ property: ['MultiAZ'], to: true, cdk: 'multiAz: {}', terraform: 'multi_az = {}' }],
        effect: 'changed in place',
        cost: { is: 'unknown', because: 'a second replication instance of the same class' },
        source: `${reference}dms-replicationinstance.html`,
        checked,
      },
    ],
  },
  'AWS::EC2::NatGateway': {
    'every-zone': [
      {
        set: [
          {
            property: ['AvailabilityMode'],
            to: 'regional',
            cdk: 'natGatewayProvider: new RegionalNatGatewayProvider()',
            terraform: 'availability_mode = {}',
          },
          { property: ['VpcId'], to: { asked: 'network' }, terraform: 'vpc_id = {}' },
        ],
        remove: [{ property: ['SubnetId'], terraform: 'subnet_id' }],
        effect: 'replaced',
        // Nothing was found on how the zones of a regional gateway are charged: each is taken for a zonal gateway.
        cost: { is: 'zones', prices: ['nat-gateway', 'public-ipv4'] },
        source: 'https://docs.aws.amazon.com/vpc/latest/userguide/nat-gateways-regional.html',
        checked,
      },
    ],
  },
  'AWS::EC2::VPCEndpoint': {
    zones: [
      {
        when: { VpcEndpointType: 'Interface' },
        set: MORE_SUBNETS('SubnetIds', 'subnet_ids'),
        effect: 'changed in place',
        cost: { is: 'zones', prices: ['interface-endpoint-zone'] },
        source: `${reference}ec2-vpcendpoint.html`,
        checked,
      },
    ],
  },
  'AWS::ECS::Service': {
    floor: [
      {
        set: [{ property: ['DesiredCount'], to: { asked: 'count' }, cdk: 'desiredCount: {}', terraform: 'desired_count = {}' }],
        effect: 'changed in place',
        cost: { is: 'units', machine: [], task: { cpu: 'TaskDefinition->Cpu', memory: 'TaskDefinition->Memory' } },
        source: `${reference}ecs-service.html`,
        checked,
      },
    ],
    rolling: [
      {
        set: [
          {
            property: ['DeploymentConfiguration', 'MinimumHealthyPercent'],
            to: 100,
            cdk: 'minHealthyPercent: {}',
            terraform: 'deployment_minimum_healthy_percent = {}',
          },
          {
            property: ['DeploymentConfiguration', 'MaximumPercent'],
            to: 200,
            only: 'when-less',
            cdk: 'maxHealthyPercent: {}',
            terraform: 'deployment_maximum_percent = {}',
          },
        ],
        effect: 'changed in place',
        cost: { is: 'nothing', because: 'more tasks only while a deployment runs' },
        source: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/deployment-type-ecs.html',
        checked,
      },
    ],
  },
  'AWS::ElastiCache::ReplicationGroup': {
    redundancy: [
      {
        when: { NumNodeGroups: 'present' },
        set: [
          { property: ['ReplicasPerNodeGroup'], to: 1, only: 'when-less-or-absent', terraform: 'replicas_per_node_group = {}' },
          { property: ['AutomaticFailoverEnabled'], to: true, terraform: 'automatic_failover_enabled = {}' },
          { property: ['MultiAZEnabled'], to: true, terraform: 'multi_az_enabled = {}' },
        ],
        effect: 'changed in place',
        cost: { is: 'unknown', because: 'one more node of the same type for each shard' },
        source: 'https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/AutoFailover.html',
        checked,
      },
      {
        set: [
          { property: ['NumCacheClusters'], to: 2, only: 'when-less-or-absent', terraform: 'num_cache_clusters = {}' },
          { property: ['AutomaticFailoverEnabled'], to: true, terraform: 'automatic_failover_enabled = {}' },
          { property: ['MultiAZEnabled'], to: true, terraform: 'multi_az_enabled = {}' },
        ],
        effect: 'changed in place',
        cost: { is: 'unknown', because: 'one more node of the same type where there was one' },
        source: 'https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/AutoFailover.html',
        checked,
      },
    ],
  },
  'AWS::ElasticLoadBalancingV2::LoadBalancer': {
    zones: [
      {
        set: MORE_SUBNETS('Subnets', 'subnets'),
        effect: 'changed in place',
        cost: FREE,
        source: `${reference}elasticloadbalancingv2-loadbalancer.html`,
        checked,
      },
    ],
  },
  'AWS::ElasticLoadBalancingV2::TargetGroup': {
    'strict-health': [
      {
        when: { Matcher: 'present' },
        set: [
          {
            property: ['Matcher', 'HttpCode'],
            to: '200',
            cdk: 'healthCheck: { healthyHttpCodes: {} }',
            terraform: 'health_check { matcher = {} }',
          },
        ],
        effect: 'changed in place',
        cost: FREE,
        source: 'https://docs.aws.amazon.com/elasticloadbalancing/latest/application/target-group-health-checks.html',
        checked,
      },
      {
        when: { HealthCheckProtocol: ['TCP'] },
        set: [
          {
            property: ['HealthCheckProtocol'],
            to: 'HTTP',
            cdk: 'healthCheck: { protocol: Protocol.HTTP }',
            terraform: 'health_check { protocol = {} }',
          },
        ],
        effect: 'changed in place',
        cost: FREE,
        source: 'https://docs.aws.amazon.com/elasticloadbalancing/latest/network/target-group-health-checks.html',
        checked,
      },
    ],
    'traffic-port': [
      {
        set: [
          {
            property: ['HealthCheckPort'],
            to: 'traffic-port',
            cdk: 'healthCheck: { port: {} }',
            terraform: 'health_check { port = {} }',
          },
        ],
        effect: 'changed in place',
        cost: FREE,
        source: 'https://docs.aws.amazon.com/elasticloadbalancing/latest/application/target-group-health-checks.html',
        checked,
      },
    ],
  },
  'AWS::MemoryDB::Cluster': {
    redundancy: [
      {
        set: [
          { property: ['NumReplicasPerShard'], to: 1, only: 'when-less-or-absent', terraform: 'num_replicas_per_shard = {}' },
        ],
        effect: 'changed in place',
        cost: { is: 'unknown', because: 'one more node of the same type for each shard' },
        source: 'https://docs.aws.amazon.com/memorydb/latest/devguide/autofailover.html',
        checked,
      },
    ],
  },
  'AWS::RDS::DBCluster': {
    backup: [
      {
        set: [
          {
            property: ['BackupRetentionPeriod'],
            to: 7,
            cdk: 'backup: { retention: Duration.days({}) }',
            terraform: 'backup_retention_period = {}',
          },
        ],
        effect: 'changed in place',
        cost: { is: 'nothing', because: 'backups up to the size of the data are included' },
        source: 'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_WorkingWithAutomatedBackups.BackupRetention.html',
        checked,
      },
    ],
  },
  'AWS::RDS::DBInstance': {
    redundancy: [
      {
        set: [{ property: ['MultiAZ'], to: true, cdk: 'multiAz: {}', terraform: 'multi_az = {}' }],
        effect: 'changed in place',
        cost: {
          is: 'again',
          of: 'the instance and its storage',
          source: 'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_OnDemandDBInstances.html',
        },
        source: 'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/Concepts.MultiAZ.Migrating.html',
        checked,
      },
    ],
    backup: [
      {
        set: [
          {
            property: ['BackupRetentionPeriod'],
            to: 7,
            cdk: 'backupRetention: Duration.days({})',
            terraform: 'backup_retention_period = {}',
          },
        ],
        effect: 'may interrupt',
        cost: { is: 'nothing', because: 'backups up to the size of the data are included' },
        source: 'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_WorkingWithAutomatedBackups.BackupRetention.html',
        checked,
      },
    ],
  },
  'AWS::Route53::RecordSet': {
    'target-health': [
      {
        when: { AliasTarget: 'present' },
        set: [
          {
            property: ['AliasTarget', 'EvaluateTargetHealth'],
            to: true,
            terraform: 'alias { evaluate_target_health = {} }',
          },
        ],
        effect: 'changed in place',
        cost: FREE,
        source: 'https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/dns-failover-types.html',
        checked,
      },
    ],
    'short-ttl': [
      {
        set: [{ property: ['TTL'], to: '60', cdk: 'ttl: Duration.seconds({})', terraform: 'ttl = {}' }],
        effect: 'changed in place',
        cost: { is: 'nothing', because: 'more queries, at a price for each million' },
        source: 'https://docs.aws.amazon.com/awssupport/latest/user/fault-tolerance-checks.html',
        checked,
      },
    ],
  },
};
