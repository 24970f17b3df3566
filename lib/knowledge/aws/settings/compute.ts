import type { SettingTable } from '../../setting';
import { atLeast, freeName, given, inBackupPlan, notOff, on, outlivesItsStack, zoneBySymbol } from './shorthand';

const balancerAttribute = (key: string) => `LoadBalancerAttributes[Key=${key}].Value`;

/** Machines, groups of them and what shares traffic between them. */
export const computeSettings: SettingTable = {
  'AWS::AutoScaling::AutoScalingGroup': [
    {
      kind: 'one-instance-type',
      path: 'MixedInstancesPolicy.LaunchTemplate.Overrides',
      good: { entries: 2 },
      absent: 'bad',
    },
    given('grace-period-missing', 'HealthCheckGracePeriod', { when: { HealthCheckType: 'ELB' } }),
    given('events-unheard', 'NotificationConfigurations'),
    { kind: 'launch-configuration-used', path: 'LaunchConfigurationName', good: 'absent', absent: 'good' },
    // Spot machines are bought only where the share on demand is given.
    on('rebalancing-off', 'CapacityRebalance', {
      when: { 'MixedInstancesPolicy.InstancesDistribution.OnDemandPercentageAboveBaseCapacity': 'present' },
    }),
    // 100 % on demand is what holds where nothing is said.
    {
      kind: 'spot-only',
      path: 'MixedInstancesPolicy.InstancesDistribution.OnDemandBaseCapacity',
      good: { atLeast: 1 },
      absent: 0,
      when: { 'MixedInstancesPolicy.InstancesDistribution.OnDemandPercentageAboveBaseCapacity': 0 },
    },
    freeName('AutoScalingGroupName'),
    zoneBySymbol('AvailabilityZones[]'),
  ],
  'AWS::AutoScaling::LaunchConfiguration': [notOff('monitoring-off', 'InstanceMonitoring')],
  'AWS::EC2::EC2Fleet': [
    {
      kind: 'spot-only',
      path: 'TargetCapacitySpecification.OnDemandTargetCapacity',
      good: { atLeast: 1 },
      absent: 0,
      when: { 'TargetCapacitySpecification.DefaultTargetCapacityType': 'spot' },
    },
  ],
  'AWS::EC2::Instance': [
    on('deletion-protection-off', 'DisableApiTermination'),
    on('monitoring-off', 'Monitoring'),
    zoneBySymbol('AvailabilityZone'),
  ],
  'AWS::EC2::LaunchTemplate': [on('monitoring-off', 'LaunchTemplateData.Monitoring.Enabled')],
  'AWS::EC2::Subnet': [zoneBySymbol('AvailabilityZone')],
  'AWS::EC2::Volume': [inBackupPlan(), zoneBySymbol('AvailabilityZone'), ...outlivesItsStack('bad')],
  'AWS::ElasticBeanstalk::Environment': [
    {
      kind: 'monitoring-off',
      path: 'OptionSettings[Namespace=aws:elasticbeanstalk:healthreporting:system,OptionName=SystemType].Value',
      good: { is: ['enhanced'] },
      absent: 'bad',
    },
    on(
      'minor-upgrades-off',
      'OptionSettings[Namespace=aws:elasticbeanstalk:managedactions,OptionName=ManagedActionsEnabled].Value',
    ),
  ],
  'AWS::ElasticLoadBalancing::LoadBalancer': [
    on('cross-zone-off', 'CrossZone'),
    on('draining-off', 'ConnectionDrainingPolicy.Enabled'),
    given('health-check-missing', 'HealthCheck'),
    freeName('LoadBalancerName'),
    zoneBySymbol('AvailabilityZones[]'),
  ],
  'AWS::ElasticLoadBalancingV2::LoadBalancer': [
    on('deletion-protection-off', balancerAttribute('deletion_protection.enabled')),
    on('cross-zone-off', balancerAttribute('load_balancing.cross_zone.enabled'), { when: { Type: ['network', 'gateway'] } }),
    {
      kind: 'listener-missing',
      orNamedBy: [{ type: 'AWS::ElasticLoadBalancingV2::Listener', path: 'LoadBalancerArn' }],
    },
    freeName('Name'),
  ],
  'AWS::ElasticLoadBalancingV2::TargetGroup': [
    {
      kind: 'cross-zone-off',
      path: 'TargetGroupAttributes[Key=load_balancing.cross_zone.enabled].Value',
      good: { not: [false] },
      absent: 'good',
    },
    given('health-check-missing', 'HealthCheckPath', { when: { Protocol: ['HTTP', 'HTTPS'] } }),
    atLeast('draining-off', 'TargetGroupAttributes[Key=deregistration_delay.timeout_seconds].Value', 1, 300),
    freeName('Name'),
  ],
};
