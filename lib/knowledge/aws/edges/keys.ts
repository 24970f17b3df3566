import type { EdgeTable } from '../../fact';
import type { Path } from '../../path';
import { needOf } from './need';

/** What is kept can be neither read nor written while its key cannot be used. */
const hard = needOf('hard');
const key = (path: Path, source: string) => hard(path, 'what it keeps is opened with this key', source);
const keyed = (path: Path, source: string) => ({ needs: [key(path, source)] });

const rds = 'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/Overview.Encryption.html';
const docdb = 'https://docs.aws.amazon.com/documentdb/latest/developerguide/encryption-at-rest.html';
const neptune = 'https://docs.aws.amazon.com/neptune/latest/userguide/encrypt.html';
const openSearch = 'https://docs.aws.amazon.com/opensearch-service/latest/developerguide/encryption-at-rest.html';
const fsx = 'https://docs.aws.amazon.com/fsx/latest/ONTAPGuide/encryption-at-rest.html';

/**
 * Keys of stores. A key is there in all zones of its region, so it matters where a region is lost and where somebody
 * switches it off; a disk needs its key when it is attached, which stands with what is needed to launch.
 */
export const keyEdges: EdgeTable = {
  'AWS::AmazonMQ::Broker': keyed(
    'EncryptionOptions.KmsKeyId',
    'https://docs.aws.amazon.com/amazon-mq/latest/developer-guide/data-protection.html',
  ),
  'AWS::Backup::BackupVault': keyed('EncryptionKeyArn', 'https://docs.aws.amazon.com/aws-backup/latest/devguide/encryption.html'),
  'AWS::DocDB::DBCluster': keyed('KmsKeyId', docdb),
  'AWS::DynamoDB::Table': keyed(
    'SSESpecification.KMSMasterKeyId',
    'https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/encryption.howitworks.html',
  ),
  'AWS::ECR::Repository': keyed(
    'EncryptionConfiguration.KmsKey',
    'https://docs.aws.amazon.com/AmazonECR/latest/userguide/encryption-at-rest.html',
  ),
  'AWS::EFS::FileSystem': keyed('KmsKeyId', 'https://docs.aws.amazon.com/efs/latest/ug/encryption-at-rest.html'),
  'AWS::ElastiCache::ReplicationGroup': keyed(
    'KmsKeyId',
    'https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/at-rest-encryption.html',
  ),
  'AWS::Elasticsearch::Domain': keyed('EncryptionAtRestOptions.KmsKeyId', openSearch),
  'AWS::FSx::FileSystem': keyed('KmsKeyId', fsx),
  'AWS::Kinesis::Stream': keyed('StreamEncryption.KeyId', 'https://docs.aws.amazon.com/streams/latest/dev/what-is-sse.html'),
  'AWS::KMS::Alias': {
    needs: [
      {
        path: 'TargetKeyId',
        kind: 'hard',
        because: 'it is a name of the key',
        source: 'https://docs.aws.amazon.com/kms/latest/developerguide/kms-alias.html',
      },
    ],
  },
  'AWS::Logs::LogGroup': keyed('KmsKeyId', 'https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/encrypt-log-data-kms.html'),
  'AWS::MSK::Cluster': keyed(
    'EncryptionInfo.EncryptionAtRest.DataVolumeKMSKeyId',
    'https://docs.aws.amazon.com/msk/latest/developerguide/msk-encryption.html',
  ),
  'AWS::MemoryDB::Cluster': keyed('KmsKeyId', 'https://docs.aws.amazon.com/memorydb/latest/devguide/at-rest-encryption.html'),
  'AWS::Neptune::DBCluster': keyed('KmsKeyId', neptune),
  'AWS::OpenSearchService::Domain': keyed('EncryptionAtRestOptions.KmsKeyId', openSearch),
  'AWS::RDS::DBCluster': keyed('KmsKeyId', rds),
  'AWS::RDS::DBInstance': keyed('KmsKeyId', rds),
  'AWS::Redshift::Cluster': keyed('KmsKeyId', 'https://docs.aws.amazon.com/redshift/latest/mgmt/working-with-db-encryption.html'),
  'AWS::S3::Bucket': keyed(
    'BucketEncryption.ServerSideEncryptionConfiguration[].ServerSideEncryptionByDefault.KMSMasterKeyID',
    'https://docs.aws.amazon.com/AmazonS3/latest/userguide/UsingKMSEncryption.html',
  ),
  'AWS::SNS::Topic': keyed('KmsMasterKeyId', 'https://docs.aws.amazon.com/sns/latest/dg/sns-server-side-encryption.html'),
  'AWS::SQS::Queue': keyed(
    'KmsMasterKeyId',
    'https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-server-side-encryption.html',
  ),
};
