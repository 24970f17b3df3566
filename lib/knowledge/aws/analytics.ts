import type { FactTable } from '../fact';
import { checked } from './checked';
import { reference } from './reference';

const application = 'https://docs.aws.amazon.com/managed-flink/latest/java/disaster-recovery-resiliency.html';

/** Clusters and services that work through data. */
export const analytics: FactTable = {
  // Always in one zone, with one primary node or three of which two must live. Kept data belongs into S3.
  'AWS::EMR::Cluster': {
    noun: 'EMR cluster',
    role: 'compute',
    locality: 'zone',
    units: {
      count: { desired: 'Instances.MasterInstanceGroup.InstanceCount', absent: 1 },
      needed: 'majority',
      spread: 'one-place',
    },
    placement: {
      subnets: ['Instances.Ec2SubnetId', 'Instances.Ec2SubnetIds[]'],
      zones: ['Instances.Placement.AvailabilityZone'],
    },
    recovery: { kind: 'none' },
    securityGroups: ['Instances.EmrManagedMasterSecurityGroup', 'Instances.AdditionalMasterSecurityGroups[]'],
    usesEgress: true,
    cases: [
      // It ends when its steps are done: a job, which runs again elsewhere.
      {
        when: { 'Instances.KeepJobFlowAliveWhenNoSteps': false, Steps: 'present' },
        facts: { role: 'operations', inert: true, usesEgress: false },
      },
      // A fleet of primary nodes has one of either kind, or three on demand.
      {
        when: { 'Instances.MasterInstanceFleet.TargetOnDemandCapacity': 3 },
        facts: { units: { count: 3, needed: 'majority', spread: 'one-place' } },
      },
      { when: { 'Instances.MasterInstanceFleet': 'present' }, facts: { units: { count: 1 } } },
    ],
    fix: 'use 3 primary nodes, keep the data in S3, and be able to make the cluster again in another zone',
    source: 'https://docs.aws.amazon.com/emr/latest/ManagementGuide/emr-plan-ha.html',
    checked,
  },
  // A job runs in the one subnet of its connection, and without a connection wherever the service likes.
  'AWS::Glue::Job': {
    noun: 'Glue job',
    role: 'operations',
    locality: 'region',
    inert: true,
    cases: [
      {
        when: { 'Connections.Connections': 'present' },
        facts: {
          role: 'compute',
          locality: 'zone',
          inert: false,
          units: { count: 'many', spread: 'one-place' },
          placement: {
            subnets: ['Connections.Connections[]->ConnectionInput.PhysicalConnectionRequirements.SubnetId'],
            zones: ['Connections.Connections[]->ConnectionInput.PhysicalConnectionRequirements.AvailabilityZone'],
          },
          offers: 'auxiliary',
          recovery: { kind: 'none' },
          fix: 'be able to start it with a connection in another zone',
        },
      },
    ],
    source: 'https://docs.aws.amazon.com/glue/latest/dg/start-connecting.html',
    checked,
  },
  'AWS::EMRServerless::Application': {
    noun: 'EMR Serverless application',
    role: 'compute',
    locality: 'zones',
    units: { count: 'per-subnet' },
    placement: { subnets: ['NetworkConfiguration.SubnetIds[]'] },
    securityGroups: ['NetworkConfiguration.SecurityGroupIds[]'],
    recovery: { kind: 'self-healing' },
    offers: 'auxiliary',
    source: reference('emrserverless-application'),
    checked,
  },
  'AWS::KinesisAnalytics::Application': {
    noun: 'stream application',
    role: 'compute',
    locality: 'region',
    needs: [
      { path: 'Inputs[].KinesisStreamsInput.ResourceARN', kind: 'soft', because: 'records come from it' },
      { path: 'Inputs[].KinesisFirehoseInput.ResourceARN', kind: 'soft', because: 'records come from it' },
    ],
    source: reference('kinesisanalytics-application'),
    checked,
  },
  'AWS::KinesisAnalyticsV2::Application': {
    noun: 'stream application',
    role: 'compute',
    locality: 'zones',
    units: { count: 'per-subnet' },
    placement: { subnets: ['ApplicationConfiguration.VpcConfigurations[].SubnetIds[]'] },
    securityGroups: ['ApplicationConfiguration.VpcConfigurations[].SecurityGroupIds[]'],
    recovery: { kind: 'self-healing', seconds: [30, 300] },
    text: ['ApplicationConfiguration.EnvironmentProperties.PropertyGroups'],
    usesEgress: true,
    cases: [{ when: { 'ApplicationConfiguration.VpcConfigurations': 'absent' }, facts: { usesEgress: false } }],
    source: application,
    checked,
  },
  // The scheduler answers in one subnet.
  'AWS::PCS::Cluster': {
    noun: 'parallel computing cluster',
    role: 'cluster',
    locality: 'zone',
    units: { count: 'many', spread: 'one-place' },
    placement: { subnets: ['Networking.SubnetIds[]'] },
    recovery: { kind: 'none' },
    offers: 'auxiliary',
    source: reference('pcs-cluster'),
    checked,
  },
  'AWS::PCS::ComputeNodeGroup': {
    noun: 'compute node group',
    role: 'compute',
    locality: 'zones',
    units: { count: 'per-subnet' },
    placement: { subnets: ['SubnetIds[]'] },
    recovery: { kind: 'self-healing', seconds: [120, 600] },
    templates: ['CustomLaunchTemplate.TemplateId'],
    joins: ['ClusterId'],
    offers: 'auxiliary',
    source: reference('pcs-computenodegroup'),
    checked,
  },
};
