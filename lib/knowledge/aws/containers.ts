import type { FactTable, Units } from '../fact';
import { checked } from './checked';
import { reference } from './reference';

const ecs = 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/';
const eks = 'https://docs.aws.amazon.com/eks/latest/userguide/';

/** Tasks have addresses in subnets of their own, or those of the hosts that carry them. */
const tasks = { subnets: ['NetworkConfiguration.AwsvpcConfiguration.Subnets[]'], hosts: 'Cluster' };

/** A strategy that packs tasks, or spreads them over anything but zones, may put them all into one. */
const mayShareAZone = {
  'PlacementStrategies[].Type': 'present',
  'PlacementStrategies[Field=attribute:ecs.availability-zone].Type': 'absent',
} as const;

const unspread: Units = {
  count: { desired: 'DesiredCount', absent: 1 },
  spread: 'unsaid',
  unsaid: { tell: 'put { Type: spread, Field: attribute:ecs.availability-zone } first in PlacementStrategies' },
};

const onHostsOfTask = { ...tasks, hostsWhen: { 'TaskDefinition->RequiresCompatibilities[]': 'EC2' } };

/** ECS, EKS and App Runner. */
export const containers: FactTable = {
  'AWS::ECS::Cluster': {
    noun: 'ECS cluster',
    role: 'cluster',
    names: ['ClusterName'],
    locality: 'region',
    members: ['CapacityProviders[]->AutoScalingGroupProvider.AutoScalingGroupArn'],
    source: `${ecs}clusters.html`,
    checked,
  },
  'AWS::ECS::Service': {
    noun: 'ECS service',
    role: 'compute',
    scaledAs: 'ServiceName',
    locality: 'zones',
    units: { count: { desired: 'DesiredCount', absent: 1 } },
    placement: { ...tasks, hostsWhen: { LaunchType: 'EC2' } },
    recovery: { kind: 'self-healing', seconds: [30, 300] },
    templates: ['TaskDefinition'],
    joins: [
      'LoadBalancers[].TargetGroupArn',
      'LoadBalancers[].LoadBalancerName',
      'ServiceRegistries[].RegistryArn',
      'VpcLatticeConfigurations[].TargetGroupArn',
    ],
    needs: [{ path: 'Cluster', kind: 'control', because: 'the cluster schedules it' }],
    securityGroups: ['NetworkConfiguration.AwsvpcConfiguration.SecurityGroups[]'],
    deployment: { minimumHealthyPercent: 'DeploymentConfiguration.MinimumHealthyPercent' },
    usesEgress: true,
    cases: [
      // One task on every host: as many as there are hosts.
      { when: { SchedulingStrategy: 'DAEMON' }, facts: { units: { count: 'per-subnet' } } },
      {
        when: { 'PlacementConstraints[Type=memberOf].Expression{attribute:ecs.availability-zone}': 'present' },
        facts: {
          units: { count: { desired: 'DesiredCount', absent: 1 }, spread: 'one-place' },
          fix: 'leave the zone out of PlacementConstraints',
        },
      },
      { when: { ...mayShareAZone, LaunchType: 'EC2' }, facts: { units: unspread } },
      { when: { ...mayShareAZone, LaunchType: 'absent' }, facts: { units: unspread, placement: onHostsOfTask } },
      {
        when: {
          NetworkConfiguration: 'absent',
          'CapacityProviderStrategy[].CapacityProvider->ManagedInstancesProvider': 'present',
        },
        facts: {
          placement: {
            subnets: [
              'CapacityProviderStrategy[].CapacityProvider->ManagedInstancesProvider.InstanceLaunchTemplate.NetworkConfiguration.Subnets[]',
            ],
          },
          fix: 'give the capacity provider subnets in at least 2 zones',
        },
      },
      // Without a launch type it is the task that says whether it can do without hosts.
      { when: { LaunchType: 'absent' }, facts: { placement: onHostsOfTask } },
    ],
    source: `${ecs}ecs_services.html`,
    checked,
  },
  'AWS::ECS::TaskDefinition': {
    noun: 'task definition',
    role: 'template',
    locality: 'none',
    text: [
      'ContainerDefinitions[].Image',
      'ContainerDefinitions[].Environment',
      'ContainerDefinitions[].Secrets',
      'ContainerDefinitions[].Command',
      'Volumes[].EFSVolumeConfiguration',
    ],
    runsAs: ['TaskRoleArn'],
    // A task whose essential container is unhealthy is stopped, and its service starts another one.
    health: {
      questions: [
        {
          of: 'ContainerDefinitions[Essential!=false]',
          asks: ['HealthCheck.Command'],
          variables: { list: 'Environment', name: 'Name', value: 'Value' },
          noun: 'container health check',
          effect: 'are replaced',
          ends: true,
        },
      ],
      defaults: { interval: 30, unhealthyThreshold: 3 },
    },
    source: `${ecs}task_definitions.html`,
    checked,
  },
  // A service under an external deployment controller runs as task sets; what they are registered with leads to it.
  'AWS::ECS::TaskSet': {
    noun: 'task set',
    role: 'compute',
    locality: 'zones',
    units: { count: 'per-subnet' },
    placement: { subnets: ['NetworkConfiguration.AwsVpcConfiguration.Subnets[]'] },
    recovery: { kind: 'self-healing', seconds: [30, 300] },
    joins: ['LoadBalancers[].TargetGroupArn', 'ServiceRegistries[].RegistryArn'],
    needs: [{ path: 'Service', kind: 'hard', because: 'it is a set of its tasks' }],
    templates: ['TaskDefinition'],
    securityGroups: ['NetworkConfiguration.AwsVpcConfiguration.SecurityGroups[]'],
    usesEgress: true,
    source: `${ecs}deployment-type-external.html`,
    checked,
  },
  'AWS::ECS::ExpressGatewayService': {
    noun: 'ECS Express service',
    role: 'compute',
    locality: 'zones',
    units: { count: { min: 'ScalingTarget.MinTaskCount', absent: 1 } },
    placement: { subnets: ['NetworkConfiguration.Subnets[]'] },
    recovery: { kind: 'self-healing', seconds: [30, 300] },
    text: ['PrimaryContainer.Environment', 'PrimaryContainer.Secrets', 'PrimaryContainer.Command'],
    securityGroups: ['NetworkConfiguration.SecurityGroups[]'],
    usesEgress: true,
    fix: 'set MinTaskCount to at least 2, with subnets in at least 2 zones',
    source: reference('ecs-expressgatewayservice'),
    checked,
  },
  'AWS::ECS::CapacityProvider': {
    noun: 'capacity provider',
    role: 'configuration',
    locality: 'none',
    inert: true,
    cases: [
      { when: { 'AutoScalingGroupProvider.ManagedScaling.Status': 'DISABLED' }, facts: {} },
      {
        when: { 'AutoScalingGroupProvider.ManagedScaling': 'present' },
        facts: { scales: { target: 'AutoScalingGroupProvider.AutoScalingGroupArn', floors: [] } },
      },
    ],
    source: `${ecs}asg-capacity-providers.html`,
    checked,
  },
  'AWS::ECS::ClusterCapacityProviderAssociations': {
    noun: 'capacity provider association',
    role: 'configuration',
    locality: 'none',
    hosts: { cluster: 'Cluster', hosts: ['CapacityProviders[]->AutoScalingGroupProvider.AutoScalingGroupArn'] },
    inert: true,
    source: `${ecs}cluster-capacity-providers.html`,
    checked,
  },
  'AWS::EKS::Cluster': {
    noun: 'EKS cluster',
    role: 'cluster',
    names: ['Name'],
    locality: 'region',
    placement: { subnets: ['ResourcesVpcConfig.SubnetIds[]'], enforcedZones: 2 },
    units: { count: 'per-subnet' },
    source: `${eks}disaster-recovery-resiliency.html`,
    checked,
    // Auto Mode launches nodes into the subnets of the cluster.
    cases: [
      { when: { 'ComputeConfig.Enabled': true, 'ComputeConfig.NodePools': 'present' }, facts: { ownHosts: true } },
      {
        when: { 'OutpostConfig.OutpostArns': 'present' },
        facts: {
          doubt: {
            because: 'its control plane runs on an Outpost, one place outside of the region',
            tell: 'run a second cluster elsewhere and accept it in nospof.yaml',
          },
        },
      },
    ],
  },
  'AWS::EKS::Nodegroup': {
    noun: 'node group',
    role: 'compute',
    locality: 'zones',
    units: { count: { desired: 'ScalingConfig.DesiredSize', min: 'ScalingConfig.MinSize', absent: 1 } },
    placement: { subnets: ['Subnets[]'] },
    recovery: { kind: 'self-healing', seconds: [120, 600] },
    templates: ['LaunchTemplate.Id', 'LaunchTemplate.Name'],
    joins: ['ClusterName'],
    usesEgress: true,
    cases: [
      {
        when: { ScalingConfig: 'absent' },
        facts: {
          units: { count: 'per-subnet' },
          doubt: {
            because: 'it gives no ScalingConfig, and the service chooses the number of nodes',
            tell: 'set ScalingConfig.MinSize and ScalingConfig.DesiredSize',
          },
        },
      },
    ],
    fix: 'set MinSize and DesiredSize to at least 2, with subnets in at least 2 zones',
    source: `${eks}managed-node-groups.html`,
    checked,
  },
  'AWS::EKS::FargateProfile': {
    noun: 'Fargate profile',
    role: 'compute',
    locality: 'zones',
    units: { count: 'per-subnet' },
    placement: { subnets: ['Subnets[]'] },
    recovery: { kind: 'self-healing' },
    joins: ['ClusterName'],
    usesEgress: true,
    source: `${eks}fargate-profile.html`,
    checked,
  },
  'AWSQS::EKS::Cluster': {
    noun: 'EKS cluster',
    role: 'cluster',
    locality: 'region',
    placement: { subnets: ['ResourcesVpcConfig.SubnetIds[]'], enforcedZones: 2 },
    units: { count: 'per-subnet' },
    source: `${eks}disaster-recovery-resiliency.html`,
    checked,
  },
  // The custom resource with which older CDK versions make an EKS cluster.
  'Custom::AWSCDK-EKS-Cluster': {
    noun: 'EKS cluster',
    role: 'cluster',
    locality: 'region',
    placement: { subnets: ['Config.resourcesVpcConfig.subnetIds[]'], enforcedZones: 2 },
    units: { count: 'per-subnet' },
    source: 'https://docs.aws.amazon.com/cdk/api/v2/docs/aws-cdk-lib.aws_eks-readme.html',
    checked,
  },
  'Custom::AWSCDK-EKS-FargateProfile': {
    noun: 'Fargate profile',
    role: 'compute',
    locality: 'zones',
    units: { count: 'per-subnet' },
    placement: { subnets: ['Config.subnets[]'] },
    recovery: { kind: 'self-healing' },
    joins: ['Config.clusterName'],
    usesEgress: true,
    source: 'https://docs.aws.amazon.com/cdk/api/v2/docs/aws-cdk-lib.aws_eks-readme.html',
    checked,
  },
  'AWS::AppRunner::Service': {
    noun: 'App Runner service',
    role: 'entry',
    locality: 'region',
    needs: [
      {
        path: 'NetworkConfiguration.EgressConfiguration.VpcConnectorArn',
        kind: 'hard',
        because: 'its calls into the network go through it',
      },
    ],
    text: [
      'SourceConfiguration.ImageRepository.ImageConfiguration.RuntimeEnvironmentVariables',
      'SourceConfiguration.ImageRepository.ImageConfiguration.RuntimeEnvironmentSecrets',
      'SourceConfiguration.CodeRepository.CodeConfiguration.CodeConfigurationValues.RuntimeEnvironmentVariables',
      'SourceConfiguration.CodeRepository.CodeConfiguration.CodeConfigurationValues.RuntimeEnvironmentSecrets',
    ],
    source: 'https://docs.aws.amazon.com/apprunner/latest/dg/security-resilience.html',
    checked,
  },
  'AWS::AppRunner::VpcConnector': {
    noun: 'VPC connector',
    role: 'attachment',
    locality: 'zones',
    units: { count: 'per-subnet' },
    placement: { subnets: ['Subnets[]'] },
    securityGroups: ['SecurityGroups[]'],
    recovery: { kind: 'none' },
    fix: 'give the connector subnets in at least 2 zones',
    source: 'https://docs.aws.amazon.com/apprunner/latest/dg/network-vpc.html',
    checked,
  },
};
