import { block, blocks, type DetailTable, list, map, type Part, text } from '../mapping';

const launchTemplate = block('LaunchTemplate', { id: 'LaunchTemplateId', name: 'LaunchTemplateName', version: 'Version' });

const address: Part = {
  from: 'network_interface',
  type: 'AWS::EC2::EIPAssociation',
  owner: 'AllocationId',
  of: { network_interface: 'NetworkInterfaceId' },
};

/** EC2 and Auto Scaling. */
export const compute: DetailTable = {
  aws_instance: {
    properties: {
      ami: 'ImageId',
      subnet_id: 'SubnetId',
      availability_zone: 'AvailabilityZone',
      vpc_security_group_ids: list('SecurityGroupIds'),
      security_groups: list('SecurityGroups'),
      user_data: text('UserData'),
      user_data_base64: text('UserData'),
      source_dest_check: 'SourceDestCheck',
      iam_instance_profile: 'IamInstanceProfile',
      launch_template: launchTemplate,
      network_interface: blocks('NetworkInterfaces', { network_interface_id: 'NetworkInterfaceId', device_index: 'DeviceIndex' }),
      tags: map('Tags'),
    },
  },
  aws_autoscaling_group: {
    properties: {
      vpc_zone_identifier: list('VPCZoneIdentifier'),
      availability_zones: list('AvailabilityZones'),
      min_size: 'MinSize',
      max_size: 'MaxSize',
      desired_capacity: 'DesiredCapacity',
      target_group_arns: list('TargetGroupARNs'),
      load_balancers: list('LoadBalancerNames'),
      traffic_source: undefined,
      launch_configuration: 'LaunchConfigurationName',
      launch_template: launchTemplate,
      mixed_instances_policy: block('MixedInstancesPolicy', {
        launch_template: block('LaunchTemplate', {
          launch_template_specification: block('LaunchTemplateSpecification', {
            launch_template_id: 'LaunchTemplateId',
            launch_template_name: 'LaunchTemplateName',
          }),
        }),
        instances_distribution: block('InstancesDistribution'),
      }),
      initial_lifecycle_hook: blocks('LifecycleHookSpecificationList', { notification_target_arn: 'NotificationTargetARN' }),
      health_check_type: 'HealthCheckType',
      health_check_grace_period: 'HealthCheckGracePeriod',
    },
  },
  aws_autoscaling_lifecycle_hook: {
    properties: { autoscaling_group_name: 'AutoScalingGroupName', notification_target_arn: 'NotificationTargetARN' },
  },
  aws_autoscaling_attachment: {
    properties: {
      autoscaling_group_name: 'AutoScalingGroupName',
      lb_target_group_arn: 'TargetGroupARN',
      alb_target_group_arn: 'TargetGroupARN',
      elb: 'LoadBalancerName',
    },
    additions: [
      { of: 'AutoScalingGroupName', to: 'TargetGroupARNs', entry: ({ TargetGroupARN }) => TargetGroupARN },
      { of: 'AutoScalingGroupName', to: 'LoadBalancerNames', entry: ({ LoadBalancerName }) => LoadBalancerName },
    ],
  },
  aws_autoscaling_traffic_source_attachment: {
    properties: { autoscaling_group_name: 'AutoScalingGroupName', traffic_source: block('', { identifier: 'Identifier' }) },
    additions: [{ of: 'AutoScalingGroupName', to: 'TargetGroupARNs', entry: ({ Identifier }) => Identifier }],
  },
  aws_launch_template: {
    properties: {
      image_id: 'LaunchTemplateData.ImageId',
      user_data: text('LaunchTemplateData.UserData'),
      vpc_security_group_ids: list('LaunchTemplateData.SecurityGroupIds'),
      security_group_names: list('LaunchTemplateData.SecurityGroups'),
      network_interfaces: blocks('LaunchTemplateData.NetworkInterfaces', {
        subnet_id: 'SubnetId',
        security_groups: list('Groups'),
      }),
      placement: block('LaunchTemplateData.Placement', { availability_zone: 'AvailabilityZone' }),
      iam_instance_profile: block('LaunchTemplateData.IamInstanceProfile', { arn: 'Arn', name: 'Name' }),
      instance_type: 'LaunchTemplateData.InstanceType',
      tags: map('Tags'),
    },
  },
  aws_launch_configuration: {
    properties: {
      image_id: 'ImageId',
      user_data: text('UserData'),
      user_data_base64: text('UserData'),
      security_groups: list('SecurityGroups'),
    },
  },
  aws_autoscaling_schedule: {
    properties: {
      autoscaling_group_name: 'AutoScalingGroupName',
      min_size: 'MinSize',
      max_size: 'MaxSize',
      desired_capacity: 'DesiredCapacity',
    },
    // -1 says that the action leaves the setting alone.
    finish: ({ MinSize, DesiredCapacity, ...properties }) => ({
      properties: {
        ...properties,
        ...(MinSize === undefined || MinSize === -1 ? {} : { MinSize }),
        ...(DesiredCapacity === undefined || DesiredCapacity === -1 ? {} : { DesiredCapacity }),
      },
    }),
  },
  aws_autoscaling_policy: { properties: { autoscaling_group_name: 'AutoScalingGroupName' } },
  aws_appautoscaling_target: { properties: { resource_id: text('ResourceId'), min_capacity: 'MinCapacity' } },
  aws_appautoscaling_scheduled_action: {
    properties: { resource_id: text('ResourceId'), scalable_target_action: block('', { min_capacity: 'MinCapacity' }) },
  },
  aws_network_interface: {
    properties: {
      subnet_id: 'SubnetId',
      security_groups: list('GroupSet'),
      source_dest_check: 'SourceDestCheck',
      attachment: block('Attachment', { instance: 'InstanceId', device_index: 'DeviceIndex' }),
    },
    additions: [{ of: 'AttachedTo', to: 'NetworkInterfaces', entry: (_properties, self) => ({ NetworkInterfaceId: self }) }],
    finish: ({ Attachment, ...properties }) => {
      const instance =
        typeof Attachment === 'object' && Attachment !== null && 'InstanceId' in Attachment ? Attachment.InstanceId : undefined;
      return { properties: instance === undefined ? properties : { ...properties, AttachedTo: instance } };
    },
  },
  aws_network_interface_attachment: {
    properties: { instance_id: 'InstanceId', network_interface_id: 'NetworkInterfaceId' },
    additions: [
      { of: 'InstanceId', to: 'NetworkInterfaces', entry: ({ NetworkInterfaceId = null }) => ({ NetworkInterfaceId }) },
    ],
  },
  aws_network_interface_sg_attachment: {
    properties: { security_group_id: 'GroupId', network_interface_id: 'NetworkInterfaceId' },
    additions: [{ of: 'NetworkInterfaceId', to: 'GroupSet', entry: ({ GroupId }) => GroupId }],
  },
  aws_eip: { properties: { instance: 'InstanceId', domain: 'Domain' }, parts: [address] },
  aws_eip_association: {
    properties: {
      allocation_id: 'AllocationId',
      public_ip: 'EIP',
      instance_id: 'InstanceId',
      network_interface_id: 'NetworkInterfaceId',
    },
  },
  aws_ebs_volume: { properties: { availability_zone: 'AvailabilityZone' } },
  aws_volume_attachment: { properties: { instance_id: 'InstanceId', volume_id: 'VolumeId' } },
  aws_elastic_beanstalk_environment: {
    properties: {
      setting: blocks('OptionSettings', { namespace: 'Namespace', name: 'OptionName', value: text('Value') }),
      template_name: 'TemplateName',
    },
  },
  aws_elastic_beanstalk_configuration_template: {
    properties: { setting: blocks('OptionSettings', { namespace: 'Namespace', name: 'OptionName', value: text('Value') }) },
  },
  aws_spot_fleet_request: {
    properties: {
      target_capacity: 'SpotFleetRequestConfigData.TargetCapacity',
      fleet_type: 'SpotFleetRequestConfigData.Type',
      launch_specification: blocks('SpotFleetRequestConfigData.LaunchSpecifications', {
        subnet_id: 'SubnetId',
        availability_zone: 'Placement.AvailabilityZone',
        user_data: text('UserData'),
        weighted_capacity: 'WeightedCapacity',
      }),
      launch_template_config: blocks('SpotFleetRequestConfigData.LaunchTemplateConfigs', {
        launch_template_specification: block('LaunchTemplateSpecification', {
          id: 'LaunchTemplateId',
          name: 'LaunchTemplateName',
        }),
        overrides: blocks('Overrides', {
          subnet_id: 'SubnetId',
          availability_zone: 'AvailabilityZone',
          weighted_capacity: 'WeightedCapacity',
        }),
      }),
    },
  },
  aws_ec2_fleet: {
    properties: {
      launch_template_config: blocks('LaunchTemplateConfigs', {
        launch_template_specification: block('LaunchTemplateSpecification', { launch_template_id: 'LaunchTemplateId' }),
        override: blocks('Overrides', { subnet_id: 'SubnetId', availability_zone: 'AvailabilityZone' }),
      }),
      target_capacity_specification: block('TargetCapacitySpecification', { total_target_capacity: 'TotalTargetCapacity' }),
    },
  },
};
