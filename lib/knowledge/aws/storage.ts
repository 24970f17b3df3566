import type { Facts, FactTable } from '../fact';
import { checked } from './checked';
import { reference } from './reference';

const fsx = 'https://docs.aws.amazon.com/fsx/latest/ONTAPGuide/high-availability-AZ.html';

const multiAz: Partial<Facts> = { locality: 'zones', units: { count: 2, spread: 'distinct-zones' } };

const regional = (noun: string, source: string): Facts => ({ noun, role: 'store', locality: 'region', source, checked });

/** Another name for a store, or a part of it: who uses the door uses the store. */
const door = (noun: string, store: string, source: string): Facts => ({
  noun,
  role: 'configuration',
  locality: 'none',
  needs: [{ path: store, kind: 'hard', because: 'it is a door to the store' }],
  carries: [store],
  inert: true,
  source,
  checked,
});

/** Buckets and file systems. */
export const storage: FactTable = {
  'AWS::S3::Bucket': {
    noun: 'S3 bucket',
    role: 'store',
    locality: 'region',
    names: ['BucketName'],
    standbys: ['ReplicationConfiguration.Rules[].Destination.Bucket'],
    keepsData: true,
    dataAges: [
      {
        origin: 'copy',
        when: { 'ReplicationConfiguration.Rules[].Destination.ReplicationTime.Status': 'Enabled' },
        seconds: 900,
        because: 'replication with a time limit',
      },
      { origin: 'copy', because: 'replication without a time limit' },
    ],
    copyIsWritable: true,
    needs: [{ path: 'LoggingConfiguration.DestinationBucketName', kind: 'control', because: 'it writes its logs there' }],
    source: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/DataDurability.html',
    checked,
  },
  'AWS::EFS::FileSystem': {
    noun: 'EFS file system',
    role: 'store',
    locality: 'region',
    keepsData: true,
    dataAges: [{ origin: 'copy', seconds: 900, because: 'replication follows within 15 minutes' }],
    standbys: ['ReplicationConfiguration.Destinations[].FileSystemId'],
    legs: { type: 'AWS::EFS::MountTarget', owner: 'FileSystemId' },
    recovery: { kind: 'none' },
    cases: [
      {
        when: { AvailabilityZoneName: 'present' },
        facts: {
          noun: 'EFS One Zone file system',
          fix: 'leave AvailabilityZoneName out, so that the file system spans the region',
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
    apart: { subnets: ['SubnetId'], among: 'FileSystemId' },
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
  // Without Multi-AZ everything stands in one zone; a pair of servers survives the loss of one of them there.
  'AWS::FSx::FileSystem': {
    noun: 'FSx file system',
    role: 'store',
    locality: 'zone',
    units: { count: 'many', spread: 'one-place' },
    placement: { subnets: ['SubnetIds[]'] },
    securityGroups: ['SecurityGroupIds[]'],
    recovery: { kind: 'none' },
    cases: [
      {
        when: { 'OntapConfiguration.DeploymentType': ['MULTI_AZ_1', 'MULTI_AZ_2'] },
        facts: { ...multiAz, recovery: { kind: 'failover', seconds: [60, 60] } },
      },
      {
        when: { 'WindowsConfiguration.DeploymentType': 'MULTI_AZ_1' },
        facts: { ...multiAz, recovery: { kind: 'failover', seconds: [30, 60] } },
      },
      {
        when: { 'OpenZFSConfiguration.DeploymentType': 'MULTI_AZ_1' },
        facts: { ...multiAz, recovery: { kind: 'failover', seconds: [60, 60] } },
      },
      { when: { 'OntapConfiguration.DeploymentType': ['SINGLE_AZ_1', 'SINGLE_AZ_2'] }, facts: {} },
      { when: { 'OpenZFSConfiguration.DeploymentType': ['SINGLE_AZ_HA_1', 'SINGLE_AZ_HA_2'] }, facts: {} },
      { when: { WindowsConfiguration: 'present' }, facts: { units: { count: 1 } } },
      { when: { OpenZFSConfiguration: 'present' }, facts: { units: { count: 1 } } },
    ],
    fix: 'choose a Multi-AZ deployment type; Lustre has none, so keep the truth in S3 there',
    source: fsx,
    checked,
  },
  'AWS::FSx::FileCache': {
    noun: 'file cache',
    role: 'cache',
    locality: 'zone',
    units: { count: 'many', spread: 'one-place' },
    placement: { subnets: ['SubnetIds[]'] },
    securityGroups: ['SecurityGroupIds[]'],
    recovery: { kind: 'none' },
    source: 'https://docs.aws.amazon.com/fsx/latest/FileCacheGuide/what-is.html',
    checked,
  },
  'AWS::FSx::StorageVirtualMachine': door('storage virtual machine', 'FileSystemId', reference('fsx-storagevirtualmachine')),
  'AWS::FSx::Volume': {
    ...door('FSx volume', 'OntapConfiguration.StorageVirtualMachineId', reference('fsx-volume')),
    cases: [
      {
        when: { VolumeType: 'OPENZFS' },
        facts: {
          needs: [{ path: 'OpenZFSConfiguration.ParentVolumeId', kind: 'hard', because: 'it lives there' }],
          carries: ['OpenZFSConfiguration.ParentVolumeId'],
        },
      },
    ],
  },
  'AWS::S3::AccessPoint': door('access point', 'Bucket', reference('s3-accesspoint')),
  'AWS::S3ObjectLambda::AccessPoint': door(
    'Object Lambda access point',
    'ObjectLambdaConfiguration.SupportingAccessPoint',
    reference('s3objectlambda-accesspoint'),
  ),
  // Answers from the nearest bucket of several regions; every one of them is regional.
  'AWS::S3::MultiRegionAccessPoint': {
    noun: 'multi-Region access point',
    role: 'configuration',
    locality: 'global',
    carries: ['Regions[].Bucket'],
    inert: true,
    source: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/MultiRegionAccessPoints.html',
    checked,
  },
  'AWS::S3Express::DirectoryBucket': {
    noun: 'directory bucket',
    role: 'store',
    locality: 'zone',
    units: { count: 'many', spread: 'one-place' },
    placement: { zones: ['LocationName'] },
    recovery: { kind: 'none' },
    fix: 'keep the truth in a bucket of the region, and only what can be made again here',
    source: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/s3-express-one-zone.html',
    checked,
  },
  'AWS::S3Express::AccessPoint': door('access point', 'Bucket', reference('s3express-accesspoint')),
  'AWS::S3Outposts::Bucket': {
    noun: 'Outposts bucket',
    role: 'store',
    locality: 'site',
    units: { count: 1 },
    recovery: { kind: 'none' },
    source: reference('s3outposts-bucket'),
    checked,
  },
  'AWS::S3Tables::TableBucket': regional('table bucket', reference('s3tables-tablebucket')),
  'AWS::S3Vectors::VectorBucket': regional('vector bucket', reference('s3vectors-vectorbucket')),
};
