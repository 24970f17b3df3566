import { Duration } from 'aws-cdk-lib';
import * as autoscaling from 'aws-cdk-lib/aws-autoscaling';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as iam from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';
import type { NetworkTier, SizedPool } from '../blueprints';
import type { FleetPool } from './pools';
import { declareRequiredCapacity } from './required-capacity';
import type { ResilientNetwork } from './resilient-network';

export interface FleetProps {
  readonly network: ResilientNetwork;
  readonly pool: FleetPool;
  readonly size: SizedPool;
  /** Where the instances stand. */
  readonly tier: NetworkTier;
  /** Let a zonal shift take the group out of a zone too. */
  readonly zonalShift: boolean;
}

/** A group of instances of one image over every zone, replaced when the balancer finds them unhealthy. */
export class Fleet extends Construct {
  readonly group: autoscaling.AutoScalingGroup;

  constructor(scope: Construct, id: string, { network, pool, size, tier, zonalShift }: FleetProps) {
    super(scope, id);
    const instanceType = new ec2.InstanceType(pool.instanceType ?? 't4g.small');
    const launchTemplate = new ec2.LaunchTemplate(this, 'Template', {
      instanceType,
      machineImage: pool.image ?? currentImage(instanceType),
      userData: pool.userData ?? ec2.UserData.forLinux(),
      securityGroup: new ec2.SecurityGroup(this, 'SecurityGroup', { vpc: network.vpc, description: 'instances of the fleet' }),
      role: new iam.Role(this, 'Role', {
        assumedBy: new iam.ServicePrincipal('ec2.amazonaws.com'),
        // Operators get in through Session Manager: no key pair, no open port.
        managedPolicies: [iam.ManagedPolicy.fromAwsManagedPolicyName('AmazonSSMManagedInstanceCore')],
      }),
      requireImdsv2: true,
      detailedMonitoring: true,
      blockDevices: [
        {
          deviceName: pool.rootDevice ?? '/dev/xvda',
          volume: ec2.BlockDeviceVolume.ebs(16, { encrypted: true, volumeType: ec2.EbsDeviceVolumeType.GP3 }),
        },
      ],
    });
    const boot = Duration.seconds(size.bootSeconds);
    this.group = new autoscaling.AutoScalingGroup(this, 'Group', {
      vpc: network.vpc,
      vpcSubnets: network.subnetsOf(tier),
      ...launchOf(launchTemplate, pool, size),
      minCapacity: size.floor,
      maxCapacity: size.ceiling,
      healthChecks: autoscaling.HealthChecks.withAdditionalChecks({
        additionalTypes: [autoscaling.AdditionalHealthCheckType.ELB],
        gracePeriod: boot,
      }),
      defaultInstanceWarmup: boot,
      groupMetrics: [autoscaling.GroupMetrics.all()],
      azCapacityDistributionStrategy: autoscaling.CapacityDistributionStrategy.BALANCED_BEST_EFFORT,
      // New instances first, then the old ones leave: a deployment never goes below the redundant floor.
      minHealthyPercentage: 100,
      maxHealthyPercentage: 200,
      updatePolicy: autoscaling.UpdatePolicy.rollingUpdate({
        minInstancesInService: size.floor,
        maxBatchSize: Math.max(1, Math.min(size.floor, size.ceiling - size.floor)),
        pauseTime: boot,
      }),
    });
    this.group.scaleOnCpuUtilization('Cpu', { targetUtilizationPercent: size.targetCpuPercent });
    this.prepare(pool, size);
    if (!pool.dormant) declareRequiredCapacity(this.group, pool.requiredCapacity);
    if (zonalShift) this.allowZonalShift();
  }

  private prepare({ preparedInstances = 0, predictive = false }: FleetPool, { targetCpuPercent }: SizedPool): void {
    if (preparedInstances > 0) {
      this.group.addWarmPool({ minSize: preparedInstances, poolState: autoscaling.PoolState.STOPPED, reuseOnScaleIn: true });
    }
    if (!predictive) return;
    new autoscaling.CfnScalingPolicy(this, 'Forecast', {
      autoScalingGroupName: this.group.autoScalingGroupName,
      policyType: 'PredictiveScaling',
      predictiveScalingConfiguration: {
        mode: 'ForecastAndScale',
        metricSpecifications: [
          { targetValue: targetCpuPercent, predefinedMetricPairSpecification: { predefinedMetricType: 'ASGCPUUtilization' } },
        ],
      },
    });
  }

  private allowZonalShift(): void {
    const group = this.group.node.defaultChild;
    if (group instanceof autoscaling.CfnAutoScalingGroup) {
      // Capacity is there before the event, so unhealthy instances of a zone that was shifted away may wait.
      group.availabilityZoneImpairmentPolicy = { zonalShiftEnabled: true, impairedZoneHealthCheckBehavior: 'IgnoreUnhealthy' };
    }
  }
}

/** One type, or several with the floor on demand. */
function launchOf(
  launchTemplate: ec2.ILaunchTemplate,
  { spareInstanceTypes = [], spotAboveFloor = false, instanceType = 't4g.small' }: FleetPool,
  { floor }: SizedPool,
): Pick<autoscaling.AutoScalingGroupProps, 'launchTemplate' | 'mixedInstancesPolicy' | 'capacityRebalance'> {
  if (spareInstanceTypes.length === 0 && !spotAboveFloor) return { launchTemplate };
  return {
    capacityRebalance: true,
    mixedInstancesPolicy: {
      launchTemplate,
      launchTemplateOverrides: [instanceType, ...spareInstanceTypes].map((type) => ({
        instanceType: new ec2.InstanceType(type),
      })),
      instancesDistribution: {
        onDemandBaseCapacity: floor,
        onDemandPercentageAboveBaseCapacity: spotAboveFloor ? 0 : 100,
        spotAllocationStrategy: autoscaling.SpotAllocationStrategy.PRICE_CAPACITY_OPTIMIZED,
      },
    },
  };
}

function currentImage(instanceType: ec2.InstanceType): ec2.IMachineImage {
  const cpuType =
    instanceType.architecture === ec2.InstanceArchitecture.ARM_64 ? ec2.AmazonLinuxCpuType.ARM_64 : ec2.AmazonLinuxCpuType.X86_64;
  return ec2.MachineImage.latestAmazonLinux2023({ cpuType });
}
