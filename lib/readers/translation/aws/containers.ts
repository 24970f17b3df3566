import { block, blocks, type DetailTable, json, list, map } from '../mapping';

/** ECS, EKS, Lambda. */
export const containers: DetailTable = {
  aws_ecs_service: {
    properties: {
      cluster: 'Cluster',
      task_definition: 'TaskDefinition',
      desired_count: 'DesiredCount',
      scheduling_strategy: 'SchedulingStrategy',
      launch_type: 'LaunchType',
      network_configuration: block('NetworkConfiguration.AwsvpcConfiguration', {
        subnets: list('Subnets'),
        security_groups: list('SecurityGroups'),
        assign_public_ip: 'AssignPublicIp',
      }),
      load_balancer: blocks('LoadBalancers', { target_group_arn: 'TargetGroupArn', elb_name: 'LoadBalancerName' }),
      capacity_provider_strategy: blocks('CapacityProviderStrategy', { capacity_provider: 'CapacityProvider' }),
      ordered_placement_strategy: blocks('PlacementStrategies'),
      placement_constraints: blocks('PlacementConstraints'),
      availability_zone_rebalancing: 'AvailabilityZoneRebalancing',
      deployment_minimum_healthy_percent: 'DeploymentConfiguration.MinimumHealthyPercent',
      deployment_maximum_percent: 'DeploymentConfiguration.MaximumPercent',
      deployment_circuit_breaker: block('DeploymentConfiguration.DeploymentCircuitBreaker', {
        enable: 'Enable',
        rollback: 'Rollback',
      }),
      service_registries: blocks('ServiceRegistries', { registry_arn: 'RegistryArn' }),
    },
  },
  aws_ecs_task_definition: {
    properties: {
      container_definitions: json('ContainerDefinitions', 'Environment', ['Options']),
      volume: blocks('Volumes', {
        name: 'Name',
        efs_volume_configuration: block('EFSVolumeConfiguration', {
          file_system_id: 'FilesystemId',
          authorization_config: block('AuthorizationConfig', { access_point_id: 'AccessPointId' }),
        }),
      }),
    },
  },
  aws_ecs_cluster: { properties: { name: 'ClusterName', capacity_providers: list('CapacityProviders') } },
  aws_ecs_express_gateway_service: {
    properties: {
      scaling_target: block('ScalingTarget', { min_task_count: 'MinTaskCount' }),
      network_configuration: block('NetworkConfiguration', { subnets: list('Subnets'), security_groups: list('SecurityGroups') }),
    },
  },
  aws_ecs_capacity_provider: {
    properties: {
      auto_scaling_group_provider: block('AutoScalingGroupProvider', {
        auto_scaling_group_arn: 'AutoScalingGroupArn',
        managed_scaling: block('ManagedScaling', { status: 'Status', target_capacity: 'TargetCapacity' }),
      }),
    },
  },
  aws_ecs_cluster_capacity_providers: {
    properties: { cluster_name: 'Cluster', capacity_providers: list('CapacityProviders') },
  },
  aws_ecs_task_set: {
    properties: {
      network_configuration: block('NetworkConfiguration.AwsVpcConfiguration', { subnets: list('Subnets') }),
    },
  },
  aws_eks_cluster: {
    properties: {
      name: 'Name',
      vpc_config: block('ResourcesVpcConfig', { subnet_ids: list('SubnetIds'), security_group_ids: list('SecurityGroupIds') }),
      zonal_shift_config: block('ZonalShiftConfig', { enabled: 'Enabled' }),
      outpost_config: block('OutpostConfig', { outpost_arns: list('OutpostArns') }),
    },
  },
  aws_eks_node_group: {
    properties: {
      cluster_name: 'ClusterName',
      subnet_ids: list('Subnets'),
      node_role_arn: 'NodeRole',
      scaling_config: block('ScalingConfig', { min_size: 'MinSize', desired_size: 'DesiredSize', max_size: 'MaxSize' }),
      launch_template: block('LaunchTemplate', { id: 'Id', name: 'Name', version: 'Version' }),
      node_repair_config: block('NodeRepairConfig', { enabled: 'Enabled' }),
      update_config: block('UpdateConfig', { max_unavailable: 'MaxUnavailable' }),
      labels: map('Labels'),
    },
  },
  aws_eks_fargate_profile: { properties: { cluster_name: 'ClusterName', subnet_ids: list('Subnets') } },
  aws_eks_addon: { properties: { cluster_name: 'ClusterName', addon_name: 'AddonName' } },
  aws_lambda_function: {
    properties: {
      vpc_config: block('VpcConfig', { subnet_ids: list('SubnetIds'), security_group_ids: list('SecurityGroupIds') }),
      environment: block('Environment', { variables: map('Variables') }),
      file_system_config: blocks('FileSystemConfigs', { arn: 'Arn', local_mount_path: 'LocalMountPath' }),
      image_uri: 'Code.ImageUri',
      s3_bucket: 'Code.S3Bucket',
      layers: list('Layers'),
      reserved_concurrent_executions: 'ReservedConcurrentExecutions',
      function_name: 'FunctionName',
      name: 'FunctionName',
    },
    // A block without subnets is how a function that leaves its network is written.
    finish: ({ VpcConfig, ReservedConcurrentExecutions, ...properties }) => ({
      properties: {
        ...properties,
        ...(isEmptyNetwork(VpcConfig) ? {} : { VpcConfig: VpcConfig ?? null }),
        ...(ReservedConcurrentExecutions === undefined || ReservedConcurrentExecutions === -1
          ? {}
          : { ReservedConcurrentExecutions }),
      },
    }),
  },
  aws_lambda_event_source_mapping: { properties: { event_source_arn: 'EventSourceArn', function_name: 'FunctionName' } },
  aws_lambda_function_url: { properties: { function_name: 'TargetFunctionArn' } },
  aws_batch_job_queue: {
    properties: {
      compute_environment_order: blocks('ComputeEnvironmentOrder', { compute_environment: 'ComputeEnvironment' }),
    },
  },
  aws_batch_compute_environment: {
    properties: {
      compute_resources: block('ComputeResources', {
        type: 'Type',
        subnets: list('Subnets'),
        security_group_ids: list('SecurityGroupIds'),
        min_vcpus: 'MinvCpus',
      }),
    },
  },
  aws_apprunner_vpc_connector: { properties: { subnets: list('Subnets') } },
};

function isEmptyNetwork(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return true;
  const subnets = 'SubnetIds' in value ? value.SubnetIds : undefined;
  return Array.isArray(subnets) && subnets.length === 0;
}
