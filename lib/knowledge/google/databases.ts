import type { FactTable } from '../fact';
import { checked, cloud, inert, regional } from './row';

/** On or off: how many are kept is said elsewhere. Nobody copies a replica. */
const sqlBackup = { retentionDays: 'settings.backup_configuration.enabled', absent: 0 } as const;

const spannerOfSeveralRegions = [
  ...['asia1', 'eur3', 'eur5', 'eur6', 'eur7', 'nam3', 'nam6', 'nam7', 'nam8', 'nam9', 'nam10', 'nam11', 'nam12', 'nam13'],
  ...['nam14', 'nam15', 'nam16', 'nam-eur-asia1', 'nam-eur-asia3'],
];

const twoZones = { count: 2, spread: 'distinct-zones' } as const;

/** Databases and caches. */
export const databases: FactTable = {
  google_sql_database_instance: {
    noun: 'Cloud SQL instance',
    role: 'store',
    locality: 'zone',
    units: { count: 1 },
    placement: { zones: ['settings.location_preference.zone'] },
    recovery: { kind: 'none' },
    fix: 'set availability_type to REGIONAL, with backups and point-in-time recovery',
    source: `${cloud}sql/docs/postgres/high-availability`,
    checked,
    cases: [
      {
        when: { master_instance_name: 'present', 'settings.availability_type': 'REGIONAL' },
        facts: { role: 'replication', units: twoZones, placement: {} },
      },
      { when: { master_instance_name: 'present' }, facts: { role: 'replication' } },
      {
        when: { 'settings.availability_type': 'REGIONAL' },
        facts: {
          locality: 'zones',
          units: twoZones,
          placement: {},
          recovery: { kind: 'failover', seconds: [60, 120] },
          backup: sqlBackup,
        },
      },
      { when: { master_instance_name: 'absent' }, facts: { backup: sqlBackup } },
    ],
  },
  google_sql_database: inert('database'),
  google_sql_user: inert('database user', 'identity'),
  google_sql_ssl_cert: inert('database certificate'),
  google_alloydb_cluster: regional('AlloyDB cluster', 'store', 'alloydb/docs/high-availability', { madeOfMembers: true }),
  google_alloydb_instance: {
    noun: 'AlloyDB instance',
    role: 'member',
    locality: 'zones',
    units: twoZones,
    recovery: { kind: 'failover', seconds: [60, 120] },
    source: `${cloud}alloydb/docs/high-availability`,
    checked,
    cases: [
      // Nodes that only read never take over from the primary.
      {
        when: { instance_type: 'READ_POOL' },
        facts: {
          noun: 'AlloyDB read pool',
          role: 'store',
          repeatsSource: true,
          standbys: ['cluster'],
          units: { count: { min: 'read_pool_config.node_count', absent: 1 } },
        },
      },
      { when: { availability_type: 'ZONAL' }, facts: { memberOf: 'cluster', units: { count: 1 }, recovery: { kind: 'none' } } },
      { when: {}, facts: { memberOf: 'cluster' } },
    ],
    fix: 'leave availability_type at REGIONAL, which keeps a standby in another zone',
  },
  google_redis_instance: {
    noun: 'Redis instance',
    role: 'cache',
    locality: 'zone',
    units: { count: 1 },
    placement: { zones: ['location_id'] },
    recovery: { kind: 'self-healing', seconds: [60, 600] },
    fix: 'set tier to STANDARD_HA',
    source: `${cloud}memorystore/docs/redis/high-availability-for-memorystore-for-redis`,
    checked,
    cases: [
      {
        when: { tier: 'STANDARD_HA' },
        facts: { units: twoZones, placement: {}, recovery: { kind: 'failover', seconds: [10, 60] } },
      },
    ],
  },
  google_redis_cluster: {
    noun: 'Redis cluster',
    role: 'cache',
    locality: 'zones',
    units: { count: { min: 'replica_count', absent: 0, plus: 1 }, spread: 'distinct-zones' },
    recovery: { kind: 'failover', seconds: [10, 60] },
    fix: 'set replica_count to at least 1, and spread the cluster over zones (MULTI_ZONE)',
    source: `${cloud}memorystore/docs/cluster/ha-and-replicas`,
    checked,
    cases: [
      {
        when: { 'zone_distribution_config.mode': 'SINGLE_ZONE' },
        facts: {
          units: { count: { min: 'replica_count', absent: 0, plus: 1 }, spread: 'one-place' },
          placement: { zones: ['zone_distribution_config.zone'] },
        },
      },
    ],
  },
  google_memcache_instance: {
    noun: 'Memcached instance',
    role: 'cache',
    locality: 'zones',
    units: { count: { min: 'node_count', absent: 1 } },
    placement: { zones: ['zones[]'] },
    recovery: { kind: 'self-healing', seconds: [60, 600] },
    fix: 'run at least 2 nodes over at least 2 zones',
    source: `${cloud}memorystore/docs/memcached/memcached-overview`,
    checked,
  },
  google_spanner_instance: {
    ...regional('Spanner instance', 'store', 'spanner/docs/instance-configurations'),
    // What an instance of several regions holds outlives any of them.
    cases: [{ when: { config: spannerOfSeveralRegions }, facts: { locality: 'global' } }],
  },
  google_spanner_database: inert('Spanner database'),
  google_firestore_database: regional('Firestore database', 'store', 'firestore/docs/locations'),
  google_bigtable_instance: {
    noun: 'Bigtable instance',
    role: 'store',
    locality: 'zones',
    units: { count: 'many' },
    placement: { zones: ['cluster[].zone'] },
    recovery: { kind: 'none' },
    fix: 'add a cluster in another zone, and route to any of them',
    source: `${cloud}bigtable/docs/replication-overview`,
    checked,
    // Which zones they stand in is not said.
    cases: [{ when: { 'cluster[].zone': 'absent' }, facts: { units: { count: { min: 'cluster_count', absent: 1 } } } }],
  },
  google_bigtable_app_profile: {
    ...inert('app profile'),
    cases: [
      {
        when: { single_cluster_routing: 'present' },
        facts: {
          noun: 'app profile with single-cluster routing',
          role: 'store',
          locality: 'zone',
          inert: false,
          units: { count: 'many', spread: 'one-place' },
          placement: { zones: ['instance->cluster[].zone'] },
          needs: [{ path: 'instance', kind: 'hard', because: 'it leads to a cluster of the instance' }],
          recovery: { kind: 'none' },
          fix: 'route to any cluster (multi_cluster_routing_use_any)',
          source: `${cloud}bigtable/docs/app-profiles`,
        },
      },
    ],
  },
  google_bigtable_table: inert('table'),
};
