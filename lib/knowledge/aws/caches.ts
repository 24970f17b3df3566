import type { Facts, FactTable, TypeFacts, Units } from '../fact';
import { checked } from './checked';
import { reference } from './reference';
import { subnetGroup } from './subnet-group';

const elasticache = 'https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/AutoFailover.html';

/** Ways to say how many replicas a shard has: the first that is present counts. A shard is its primary and its replicas. */
const replicas: readonly { readonly given: string; readonly count: Exclude<Units['count'], 'many' | 'per-subnet' | number> }[] = [
  { given: 'ReplicasPerNodeGroup', count: { min: 'ReplicasPerNodeGroup', absent: 0, plus: 1 } },
  {
    given: 'NodeGroupConfiguration[].ReplicaCount',
    count: { min: 'NodeGroupConfiguration[].ReplicaCount', absent: 0, plus: 1 },
  },
  { given: 'NumCacheClusters', count: { min: 'NumCacheClusters', absent: 2 } },
];

const unsaidReplicas = {
  because: 'it gives NumNodeGroups and not how many replicas each of them has',
  tell: 'set ReplicasPerNodeGroup to at least 1',
};

/**
 * Automatic failover moves to a replica; Multi-AZ besides puts the replicas into other zones; without it nothing does.
 * Automatic failover is
 * refused without a second node, so two are there when no number is given and the group has one shard.
 */
const withFailover: NonNullable<TypeFacts['cases']> = [true, false].flatMap((multiAz) => {
  const setting = multiAz ? { AutomaticFailoverEnabled: true, MultiAZEnabled: true } : { AutomaticFailoverEnabled: true };
  const facts = (count: Units['count']): Partial<Facts> => ({
    units: { count, spread: multiAz ? 'distinct-zones' : 'unsaid' },
    recovery: { kind: 'failover', seconds: [10, 60] },
  });
  return [
    ...replicas.map(({ given, count }) => ({ when: { ...setting, [given]: 'present' }, facts: facts(count) })),
    { when: { ...setting, NumNodeGroups: [0, 1] }, facts: facts(2) },
    { when: { ...setting, NumNodeGroups: 'present' }, facts: { ...facts(2), doubt: unsaidReplicas } },
    { when: setting, facts: facts(2) },
  ];
});

/** Nothing to fail over to, whatever the settings say. */
const alone: NonNullable<TypeFacts['cases']> = [
  { when: { ReplicasPerNodeGroup: 0 }, facts: {} },
  {
    when: { ReplicasPerNodeGroup: 'absent', 'NodeGroupConfiguration[].ReplicaCount': 'absent', NumCacheClusters: [0, 1] },
    facts: {},
  },
];

const namedZones: Partial<Facts> = {
  units: { count: { min: 'NumCacheClusters', absent: 2 } },
  placement: { zones: ['PreferredCacheClusterAZs[]'] },
  recovery: { kind: 'failover', seconds: [10, 60] },
};

/** Memcached has no replicas: each node holds a share of the keys. */
const moreNodes = 'set AZMode to cross-az, with at least 2 nodes and subnets in as many zones';

/** Caches, and stores in memory. */
export const caches: FactTable = {
  'AWS::ElastiCache::ReplicationGroup': {
    noun: 'ElastiCache replication group',
    role: 'cache',
    locality: 'zones',
    units: { count: 1 },
    placement: {
      zones: [
        'PreferredCacheClusterAZs[]',
        'NodeGroupConfiguration[].PrimaryAvailabilityZone',
        'NodeGroupConfiguration[].ReplicaAvailabilityZones[]',
      ],
      subnets: ['CacheSubnetGroupName->SubnetIds[]'],
    },
    securityGroups: ['SecurityGroupIds[]'],
    names: ['ReplicationGroupId'],
    // A member of a global datastore in another region follows within about a second, is read there, and takes writes
    // once somebody has made it the first.
    copiesShare: 'GlobalReplicationGroupId',
    recovery: { kind: 'self-healing', seconds: [300, 900] },
    cases: [
      ...alone,
      // Zones that are named hold the nodes, whatever zones the subnets are in. Multi-AZ refuses to name one twice.
      {
        when: { AutomaticFailoverEnabled: true, MultiAZEnabled: false, PreferredCacheClusterAZs: 'present' },
        facts: namedZones,
      },
      {
        when: { AutomaticFailoverEnabled: true, MultiAZEnabled: 'absent', PreferredCacheClusterAZs: 'present' },
        facts: namedZones,
      },
      ...withFailover,
    ],
    source: elasticache,
    checked,
  },
  'AWS::ElastiCache::CacheCluster': {
    noun: 'cache cluster',
    role: 'cache',
    locality: 'zone',
    units: { count: 1 },
    placement: {
      zones: ['PreferredAvailabilityZone', 'PreferredAvailabilityZones[]'],
      subnets: ['CacheSubnetGroupName->SubnetIds[]'],
    },
    securityGroups: ['VpcSecurityGroupIds[]', 'CacheSecurityGroupNames[]'],
    recovery: { kind: 'self-healing', seconds: [300, 900] },
    cases: [
      {
        when: { Engine: 'memcached', AZMode: 'cross-az' },
        facts: { units: { count: { min: 'NumCacheNodes', absent: 1 }, spread: 'distinct-zones' }, fix: moreNodes },
      },
      {
        when: { Engine: 'memcached' },
        facts: { units: { count: { min: 'NumCacheNodes', absent: 1 }, spread: 'one-place' }, fix: moreNodes },
      },
    ],
    source: elasticache,
    checked,
  },
  'AWS::ElastiCache::ServerlessCache': {
    noun: 'serverless cache',
    role: 'cache',
    locality: 'zones',
    units: { count: 'per-subnet' },
    placement: { subnets: ['SubnetIds[]'] },
    securityGroups: ['SecurityGroupIds[]'],
    recovery: { kind: 'failover' },
    fix: 'give the cache subnets in at least 2 zones',
    source: reference('elasticache-serverlesscache'),
    checked,
  },
  'AWS::ElastiCache::GlobalReplicationGroup': {
    noun: 'global replication group',
    role: 'configuration',
    locality: 'many-regions',
    copiesOf: ['Members[].ReplicationGroupId'],
    inert: true,
    source: 'https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/Redis-Global-Datastore.html',
    checked,
  },
  'AWS::ElastiCache::SubnetGroup': subnetGroup('cache subnet group', elasticache),
  // Writes go to a log in several zones, so a node without a replica loses no data but has to be made again.
  'AWS::MemoryDB::Cluster': {
    noun: 'MemoryDB cluster',
    role: 'store',
    locality: 'zones',
    units: { count: { min: 'NumReplicasPerShard', absent: 1, plus: 1 }, spread: 'distinct-zones' },
    placement: { subnets: ['SubnetGroupName->SubnetIds[]'] },
    securityGroups: ['SecurityGroupIds[]'],
    recovery: { kind: 'failover', seconds: [10, 60] },
    // Every region of a multi-Region cluster takes writes of its own, and gets those of the others.
    copiesShare: 'MultiRegionClusterName',
    keepsData: true,
    cases: [
      { when: { NumReplicasPerShard: 0 }, facts: { recovery: { kind: 'self-healing', seconds: [300, 900] } } },
      {
        when: { MultiRegionClusterName: 'present' },
        facts: { dataAges: [{ origin: 'copy', seconds: 1, because: 'the other regions follow within about a second' }] },
      },
    ],
    fix: 'set NumReplicasPerShard to at least 1, with a subnet group over at least 2 zones',
    source: 'https://docs.aws.amazon.com/memorydb/latest/devguide/autofailover.html',
    checked,
  },
  'AWS::MemoryDB::MultiRegionCluster': {
    noun: 'multi-Region MemoryDB cluster',
    role: 'configuration',
    locality: 'many-regions',
    inert: true,
    source: 'https://docs.aws.amazon.com/memorydb/latest/devguide/multi-region.html',
    checked,
  },
  'AWS::MemoryDB::SubnetGroup': subnetGroup('MemoryDB subnet group', reference('memorydb-subnetgroup')),
  // A client can go to the table itself, more slowly.
  'AWS::DAX::Cluster': {
    noun: 'DAX cluster',
    role: 'cache',
    locality: 'zones',
    units: { count: { min: 'ReplicationFactor', absent: 1 } },
    placement: { zones: ['AvailabilityZones[]'], subnets: ['SubnetGroupName->SubnetIds[]'] },
    securityGroups: ['SecurityGroupIds[]'],
    recovery: { kind: 'failover', seconds: [10, 60] },
    cases: [
      { when: { ReplicationFactor: 1 }, facts: { recovery: { kind: 'self-healing', seconds: [300, 900] } } },
      { when: { AvailabilityZones: 'present' }, facts: { placement: { zones: ['AvailabilityZones[]'] } } },
    ],
    fix: 'set ReplicationFactor to at least 3, over 3 zones',
    source: reference('dax-cluster'),
    checked,
  },
  'AWS::DAX::SubnetGroup': subnetGroup('DAX subnet group', reference('dax-subnetgroup')),
};
