import type { FactTable } from '../fact';
import { checked } from './checked';

/** Capacity is then given in units of weight, and one instance may be several of them. */
const weighted = {
  because: 'its capacity is counted in weights, so the number of instances is not known',
  tell: 'leave WeightedCapacity out, so that capacity is counted in instances',
};

const launchTemplate = 'LaunchTemplateSpecification.LaunchTemplateId';

/** Where a group, or the template that it launches from, names its placement group. */
const placementGroupsOf = [
  'PlacementGroup',
  'LaunchTemplate.LaunchTemplateId->LaunchTemplateData.Placement.GroupName',
  `MixedInstancesPolicy.LaunchTemplate.${launchTemplate}->LaunchTemplateData.Placement.GroupName`,
];

/** EC2 instances, groups and fleets, and what scales them. */
export const compute: FactTable = {
  'AWS::EC2::Instance': {
    noun: 'instance',
    role: 'compute',
    locality: 'zone',
    machines: true,
    units: { count: 1 },
    placement: {
      subnets: ['SubnetId', 'NetworkInterfaces[].SubnetId', 'NetworkInterfaces[].NetworkInterfaceId->SubnetId'],
      zones: ['AvailabilityZone'],
      zonesWin: true,
    },
    recovery: { kind: 'none' },
    templates: ['LaunchTemplate.LaunchTemplateId', 'LaunchTemplate.LaunchTemplateName'],
    text: ['UserData'],
    runsAs: ['IamInstanceProfile->Roles[]'],
    securityGroups: [
      'SecurityGroupIds',
      'SecurityGroups',
      'NetworkInterfaces[].GroupSet',
      'NetworkInterfaces[].NetworkInterfaceId->GroupSet',
    ],
    needs: [
      { path: 'Volumes[].VolumeId', kind: 'hard', because: 'the volume is attached to it' },
      { path: 'HostId', kind: 'hard', because: 'it runs on this dedicated host' },
    ],
    facedBy: ['NetworkInterfaces[].NetworkInterfaceId'],
    forwardsWhen: { SourceDestCheck: false },
    likeness: ['ImageId', 'InstanceType'],
    usesEgress: true,
    endsItselfWhen: [{ words: ['terminate-instances', 'meta-data/instance-id'] }, { words: ['shutdown -h now'] }],
    source: 'https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/using-regions-availability-zones.html',
    checked,
  },
  'AWS::AutoScaling::AutoScalingGroup': {
    noun: 'Auto Scaling group',
    role: 'compute',
    locality: 'zones',
    machines: true,
    units: { count: { desired: 'DesiredCapacity', min: 'MinSize', absent: 0 } },
    placement: { subnets: ['VPCZoneIdentifier[]'], zones: ['AvailabilityZones[]', 'AvailabilityZoneIds[]'] },
    recovery: { kind: 'self-healing', seconds: [120, 600] },
    templates: [
      'LaunchTemplate.LaunchTemplateId',
      'LaunchTemplate.LaunchTemplateName',
      'LaunchConfigurationName',
      'MixedInstancesPolicy.LaunchTemplate.LaunchTemplateSpecification.LaunchTemplateId',
      'MixedInstancesPolicy.LaunchTemplate.LaunchTemplateSpecification.LaunchTemplateName',
    ],
    templateVersions: ['LaunchTemplate.Version', 'MixedInstancesPolicy.LaunchTemplate.LaunchTemplateSpecification.Version'],
    scaledAs: 'AutoScalingGroupName',
    joins: ['TargetGroupARNs[]', 'LoadBalancerNames[]', 'TrafficSources[].Identifier'],
    endsItselfWhen: [
      {
        words: ['update-auto-scaling-group', '--desired-capacity 0'],
        target: '--auto-scaling-group-name',
        ownName: 'AutoScalingGroupName',
      },
    ],
    health: {
      decider: { path: 'HealthCheckType', noun: 'health check type', balancer: 'ELB' },
      defaults: { interval: 60, unhealthyThreshold: 1 },
    },
    most: 'MaxSize',
    deployment: {
      minimumHealthyPercent: 'InstanceMaintenancePolicy.MinHealthyPercentage',
      batch: {
        when: { '@UpdatePolicy.AutoScalingRollingUpdate': 'present' },
        unless: { '@UpdatePolicy.AutoScalingReplacingUpdate.WillReplace': true },
        least: '@UpdatePolicy.AutoScalingRollingUpdate.MinInstancesInService',
        absentLeast: 0,
        most: '@UpdatePolicy.AutoScalingRollingUpdate.MaxBatchSize',
        absentMost: 1,
      },
    },
    usesEgress: true,
    // A cluster placement group stands in one zone, and the instances with it.
    cases: placementGroupsOf.map((group) => ({
      when: { [`${group}->Strategy`]: 'cluster' },
      facts: {
        units: { count: { desired: 'DesiredCapacity', min: 'MinSize', absent: 0 }, spread: 'one-place' },
        fix: 'use a placement group with strategy spread or partition, which spans zones',
      },
    })),
    source: 'https://docs.aws.amazon.com/autoscaling/ec2/userguide/auto-scaling-benefits.html',
    checked,
  },
  'AWS::EC2::LaunchTemplate': {
    noun: 'launch template',
    role: 'template',
    locality: 'none',
    placement: {
      subnets: ['LaunchTemplateData.NetworkInterfaces[].SubnetId'],
      zones: ['LaunchTemplateData.Placement.AvailabilityZone'],
    },
    text: ['LaunchTemplateData.UserData'],
    facedBy: ['LaunchTemplateData.NetworkInterfaces[].NetworkInterfaceId'],
    runsAs: ['LaunchTemplateData.IamInstanceProfile.Arn->Roles[]', 'LaunchTemplateData.IamInstanceProfile.Name->Roles[]'],
    securityGroups: [
      'LaunchTemplateData.SecurityGroupIds',
      'LaunchTemplateData.SecurityGroups',
      'LaunchTemplateData.NetworkInterfaces[].Groups',
    ],
    source: 'https://docs.aws.amazon.com/autoscaling/ec2/userguide/launch-templates.html',
    checked,
  },
  'AWS::AutoScaling::LaunchConfiguration': {
    noun: 'launch configuration',
    role: 'template',
    locality: 'none',
    text: ['UserData'],
    runsAs: ['IamInstanceProfile->Roles[]'],
    securityGroups: ['SecurityGroups'],
    source: 'https://docs.aws.amazon.com/autoscaling/ec2/userguide/launch-configurations.html',
    checked,
  },
  'AWS::AutoScaling::ScalingPolicy': {
    noun: 'scaling policy',
    role: 'operations',
    locality: 'region',
    scales: { target: 'AutoScalingGroupName', floors: [] },
    inert: true,
    source: 'https://docs.aws.amazon.com/autoscaling/ec2/userguide/as-scaling-simple-step.html',
    checked,
  },
  'AWS::AutoScaling::ScheduledAction': {
    noun: 'scheduled action',
    role: 'operations',
    locality: 'region',
    scales: { target: 'AutoScalingGroupName', floors: ['MinSize', 'DesiredCapacity'] },
    inert: true,
    source: 'https://docs.aws.amazon.com/autoscaling/ec2/userguide/ec2-auto-scaling-scheduled-scaling.html',
    checked,
  },
  'AWS::ApplicationAutoScaling::ScalableTarget': {
    noun: 'scalable target',
    role: 'operations',
    locality: 'region',
    scales: { target: 'ResourceId', floors: ['MinCapacity', 'ScheduledActions[].ScalableTargetAction.MinCapacity'] },
    inert: true,
    source: 'https://docs.aws.amazon.com/autoscaling/application/userguide/what-is-application-auto-scaling.html',
    checked,
  },
  'AWS::EC2::NetworkInterface': {
    noun: 'network interface',
    role: 'interface',
    locality: 'zone',
    units: { count: 'many' },
    placement: { subnets: ['SubnetId'] },
    securityGroups: ['GroupSet'],
    forwardsWhen: { SourceDestCheck: false },
    recovery: { kind: 'none' },
    source: 'https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/using-eni.html',
    checked,
  },
  'AWS::EC2::NetworkInterfaceAttachment': {
    noun: 'network interface attachment',
    role: 'configuration',
    locality: 'none',
    links: [{ from: 'NetworkInterfaceId', to: ['InstanceId'], kind: 'hard', because: 'the interface leads to it' }],
    inert: true,
    source: 'https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/using-eni.html',
    checked,
  },
  'AWS::EC2::EIP': {
    noun: 'Elastic IP address',
    role: 'address',
    locality: 'region',
    needs: [{ path: 'InstanceId', kind: 'hard', because: 'the address leads to it' }],
    source: 'https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/elastic-ip-addresses-eip.html',
    checked,
  },
  'AWS::EC2::EIPAssociation': {
    noun: 'address association',
    role: 'configuration',
    locality: 'none',
    links: [
      {
        from: 'AllocationId',
        to: ['NetworkInterfaceId', 'InstanceId'],
        kind: 'hard',
        because: 'the address leads to it',
      },
      { from: 'EIP', to: ['NetworkInterfaceId', 'InstanceId'], kind: 'hard', because: 'the address leads to it' },
    ],
    inert: true,
    source: 'https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/elastic-ip-addresses-eip.html',
    checked,
  },
  'AWS::EC2::Volume': {
    noun: 'EBS volume',
    role: 'store',
    partOfUser: true,
    locality: 'zone',
    units: { count: 'many' },
    placement: { zones: ['AvailabilityZone', 'AvailabilityZoneId'] },
    recovery: { kind: 'none' },
    source: 'https://docs.aws.amazon.com/ebs/latest/userguide/ebs-volumes.html',
    checked,
  },
  'AWS::EC2::VolumeAttachment': {
    noun: 'volume attachment',
    role: 'configuration',
    locality: 'none',
    links: [{ from: 'InstanceId', to: ['VolumeId'], kind: 'hard', because: 'the volume is attached to it' }],
    inert: true,
    source: 'https://docs.aws.amazon.com/ebs/latest/userguide/ebs-attaching-volume.html',
    checked,
  },
  'AWS::AutoScalingPlans::ScalingPlan': {
    noun: 'scaling plan',
    role: 'operations',
    locality: 'region',
    scales: { target: 'ScalingInstructions[].ResourceId', floors: ['ScalingInstructions[].MinCapacity'] },
    inert: true,
    source: 'https://docs.aws.amazon.com/autoscaling/plans/userguide/what-is-a-scaling-plan.html',
    checked,
  },
  'AWS::EC2::EC2Fleet': {
    noun: 'EC2 Fleet',
    role: 'compute',
    locality: 'zones',
    machines: true,
    units: { count: { desired: 'TargetCapacitySpecification.TotalTargetCapacity', absent: 1 } },
    placement: {
      subnets: ['LaunchTemplateConfigs[].Overrides[].SubnetId'],
      zones: ['LaunchTemplateConfigs[].Overrides[].AvailabilityZone'],
    },
    recovery: { kind: 'self-healing', seconds: [120, 600] },
    templates: [
      'LaunchTemplateConfigs[].LaunchTemplateSpecification.LaunchTemplateId',
      'LaunchTemplateConfigs[].LaunchTemplateSpecification.LaunchTemplateName',
    ],
    usesEgress: true,
    cases: [
      { when: { 'LaunchTemplateConfigs[].Overrides[].WeightedCapacity': 'present' }, facts: { doubt: weighted } },
      {
        when: { 'OnDemandOptions.SingleAvailabilityZone': true },
        facts: {
          units: {
            count: { desired: 'TargetCapacitySpecification.TotalTargetCapacity', absent: 1 },
            spread: 'one-place',
          },
          recovery: { kind: 'none' },
        },
      },
      {
        when: { 'SpotOptions.SingleAvailabilityZone': true },
        facts: {
          units: {
            count: { desired: 'TargetCapacitySpecification.TotalTargetCapacity', absent: 1 },
            spread: 'one-place',
          },
          recovery: { kind: 'none' },
        },
      },
      // Only a fleet that is maintained replaces what it loses.
      { when: { Type: ['instant', 'request'] }, facts: { recovery: { kind: 'none' } } },
    ],
    source: 'https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/ec2-fleet-request-type.html',
    checked,
  },
  'AWS::EC2::SpotFleet': {
    noun: 'Spot Fleet',
    role: 'compute',
    locality: 'zones',
    machines: true,
    units: { count: { desired: 'SpotFleetRequestConfigData.TargetCapacity', absent: 1 } },
    placement: {
      subnets: [
        'SpotFleetRequestConfigData.LaunchSpecifications[].SubnetId',
        'SpotFleetRequestConfigData.LaunchSpecifications[].NetworkInterfaces[].SubnetId',
        'SpotFleetRequestConfigData.LaunchTemplateConfigs[].Overrides[].SubnetId',
      ],
      zones: [
        'SpotFleetRequestConfigData.LaunchSpecifications[].Placement.AvailabilityZone',
        'SpotFleetRequestConfigData.LaunchTemplateConfigs[].Overrides[].AvailabilityZone',
      ],
    },
    recovery: { kind: 'self-healing', seconds: [120, 600] },
    templates: [
      'SpotFleetRequestConfigData.LaunchTemplateConfigs[].LaunchTemplateSpecification.LaunchTemplateId',
      'SpotFleetRequestConfigData.LaunchTemplateConfigs[].LaunchTemplateSpecification.LaunchTemplateName',
    ],
    joins: [
      'SpotFleetRequestConfigData.LoadBalancersConfig.TargetGroupsConfig.TargetGroups[].Arn',
      'SpotFleetRequestConfigData.LoadBalancersConfig.ClassicLoadBalancersConfig.ClassicLoadBalancers[].Name',
    ],
    text: ['SpotFleetRequestConfigData.LaunchSpecifications[].UserData'],
    securityGroups: [
      'SpotFleetRequestConfigData.LaunchSpecifications[].SecurityGroups[].GroupId',
      'SpotFleetRequestConfigData.LaunchSpecifications[].NetworkInterfaces[].Groups',
    ],
    usesEgress: true,
    cases: [
      {
        when: { 'SpotFleetRequestConfigData.LaunchSpecifications[].WeightedCapacity': 'present' },
        facts: { doubt: weighted },
      },
      {
        when: { 'SpotFleetRequestConfigData.LaunchTemplateConfigs[].Overrides[].WeightedCapacity': 'present' },
        facts: { doubt: weighted },
      },
      { when: { 'SpotFleetRequestConfigData.Type': 'request' }, facts: { recovery: { kind: 'none' } } },
    ],
    source: 'https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/how-spot-fleet-works.html',
    checked,
  },
  // An instance that names its host runs nowhere else, and goes down with it.
  'AWS::EC2::Host': {
    noun: 'dedicated host',
    role: 'configuration',
    partOfUser: true,
    locality: 'zone',
    units: { count: 1 },
    placement: { zones: ['AvailabilityZone'] },
    recovery: { kind: 'none' },
    cases: [{ when: { HostRecovery: 'on' }, facts: { recovery: { kind: 'self-healing', seconds: [300, 900] } } }],
    source: 'https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/dedicated-hosts-overview.html',
    checked,
  },
};
