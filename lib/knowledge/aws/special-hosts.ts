import type { FactTable } from '../fact';
import { checked } from './checked';
import { reference } from './reference';

/** Games, media, mainframes, OpsWorks, and places outside the region. */
export const specialHosts: FactTable = {
  'AWS::GameLift::Fleet': {
    noun: 'game server fleet',
    role: 'compute',
    locality: 'many-regions',
    units: { count: { desired: 'DesiredEC2Instances', min: 'MinSize', absent: 1 } },
    recovery: { kind: 'self-healing', seconds: [120, 600] },
    cases: [
      {
        when: { 'Locations[].LocationCapacity': 'present' },
        facts: {
          units: {
            count: {
              desired: 'Locations[].LocationCapacity.DesiredEC2Instances',
              min: 'Locations[].LocationCapacity.MinSize',
              absent: 1,
            },
          },
        },
      },
      {
        when: { ComputeType: 'ANYWHERE' },
        facts: {
          doubt: {
            because: 'its hosts are registered from outside',
            tell: 'nospof.yaml: facts: { "AWS::GameLift::Fleet": { units: 2 } } with the number of hosts, or use managed hosts',
          },
        },
      },
    ],
    fix: 'set the least number of instances to at least 2, in at least 2 locations where players can wait for neither',
    source: reference('gamelift-fleet'),
    checked,
  },
  'AWS::GameLift::GameServerGroup': {
    noun: 'game server group',
    role: 'compute',
    locality: 'zones',
    units: { count: { min: 'MinSize', absent: 1 } },
    placement: { subnets: ['VpcSubnets[]'] },
    recovery: { kind: 'self-healing', seconds: [120, 600] },
    templates: ['LaunchTemplate.LaunchTemplateId', 'LaunchTemplate.LaunchTemplateName'],
    usesEgress: true,
    source: reference('gamelift-gameservergroup'),
    checked,
  },
  'AWS::M2::Environment': {
    noun: 'mainframe environment',
    role: 'compute',
    locality: 'zones',
    units: { count: { desired: 'HighAvailabilityConfig.DesiredCapacity', absent: 1 } },
    placement: { subnets: ['SubnetIds[]'] },
    securityGroups: ['SecurityGroupIds[]'],
    recovery: { kind: 'self-healing', seconds: [120, 900] },
    fix: 'set DesiredCapacity to at least 2, with subnets in at least 2 zones',
    source: reference('m2-environment'),
    checked,
  },
  // Two pipelines in two zones, or one.
  'AWS::MediaLive::Channel': {
    noun: 'live channel',
    role: 'compute',
    locality: 'zones',
    units: { count: 2, spread: 'distinct-zones' },
    placement: { subnets: ['Vpc.SubnetIds[]'] },
    recovery: { kind: 'failover' },
    cases: [{ when: { ChannelClass: 'SINGLE_PIPELINE' }, facts: { units: { count: 1 }, recovery: { kind: 'none' } } }],
    fix: 'set ChannelClass to STANDARD, with two inputs',
    source: 'https://docs.aws.amazon.com/medialive/latest/ug/plan-redundancy-mode.html',
    checked,
  },
  'AWS::OpsWorks::ElasticLoadBalancerAttachment': {
    noun: 'load balancer attachment',
    role: 'configuration',
    locality: 'none',
    hosts: { cluster: 'ElasticLoadBalancerName', hosts: ['LayerId'] },
    inert: true,
    source: reference('opsworks-elasticloadbalancerattachment'),
    checked,
  },
  'AWS::OpsWorks::Instance': {
    noun: 'OpsWorks instance',
    role: 'compute',
    locality: 'zone',
    units: { count: 1 },
    placement: { subnets: ['SubnetId', 'StackId->DefaultSubnetId'], zones: ['AvailabilityZone'] },
    recovery: { kind: 'none' },
    joins: ['LayerIds[]'],
    usesEgress: true,
    // Started only at certain hours or under load: not part of what always serves.
    cases: [{ when: { AutoScalingType: ['load', 'timer'] }, facts: { role: 'operations', inert: true, usesEgress: false } }],
    source: reference('opsworks-instance'),
    checked,
  },
  'AWS::OpsWorks::Layer': {
    noun: 'OpsWorks layer',
    role: 'cluster',
    locality: 'region',
    source: reference('opsworks-layer'),
    checked,
  },
  'AWS::OpsWorksCM::Server': {
    noun: 'configuration management server',
    role: 'compute',
    locality: 'zone',
    units: { count: 1 },
    placement: { subnets: ['SubnetIds[]'] },
    recovery: { kind: 'none' },
    offers: 'admin',
    source: reference('opsworkscm-server'),
    checked,
  },
  // A VMware environment stands in one zone.
  'AWS::EVS::Environment': {
    noun: 'VMware environment',
    role: 'compute',
    locality: 'zone',
    units: { count: 'many', spread: 'one-place' },
    placement: { subnets: ['ServiceAccessSubnetId'] },
    recovery: { kind: 'none' },
    fix: 'run a second environment in another zone, and replicate to it',
    source: reference('evs-environment'),
    checked,
  },
  'AWS::ODB::CloudExadataInfrastructure': {
    noun: 'Exadata infrastructure',
    role: 'store',
    locality: 'zone',
    units: { count: 'many', spread: 'one-place' },
    placement: { zones: ['AvailabilityZone', 'AvailabilityZoneId'] },
    recovery: { kind: 'none' },
    fix: 'keep a standby in another zone or region by Data Guard',
    source: reference('odb-cloudexadatainfrastructure'),
    checked,
  },
  'AWS::CloudHSM::Cluster': {
    noun: 'HSM cluster',
    role: 'store',
    locality: 'zones',
    placement: { subnets: ['SubnetIds[]'] },
    doubt: {
      because: 'no property says how many modules the cluster has',
      tell: 'nospof.yaml: facts: { "AWS::CloudHSM::Cluster": { units: 2, spread: distinct-zones } } where 2 modules stand in 2 zones',
    },
    source: reference('cloudhsm-cluster'),
    checked,
  },
};
