import type { FactTable } from '../fact';

const checked = '2026-11-22';
const fsx = 'https://docs.aws.amazon.com/fsx/latest/ONTAPGuide/high-availability-AZ.html';

/** Buckets and file systems. */
export const storage: FactTable = {
  'AWS::S3::Bucket': {
    noun: 'S3 bucket',
    role: 'store',
    locality: 'region',
    source: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/DataDurability.html',
    checked,
  },
  'AWS::EFS::FileSystem': {
    noun: 'EFS file system',
    role: 'store',
    locality: 'region',
    legs: { type: 'AWS::EFS::MountTarget', owner: 'FileSystemId' },
    recovery: { kind: 'none' },
    cases: [
      {
        when: { AvailabilityZoneName: 'present' },
        facts: {
          noun: 'EFS One Zone file system',
          locality: 'zone',
          units: { count: 'many' },
          placement: { zones: ['AvailabilityZoneName'] },
        },
      },
    ],
    source: 'https://docs.aws.amazon.com/efs/latest/ug/disaster-recovery-resiliency.html',
    checked,
  },
  'AWS::EFS::MountTarget': {
    noun: 'mount target',
    role: 'mount',
    locality: 'zone',
    units: { count: 'many' },
    placement: { subnets: ['SubnetId'] },
    joins: ['FileSystemId'],
    securityGroups: ['SecurityGroups[]'],
    recovery: { kind: 'none' },
    source: 'https://docs.aws.amazon.com/efs/latest/ug/how-it-works.html',
    checked,
  },
  'AWS::EFS::AccessPoint': {
    noun: 'EFS access point',
    role: 'store',
    locality: 'region',
    needs: [{ path: 'FileSystemId', kind: 'hard', because: 'it is a door to the file system' }],
    source: 'https://docs.aws.amazon.com/efs/latest/ug/efs-access-points.html',
    checked,
  },
  'AWS::FSx::FileSystem': {
    noun: 'FSx file system',
    role: 'store',
    locality: 'zone',
    units: { count: 'many' },
    placement: { subnets: ['SubnetIds[]'] },
    securityGroups: ['SecurityGroupIds[]'],
    recovery: { kind: 'none' },
    cases: [
      {
        when: { 'OntapConfiguration.DeploymentType': ['MULTI_AZ_1', 'MULTI_AZ_2'] },
        facts: { units: { count: 2, spread: 'distinct-zones' }, recovery: { kind: 'failover', seconds: [60, 60] } },
      },
      {
        when: { 'WindowsConfiguration.DeploymentType': 'MULTI_AZ_1' },
        facts: { units: { count: 2, spread: 'distinct-zones' }, recovery: { kind: 'failover', seconds: [30, 60] } },
      },
      {
        when: { 'OpenZFSConfiguration.DeploymentType': 'MULTI_AZ_1' },
        facts: { units: { count: 2, spread: 'distinct-zones' }, recovery: { kind: 'failover', seconds: [60, 60] } },
      },
      { when: { 'OntapConfiguration.DeploymentType': ['SINGLE_AZ_1', 'SINGLE_AZ_2'] }, facts: { units: { count: 'many' } } },
      {
        when: { 'OpenZFSConfiguration.DeploymentType': ['SINGLE_AZ_HA_1', 'SINGLE_AZ_HA_2'] },
        facts: { units: { count: 'many' } },
      },
      { when: { WindowsConfiguration: 'present' }, facts: { units: { count: 1 } } },
      { when: { OpenZFSConfiguration: 'present' }, facts: { units: { count: 1 } } },
    ],
    source: fsx,
    checked,
  },
};
