import type { SettingFact, SettingTable } from '../../setting';
import { atLeast, freeName, notOff, on, outlivesItsStack } from './shorthand';

const domain = (cluster: string): readonly SettingFact[] => [
  on('dedicated-masters-missing', `${cluster}.DedicatedMasterEnabled`),
  atLeast('dedicated-masters-missing', `${cluster}.DedicatedMasterCount`, 3, 0, {
    when: { [`${cluster}.DedicatedMasterEnabled`]: true },
  }),
  freeName('DomainName'),
  ...outlivesItsStack('bad'),
];

/** Search domains and caches. */
export const searchAndCacheSettings: SettingTable = {
  'AWS::Elasticsearch::Domain': domain('ElasticsearchClusterConfig'),
  'AWS::ElastiCache::CacheCluster': [
    notOff('minor-upgrades-off', 'AutoMinorVersionUpgrade'),
    atLeast('backups-short', 'SnapshotRetentionLimit', 1, 0, { when: { Engine: ['redis', 'valkey'] } }),
  ],
  'AWS::ElastiCache::ReplicationGroup': [
    notOff('minor-upgrades-off', 'AutoMinorVersionUpgrade'),
    atLeast('backups-short', 'SnapshotRetentionLimit', 1, 0),
    freeName('ReplicationGroupId'),
  ],
  'AWS::MemoryDB::Cluster': [
    notOff('minor-upgrades-off', 'AutoMinorVersionUpgrade'),
    atLeast('backups-short', 'SnapshotRetentionLimit', 1, 0),
    ...outlivesItsStack('bad'),
  ],
  'AWS::OpenSearchService::Domain': domain('ClusterConfig'),
};
