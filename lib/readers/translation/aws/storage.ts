import { block, blocks, type DetailTable, document, list, text } from '../mapping';

const fileSystem = (configuration: string) => ({
  subnet_ids: list('SubnetIds'),
  security_group_ids: list('SecurityGroupIds'),
  deployment_type: `${configuration}.DeploymentType`,
});

/** Those that run in two zones say in which one they prefer to be, and which routes lead to the other. */
const twoZones = (configuration: string) => ({
  ...fileSystem(configuration),
  preferred_subnet_id: `${configuration}.PreferredSubnetId`,
});
const routed = (configuration: string) => ({
  ...twoZones(configuration),
  route_table_ids: list(`${configuration}.RouteTableIds`),
});

/** File systems, messaging, secrets. */
export const storage: DetailTable = {
  aws_efs_file_system: { properties: { availability_zone_name: 'AvailabilityZoneName' } },
  aws_efs_mount_target: {
    properties: { subnet_id: 'SubnetId', file_system_id: 'FileSystemId', security_groups: list('SecurityGroups') },
  },
  aws_efs_access_point: { properties: { file_system_id: 'FileSystemId' } },
  aws_fsx_windows_file_system: {
    properties: twoZones('WindowsConfiguration'),
    defaults: { WindowsConfiguration: { DeploymentType: 'SINGLE_AZ_1' } },
  },
  aws_fsx_ontap_file_system: { properties: routed('OntapConfiguration') },
  aws_fsx_openzfs_file_system: { properties: routed('OpenZFSConfiguration') },
  aws_fsx_lustre_file_system: {
    properties: fileSystem('LustreConfiguration'),
    defaults: { LustreConfiguration: { DeploymentType: 'SCRATCH_1' } },
  },
  aws_fsx_ontap_volume: { properties: { storage_virtual_machine_id: 'OntapConfiguration.StorageVirtualMachineId' } },
  aws_fsx_openzfs_volume: { properties: { parent_volume_id: 'OpenZFSConfiguration.ParentVolumeId' } },
  aws_s3_bucket: { properties: { bucket: 'BucketName' } },
  aws_s3_bucket_lifecycle_configuration: {
    properties: {
      bucket: 'Bucket',
      rule: blocks('Rules', { status: 'Status', transition: blocks('Transitions', { storage_class: 'StorageClass' }) }),
    },
    additions: [{ of: 'Bucket', to: 'LifecycleConfiguration', entry: ({ Rules = [] }) => ({ Rules }) }],
  },
  aws_s3_directory_bucket: { properties: { location: block('', { name: 'LocationName' }) } },
  aws_s3control_multi_region_access_point: {
    properties: { details: block('', { name: 'Name', region: blocks('Regions', { bucket: 'Bucket' }) }) },
  },
  aws_sqs_queue: { properties: { name: 'QueueName', redrive_policy: document('RedrivePolicy') } },
  aws_sqs_queue_redrive_policy: {
    properties: { redrive_policy: document('RedrivePolicy') },
    additions: [{ of: 'QueueUrl', to: 'RedrivePolicy', entry: ({ RedrivePolicy }) => RedrivePolicy }],
  },
  aws_sns_topic: { properties: { name: 'TopicName' } },
  aws_sns_topic_subscription: {
    properties: {
      topic_arn: 'TopicArn',
      topic: 'TopicArn',
      endpoint: 'Endpoint',
      protocol: 'Protocol',
      redrive_policy: document('RedrivePolicy'),
    },
  },
  aws_kinesis_firehose_delivery_stream: {
    properties: {
      name: 'DeliveryStreamName',
      kinesis_source_configuration: block('KinesisStreamSourceConfiguration', { kinesis_stream_arn: 'KinesisStreamARN' }),
      opensearch_configuration: block('AmazonopensearchserviceDestinationConfiguration', { domain_arn: 'DomainARN' }),
      elasticsearch_configuration: block('ElasticsearchDestinationConfiguration', { domain_arn: 'DomainARN' }),
      redshift_configuration: block('RedshiftDestinationConfiguration', { cluster_jdbcurl: text('ClusterJDBCURL') }),
    },
  },
  aws_sfn_state_machine: { properties: { definition: document('DefinitionString') } },
  aws_mq_broker: {
    properties: { deployment_mode: 'DeploymentMode', subnet_ids: list('SubnetIds'), security_groups: list('SecurityGroups') },
    defaults: { DeploymentMode: 'SINGLE_INSTANCE' },
  },
  aws_secretsmanager_secret: { properties: { replica: 'ReplicaRegions' } },
  aws_secretsmanager_secret_version: {
    properties: { secret_id: 'SecretId', secret_string: text('SecretString') },
    additions: [{ of: 'SecretId', to: 'SecretString', entry: ({ SecretString }) => SecretString }],
  },
  aws_ssm_parameter: { properties: { value: text('Value'), insecure_value: text('Value') } },
};
