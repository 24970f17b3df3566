/** What a permitted call says about who calls whom: `hard`, the caller waits for the answer; `soft`, what it reads waits for it. */
export interface ServiceActions {
  readonly hard: readonly string[];
  readonly soft?: readonly string[];
}

/**
 * Calls of the data plane, by the prefix that permissions give a service. Calls that make, change or describe a thing are
 * left out: who may do that need not use it.
 *
 * @see https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html
 */
export const DATA_ACTIONS: Readonly<Record<string, ServiceActions>> = {
  appsync: { hard: ['GraphQL', 'EventPublish'] },
  aoss: { hard: ['APIAccessAll'] },
  cassandra: { hard: ['Select', 'Modify'] },
  dax: {
    hard: [
      'GetItem',
      'PutItem',
      'UpdateItem',
      'DeleteItem',
      'Query',
      'Scan',
      'BatchGetItem',
      'BatchWriteItem',
      'ConditionCheckItem',
    ],
  },
  dsql: { hard: ['DbConnect', 'DbConnectAdmin'] },
  dynamodb: {
    hard: [
      ...['GetItem', 'PutItem', 'UpdateItem', 'DeleteItem', 'Query', 'Scan', 'BatchGetItem', 'BatchWriteItem'],
      ...['ConditionCheckItem', 'PartiQLSelect', 'PartiQLInsert', 'PartiQLUpdate', 'PartiQLDelete'],
    ],
    soft: ['GetRecords', 'GetShardIterator'],
  },
  elasticache: { hard: ['Connect'] },
  elasticfilesystem: { hard: ['ClientMount', 'ClientWrite', 'ClientRootAccess'] },
  es: { hard: ['ESHttpGet', 'ESHttpPost', 'ESHttpPut', 'ESHttpDelete', 'ESHttpHead', 'ESHttpPatch'] },
  events: { hard: ['PutEvents'] },
  firehose: { hard: ['PutRecord', 'PutRecordBatch'] },
  'kafka-cluster': { hard: ['WriteData', 'WriteDataIdempotently'], soft: ['ReadData'] },
  kinesis: { hard: ['PutRecord', 'PutRecords'], soft: ['GetRecords', 'GetShardIterator', 'SubscribeToShard'] },
  kms: { hard: ['Decrypt', 'GenerateDataKey', 'GenerateDataKeyWithoutPlaintext', 'GenerateMac', 'Sign'] },
  lambda: { hard: ['InvokeFunction', 'InvokeFunctionUrl'] },
  memorydb: { hard: ['Connect'] },
  'neptune-db': { hard: ['connect', 'ReadDataViaQuery', 'WriteDataViaQuery', 'DeleteDataViaQuery'] },
  'rds-data': { hard: ['ExecuteStatement', 'BatchExecuteStatement', 'BeginTransaction'] },
  'rds-db': { hard: ['connect'] },
  'redshift-data': { hard: ['ExecuteStatement', 'BatchExecuteStatement'] },
  s3: { hard: ['GetObject', 'PutObject', 'DeleteObject', 'GetObjectVersion'] },
  s3express: { hard: ['CreateSession'] },
  secretsmanager: { hard: ['GetSecretValue', 'BatchGetSecretValue'] },
  sns: { hard: ['Publish'] },
  sqs: { hard: ['SendMessage'], soft: ['ReceiveMessage', 'DeleteMessage'] },
  ssm: { hard: ['GetParameter', 'GetParameters', 'GetParametersByPath'] },
  states: { hard: ['StartExecution', 'StartSyncExecution'] },
  timestream: { hard: ['Select', 'WriteRecords'] },
};

/** Calls that move traffic or make a copy the original: what makes them is part of a failover. */
export const MOVING_ACTIONS: readonly string[] = [
  'arc-region-switch:StartPlanExecution',
  'elasticache:FailoverGlobalReplicationGroup',
  'globalaccelerator:UpdateEndpointGroup',
  'rds:FailoverGlobalCluster',
  'rds:PromoteReadReplica',
  'rds:PromoteReadReplicaDBCluster',
  'rds:RemoveFromGlobalCluster',
  'rds:SwitchoverGlobalCluster',
  'route53-recovery-cluster:UpdateRoutingControlState',
  'route53:ChangeResourceRecordSets',
];
