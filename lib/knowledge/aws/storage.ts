import type { Facts, FactTable, Unseen } from '../fact';
import { checked } from './checked';
import { reference } from './reference';
import { regionalStore } from './regional-store';

const fsx = 'https://docs.aws.amazon.com/fsx/latest/ONTAPGuide/high-availability-AZ.html';

/** What copies the volumes of ONTAP to another file system is set up inside of it. */
const snapMirror: Unseen = {
  because: 'whether SnapMirror copies its volumes to another region is said in no template',
  tell: 'accept the finding if it does, or give a backup plan that copies its backups there',
};

const multiAz: Partial<Facts> = { locality: 'zones', units: { count: 2, spread: 'distinct-zones' } };

/** A lifecycle rule moves objects to a class that keeps them in one zone; S3 chooses which. */
const oneZoneObjects: Partial<Facts> = {
  noun: 'S3 bucket with One Zone-IA objects',
  locality: 'zone',
  units: { count: 'many', spread: 'one-place' },
  recovery: { kind: 'none' },
  fix: 'let the lifecycle move objects to STANDARD_IA, and to ONEZONE_IA only what can be made again',
};

/** Its data is on single disks: what was on a server that fails is gone. */
const scratch: Partial<Facts> = { noun: 'FSx for Lustre scratch file system', units: { count: 1 } };

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
    standbys: ['ReplicationConfiguration.Rules[Status!=Disabled].Destination.Bucket'],
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
    cases: [
      {
        when: { 'LifecycleConfiguration.Rules[Status!=Disabled].Transitions[StorageClass=ONEZONE_IA].StorageClass': 'present' },
        facts: oneZoneObjects,
      },
      {
        when: { 'LifecycleConfiguration.Rules[Status!=Disabled].Transition.StorageClass': 'ONEZONE_IA' },
        facts: oneZoneObjects,
      },
    ],
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
    copiedInto: ['ReplicationConfiguration.Destinations[].Region'],
    recovery: { kind: 'none' },
    cases: [
      // Every zone reaches it through a leg of its own; that in one zone has a single one, there.
      { when: { AvailabilityZoneName: 'absent' }, facts: { legs: { type: 'AWS::EFS::MountTarget', owner: 'FileSystemId' } } },
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
        facts: { ...multiAz, copiesUnseen: snapMirror, recovery: { kind: 'failover', seconds: [60, 60] } },
      },
      {
        when: { 'WindowsConfiguration.DeploymentType': 'MULTI_AZ_1' },
        facts: { ...multiAz, recovery: { kind: 'failover', seconds: [30, 60] } },
      },
      {
        when: { 'OpenZFSConfiguration.DeploymentType': 'MULTI_AZ_1' },
        facts: { ...multiAz, recovery: { kind: 'failover', seconds: [60, 60] } },
      },
      { when: { 'OntapConfiguration.DeploymentType': ['SINGLE_AZ_1', 'SINGLE_AZ_2'] }, facts: { copiesUnseen: snapMirror } },
      { when: { 'OpenZFSConfiguration.DeploymentType': ['SINGLE_AZ_HA_1', 'SINGLE_AZ_HA_2'] }, facts: {} },
      { when: { WindowsConfiguration: 'present' }, facts: { units: { count: 1 } } },
      { when: { OpenZFSConfiguration: 'present' }, facts: { units: { count: 1 } } },
      { when: { FileSystemType: 'LUSTRE', 'LustreConfiguration.DeploymentType': 'absent' }, facts: scratch },
      { when: { 'LustreConfiguration.DeploymentType': ['SCRATCH_1', 'SCRATCH_2'] }, facts: scratch },
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
  // Answers from the nearest bucket of several regions, and from another one where that cannot be reached. What is
  // written through it is in one bucket only, unless the buckets are copied to each other.
  'AWS::S3::MultiRegionAccessPoint': {
    noun: 'multi-Region access point',
    role: 'store',
    locality: 'global',
    alternatives: { each: ['Regions[]'], targets: ['Bucket'], because: 'it answers from one of its buckets' },
    source: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/FailoverConfiguration.html',
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
    fix: 'replicate it to a bucket of the region or of another Outpost',
    source: reference('s3outposts-bucket'),
    checked,
  },
  'AWS::S3Tables::TableBucket': regionalStore('table bucket', reference('s3tables-tablebucket')),
  'AWS::S3Vectors::VectorBucket': regionalStore('vector bucket', reference('s3vectors-vectorbucket')),
};
