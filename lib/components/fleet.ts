import { Group } from '@pulumi/aws/autoscaling/group';
import { Policy } from '@pulumi/aws/autoscaling/policy';
import { LaunchTemplate } from '@pulumi/aws/ec2/launchTemplate';
import { InstanceProfile } from '@pulumi/aws/iam/instanceProfile';
import { Role } from '@pulumi/aws/iam/role';
import { RolePolicyAttachment } from '@pulumi/aws/iam/rolePolicyAttachment';
import { type CustomResourceOptions, output } from '@pulumi/pulumi';
import { processorOf } from '../blueprints';
import type { Built, PoolPlan } from './pool-plan';
import type { FleetPool } from './pools';
import { RequiredCapacity } from './required-capacity';
import { securityGroup } from './security';
import { trustOf } from './trust';

/** A group of instances of one image over every zone, replaced when the balancer finds them unhealthy. */
export function fleet(name: string, pool: FleetPool, plan: PoolPlan, options: CustomResourceOptions): Built {
  const { network, size, targetGroups, zonalShift } = plan;
  const group = securityGroup(name, 'instances of the fleet', network.vpc.id, options);
  const launch = launchTemplate(name, pool, group.id, options);
  const instances = new Group(
    name,
    {
      vpcZoneIdentifiers: network.subnetsOf('private').map(({ id }) => id),
      launchTemplate: { id: launch.id, version: output(launch.latestVersion).apply(String) },
      minSize: size.floor,
      maxSize: size.ceiling,
      targetGroupArns: targetGroups.map(({ targets }) => targets.arn),
      healthCheckType: 'ELB',
      healthCheckGracePeriod: size.bootSeconds,
      defaultInstanceWarmup: size.bootSeconds,
      availabilityZoneDistribution: {
        capacityDistributionStrategy: 'balanced-best-effort',
        // Capacity is there before the event, so unhealthy instances of a zone that was shifted away may wait.
        ...(zonalShift ? { impairedZoneHealthCheckBehavior: 'IgnoreUnhealthy' } : {}),
      },
      // New instances first, then the old ones leave: a deployment never goes below the redundant floor.
      instanceMaintenancePolicy: { minHealthyPercentage: 100, maxHealthyPercentage: 200 },
      instanceRefresh: { strategy: 'Rolling', preferences: { minHealthyPercentage: 100, maxHealthyPercentage: 200 } },
    },
    options,
  );
  new Policy(
    name,
    {
      autoscalingGroupName: instances.name,
      policyType: 'TargetTrackingScaling',
      targetTrackingConfiguration: {
        targetValue: size.targetCpuPercent,
        predefinedMetricSpecification: { predefinedMetricType: 'ASGAverageCPUUtilization' },
      },
    },
    options,
  );
  new RequiredCapacity(name, { of: instances, units: pool.requiredCapacity }, options);
  return { securityGroup: group };
}

function launchTemplate(
  name: string,
  pool: FleetPool,
  groupId: LaunchTemplate['id'],
  options: CustomResourceOptions,
): LaunchTemplate {
  const { instanceType = 't4g.small', image, userData } = pool;
  const role = new Role(name, { assumeRolePolicy: trustOf('ec2.amazonaws.com') }, options);
  // Operators get in through Session Manager: no key pair, no open port.
  const policyArn = 'arn:aws:iam::aws:policy/AmazonSSMManagedInstanceCore';
  new RolePolicyAttachment(name, { role: role.name, policyArn }, options);
  const profile = new InstanceProfile(name, { role: role.name }, options);
  return new LaunchTemplate(
    name,
    {
      instanceType,
      imageId: image ?? currentImage(instanceType),
      vpcSecurityGroupIds: [groupId],
      iamInstanceProfile: { arn: profile.arn },
      metadataOptions: { httpTokens: 'required', httpEndpoint: 'enabled' },
      monitoring: { enabled: true },
      blockDeviceMappings: [
        { deviceName: pool.rootDevice ?? '/dev/xvda', ebs: { volumeSize: 16, volumeType: 'gp3', encrypted: 'true' } },
      ],
      ...(userData === undefined
        ? {}
        : { userData: output(userData).apply((text) => Buffer.from(text, 'utf8').toString('base64')) }),
    },
    options,
  );
}

/** Resolved by the service when an instance starts, so that nothing is looked up here. */
function currentImage(instanceType: string): string {
  return `resolve:ssm:/aws/service/ami-amazon-linux-latest/al2023-ami-kernel-default-${processorOf(instanceType)}`;
}
