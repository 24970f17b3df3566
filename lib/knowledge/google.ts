import type { Alternatives, Facts, FactTable, Need } from './fact';

const checked = '2026-11-22';
const cloud = 'https://cloud.google.com/';
const compute = `${cloud}compute/docs/`;

const inert = (noun: string, role: Facts['role'] = 'configuration', more: Partial<Facts> = {}): Facts => ({
  noun,
  role,
  locality: 'none',
  inert: true,
  source: `${cloud}docs/geography-and-regions`,
  checked,
  ...more,
});

const regional = (noun: string, role: Facts['role'], source: string, more: Partial<Facts> = {}): Facts => ({
  noun,
  role,
  locality: 'region',
  source: `${cloud}${source}`,
  checked,
  ...more,
});

/** Machines from a template, recreated where they fail. */
const group = (noun: string, more: Partial<Facts>): Facts => ({
  noun,
  role: 'compute',
  locality: 'zones',
  machines: true,
  units: { count: { desired: 'target_size', absent: 0 } },
  recovery: { kind: 'self-healing', seconds: [60, 300] },
  templates: ['version[].instance_template', 'instance_template'],
  joins: ['target_pools[]'],
  // Without a check of its own a group replaces machines that are gone, and keeps those that hang.
  health: {
    decider: { path: 'auto_healing_policies.health_check', noun: 'auto-healing check' },
    defaults: { interval: 5, unhealthyThreshold: 2 },
  },
  deployment: { minimumHealthyPercent: 'minimum_healthy_percent' },
  source: `${compute}instance-groups/autohealing-instances-in-migs`,
  checked,
  ...more,
});

/** A step of the way from the forwarding rule to the machines: it only passes on. */
const step = (noun: string, paths: readonly string[]): Facts => ({
  noun,
  role: 'configuration',
  locality: 'global',
  needs: paths.map((path) => ({ path, kind: 'hard', because: 'it passes requests on to it', outside: 'unproven' })),
  inert: true,
  source: `${cloud}load-balancing/docs/https`,
  checked,
});

const forwardingRule = (noun: string, locality: Facts['locality']): Facts => ({
  noun,
  role: 'balancer',
  locality,
  needs: [
    { path: 'target', kind: 'hard', because: 'the rule forwards to it', outside: 'unproven' },
    { path: 'backend_service', kind: 'hard', because: 'the rule forwards to it', outside: 'unproven' },
  ],
  // Who is sent to the address, by a record for instance, arrives at the rule.
  facedBy: ['ip_address'],
  source: `${cloud}load-balancing/docs/forwarding-rule-concepts`,
  checked,
});

const answers = (...paths: readonly string[]): readonly Need[] =>
  paths.map((path) => ({ path, kind: 'hard', because: 'the record leads to it', outside: 'unproven' }));

/** Answers whose health is looked at, so that any one suffices; so are a primary and what stands by for it. */
const checkedAnswers = (...each: readonly string[]): Alternatives => ({
  each: [
    ...each,
    'routing_policy.primary_backup.primary',
    'routing_policy.primary_backup.backup_geo[].health_checked_targets',
    'routing_policy.primary_backup.backup_geo[]',
  ],
  targets: ['external_endpoints[]', 'internal_load_balancers[].ip_address', 'rrdatas[]'],
  because: 'the record leads to whichever is healthy',
});

/** What a balancer chooses from. Health checks are resources of their own. */
const backends = (noun: string, locality: Facts['locality']): Facts => ({
  noun,
  role: 'pool',
  locality,
  members: ['backend[].group'],
  namesAllMembers: true,
  health: {
    protocol: 'health_checks[]->protocol',
    serviceProtocol: 'protocol',
    interval: 'health_checks[]->check_interval_sec',
    unhealthyThreshold: 'health_checks[]->unhealthy_threshold',
    defaults: { interval: 5, unhealthyThreshold: 2 },
  },
  source: `${cloud}load-balancing/docs/backend-service`,
  checked,
});

/** On or off: how many are kept is said elsewhere. Nobody copies a replica. */
const sqlBackup = { retentionDays: 'settings.backup_configuration.enabled', absent: 0 } as const;

/** The one control plane of a zonal cluster; its nodes go on until one of them must be replaced. */
const zonalCluster: Partial<Facts> = {
  noun: 'zonal GKE cluster',
  fix: 'make the cluster in a region: its control plane and its nodes then stand in several zones',
  locality: 'zone',
  units: { count: 'many' },
  placement: { zones: ['zone'] },
  recovery: { kind: 'none' },
};
const inThreeZones: Partial<Facts> = { ownHosts: true, units: { count: 'many', spread: 'distinct-zones' } };

const spannerOfSeveralRegions = [
  ...['asia1', 'eur3', 'eur5', 'eur6', 'eur7', 'nam3', 'nam6', 'nam7', 'nam8', 'nam9', 'nam10', 'nam11', 'nam12', 'nam13'],
  ...['nam14', 'nam15', 'nam16', 'nam-eur-asia1', 'nam-eur-asia3'],
];

const twoZones = { count: 2, spread: 'distinct-zones' } as const;
const run = (text: readonly string[]): Facts =>
  regional('Cloud Run service', 'compute', 'run/docs/zonal-redundancy', { text, recovery: { kind: 'self-healing' } });

/** Google Cloud, by Terraform's names. */
export const google: FactTable = {
  google_compute_instance: {
    noun: 'instance',
    role: 'compute',
    locality: 'zone',
    machines: true,
    units: { count: 1 },
    placement: { zones: ['zone'] },
    recovery: { kind: 'none' },
    text: ['metadata_startup_script', 'metadata'],
    needs: [
      { path: 'boot_disk.source', kind: 'hard', because: 'it starts from the disk' },
      { path: 'attached_disk[].source', kind: 'hard', because: 'the disk is attached to it' },
    ],
    facedBy: ['network_interface[].access_config[].nat_ip'],
    likeness: ['machine_type', 'boot_disk', 'metadata_startup_script', 'metadata'],
    fix: 'run it in a regional instance group of at least 2 instances behind a load balancer with a health check',
    source: `${compute}regions-zones`,
    checked,
  },
  google_compute_instance_template: {
    noun: 'instance template',
    role: 'template',
    locality: 'none',
    text: ['metadata_startup_script', 'metadata'],
    source: `${compute}instance-templates`,
    checked,
  },
  google_compute_instance_group: {
    noun: 'instance group',
    role: 'pool',
    locality: 'zone',
    members: ['instances[]'],
    source: `${compute}instance-groups/creating-groups-of-unmanaged-instances`,
    checked,
  },
  google_compute_instance_group_manager: group('zonal instance group', {
    placement: { zones: ['zone'] },
    fix: 'use a regional instance group of at least 2 instances over at least 2 zones',
  }),
  google_compute_region_instance_group_manager: {
    ...group('regional instance group', {
      placement: { zones: ['distribution_policy_zones[]'] },
      fix: 'run at least 2 instances (target_size, and the min_replicas of its autoscaler), evenly over at least 2 zones',
    }),
    source: `${compute}instance-groups/distributing-instances-with-regional-instance-groups`,
    cases: [
      {
        when: { distribution_policy_target_shape: 'ANY_SINGLE_ZONE' },
        facts: { units: { count: { desired: 'target_size', absent: 0 }, spread: 'one-place' } },
      },
      {
        when: { distribution_policy_zones: 'absent' },
        facts: { units: { count: { desired: 'target_size', absent: 0 }, spread: 'distinct-zones' }, placement: {} },
      },
    ],
  },
  google_compute_autoscaler: inert('autoscaler', 'operations', {
    scales: { target: 'target', floors: ['autoscaling_policy.min_replicas'] },
  }),
  google_compute_disk: {
    noun: 'zonal disk',
    role: 'store',
    locality: 'zone',
    units: { count: 'many' },
    placement: { zones: ['zone'] },
    recovery: { kind: 'none' },
    partOfUser: true,
    fix: 'use a regional disk, which is kept in two zones',
    source: `${compute}disks`,
    checked,
  },
  google_compute_region_disk: {
    noun: 'regional disk',
    role: 'store',
    locality: 'zones',
    units: twoZones,
    placement: { zones: ['replica_zones[]'] },
    source: `${compute}disks/regional-persistent-disk`,
    checked,
  },
  google_compute_attached_disk: inert('disk attachment', 'configuration', {
    links: [{ from: 'instance', to: ['disk'], kind: 'hard', because: 'the disk is attached to it' }],
  }),
  google_compute_global_forwarding_rule: forwardingRule('global forwarding rule', 'global'),
  google_compute_forwarding_rule: forwardingRule('forwarding rule', 'region'),
  google_compute_target_proxy: step('target proxy', ['url_map', 'backend_service']),
  google_compute_url_map: step('URL map', [
    'default_service',
    'default_route_action.weighted_backend_services[].backend_service',
    'path_matcher[].default_service',
    'path_matcher[].default_route_action.weighted_backend_services[].backend_service',
    'path_matcher[].path_rule[].service',
    'path_matcher[].path_rule[].route_action.weighted_backend_services[].backend_service',
    'path_matcher[].route_rules[].service',
    'path_matcher[].route_rules[].route_action.weighted_backend_services[].backend_service',
  ]),
  google_compute_backend_service: backends('backend service', 'global'),
  google_compute_region_backend_service: backends('regional backend service', 'region'),
  google_compute_backend_bucket: step('backend bucket', ['bucket_name']),
  google_compute_target_pool: {
    noun: 'target pool',
    role: 'pool',
    locality: 'region',
    members: ['instances[]'],
    source: `${cloud}load-balancing/docs/target-pools`,
    checked,
  },
  google_compute_target_instance: step('target instance', ['instance']),
  google_compute_region_network_endpoint_group: {
    noun: 'serverless endpoint group',
    role: 'pool',
    locality: 'region',
    members: ['cloud_run.service', 'cloud_function.function'],
    source: `${cloud}load-balancing/docs/negs/serverless-neg-concepts`,
    checked,
  },
  google_compute_network_endpoint_group: {
    noun: 'zonal endpoint group',
    role: 'compute',
    locality: 'zone',
    units: { count: 'many' },
    placement: { zones: ['zone'] },
    source: `${cloud}load-balancing/docs/negs/zonal-neg-concepts`,
    checked,
  },
  google_compute_global_network_endpoint_group: step('internet endpoint group', []),
  google_compute_health_check: inert('health check', 'operations', {
    health: {
      interval: 'check_interval_sec',
      unhealthyThreshold: 'unhealthy_threshold',
      defaults: { interval: 5, unhealthyThreshold: 2 },
    },
  }),
  google_compute_ha_vpn_gateway: regional('HA VPN gateway', 'hub', 'network-connectivity/docs/vpn/concepts/topologies'),
  google_compute_vpn_gateway: regional('VPN gateway', 'hub', 'network-connectivity/docs/vpn/concepts/classic-topologies'),
  google_compute_external_vpn_gateway: {
    noun: 'peer VPN gateway',
    role: 'device',
    locality: 'site',
    recovery: { kind: 'none' },
    source: `${cloud}network-connectivity/docs/vpn/concepts/topologies`,
    checked,
    cases: [
      {
        when: { redundancy_type: ['SINGLE_IP_INTERNALLY_REDUNDANT', 'TWO_IPS_REDUNDANCY', 'FOUR_IPS_REDUNDANCY'] },
        facts: {
          role: 'attachment',
          units: { count: 'many' },
          doubt: {
            because: 'nothing in the input says that two devices on two lines stand behind it',
            tell: 'nospof.yaml: facts: { google_compute_external_vpn_gateway: { units: 2 } } where they do',
          },
        },
      },
    ],
  },
  google_compute_vpn_tunnel: regional('VPN tunnel', 'link', 'network-connectivity/docs/vpn/concepts/topologies', {
    units: { count: 1 },
    recovery: { kind: 'none' },
    // Two tunnels of one interface of a gateway fail with it.
    identity: 'gateway_side',
    joins: ['vpn_gateway', 'target_vpn_gateway'],
    needs: [{ path: 'peer_external_gateway', kind: 'hard', because: 'the tunnel ends on it' }],
    fix: 'add a tunnel on the other interface of the gateway, to another address of the peer',
  }),
  google_compute_interconnect_attachment: regional(
    'VLAN attachment',
    'link',
    'network-connectivity/docs/interconnect/concepts/overview',
    {
      units: { count: 1 },
      recovery: { kind: 'none' },
      joins: ['router'],
      fix: 'add an attachment in the other edge availability domain, better two more in another metropolitan area',
    },
  ),
  google_compute_router: regional('Cloud Router', 'hub', 'network-connectivity/docs/router/concepts/overview'),
  // Software of the network itself: it has no zone of its own.
  google_compute_router_nat: inert('Cloud NAT', 'configuration', { source: `${cloud}nat/docs/overview` }),
  google_compute_router_interface: inert('router interface'),
  google_compute_router_peer: inert('router peer'),
  google_compute_network: inert('network', 'network'),
  google_compute_subnetwork: inert('subnetwork', 'network'),
  google_compute_route: inert('route', 'network'),
  google_compute_firewall: inert('firewall rule', 'network'),
  google_compute_network_peering: inert('network peering', 'network'),
  google_compute_address: inert('address', 'address'),
  google_compute_ssl_certificate: inert('certificate'),
  google_compute_ssl_policy: inert('TLS policy'),
  google_compute_security_policy: inert('security policy'),
  google_compute_image: inert('image'),
  google_compute_snapshot: inert('snapshot'),
  google_compute_resource_policy: inert('resource policy'),
  google_compute_project_metadata: inert('project metadata'),
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
  google_container_cluster: {
    noun: 'GKE cluster',
    role: 'cluster',
    locality: 'region',
    source: `${cloud}kubernetes-engine/docs/concepts/types-of-clusters`,
    checked,
    cases: [
      { when: { zone: 'present', remove_default_node_pool: true }, facts: zonalCluster },
      { when: { zone: 'present' }, facts: { ...zonalCluster, ownHosts: true } },
      // The service runs the nodes, in the zones of the region; a default pool has a node in each of three of them.
      { when: { enable_autopilot: true }, facts: inThreeZones },
      { when: { remove_default_node_pool: true }, facts: {} },
      { when: { initial_node_count: 'present', node_locations: 'absent' }, facts: inThreeZones },
    ],
  },
  google_container_node_pool: {
    noun: 'node pool',
    role: 'compute',
    locality: 'zones',
    // node_count is that of each zone, so one suffices to be in all of them.
    units: { count: 'per-subnet' },
    placement: { zones: ['cluster->node_locations[]', 'cluster->zone', 'zone'] },
    joins: ['cluster'],
    recovery: { kind: 'self-healing', seconds: [60, 600] },
    fix: 'give the pool node_locations in at least 2 zones, in a cluster of a region',
    source: `${cloud}kubernetes-engine/docs/concepts/node-pools`,
    checked,
    cases: [
      { when: { node_locations: 'present' }, facts: { placement: { zones: ['node_locations[]'] } } },
      {
        when: { 'cluster->node_locations': 'absent', 'cluster->zone': 'absent', zone: 'absent' },
        facts: { units: { count: 3, spread: 'distinct-zones' }, placement: {} },
      },
    ],
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
  google_storage_bucket: {
    ...regional('bucket', 'store', 'storage/docs/locations'),
    names: ['name'],
    // What a bucket of several regions holds outlives any of them.
    cases: [
      {
        when: { location: ['EU', 'US', 'ASIA', 'EUR4', 'EUR5', 'EUR7', 'EUR8', 'NAM4', 'ASIA1'] },
        facts: { locality: 'global' },
      },
    ],
  },
  google_storage_bucket_object: inert('object'),
  google_storage_notification: inert('bucket notification'),
  google_filestore_instance: {
    noun: 'Filestore instance',
    role: 'store',
    locality: 'zone',
    units: { count: 'many' },
    placement: { zones: ['zone'] },
    recovery: { kind: 'none' },
    fix: 'choose the tier REGIONAL',
    source: `${cloud}filestore/docs/service-tiers`,
    checked,
    cases: [
      { when: { tier: ['REGIONAL', 'ENTERPRISE'] }, facts: { locality: 'region', units: { count: 'many' }, placement: {} } },
    ],
  },
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
  google_cloud_run_service: run(['template.spec.containers[].env[].value']),
  google_cloud_run_v2_service: run(['template.containers[].env[].value']),
  google_cloud_run_v2_job: inert('Cloud Run job', 'operations'),
  google_cloudfunctions_function: regional('function', 'compute', 'functions/docs/locations', {
    text: ['environment_variables'],
    recovery: { kind: 'self-healing' },
  }),
  google_cloudfunctions2_function: regional('function', 'compute', 'functions/docs/locations', {
    text: ['service_config.environment_variables'],
    recovery: { kind: 'self-healing' },
  }),
  google_vpc_access_connector: inert('VPC access connector', 'network'),
  google_pubsub_topic: regional('topic', 'queue', 'pubsub/architecture'),
  google_pubsub_subscription: inert('subscription'),
  google_dns_managed_zone: {
    ...inert('DNS zone'),
    cases: [
      { when: { visibility: 'absent' }, facts: { answersFor: 'dns_name' } },
      { when: { visibility: 'public' }, facts: { answersFor: 'dns_name' } },
    ],
  },
  google_dns_record_set: {
    noun: 'DNS record set',
    role: 'record',
    locality: 'global',
    service: { what: 'DNS' },
    needs: answers('rrdatas[]', 'routing_policy.wrr[].rrdatas[]', 'routing_policy.geo[].rrdatas[]'),
    alternatives: checkedAnswers('routing_policy.wrr[].health_checked_targets', 'routing_policy.geo[].health_checked_targets'),
    dns: {
      zone: ['managed_zone'],
      name: 'name',
      type: 'type',
      set: 'set_identifier',
      failover: 'failover',
      weighted: [],
      targets: ['rrdatas[]'],
      healthCheck: 'routing_policy.health_check',
      evaluatesTarget: 'routing_policy.health_check',
      ttl: 'ttl',
    },
    cases: [
      {
        when: { type: 'NS' },
        facts: { role: 'configuration', needs: [], inert: true, delegates: { name: 'name', servers: ['rrdatas[]'] } },
      },
      {
        when: { type: ['CAA', 'DNSKEY', 'DS', 'MX', 'PTR', 'SOA', 'SPF', 'TXT'] },
        facts: { role: 'configuration', needs: [], inert: true },
      },
      // Addresses outside of Google Cloud are looked at by the check that the policy names, and by nothing else.
      {
        when: {
          'routing_policy.health_check': 'absent',
          'routing_policy.wrr[].health_checked_targets.external_endpoints[]': 'present',
        },
        facts: {
          needs: answers('routing_policy.wrr[].health_checked_targets.external_endpoints[]', 'routing_policy.wrr[].rrdatas[]'),
          alternatives: checkedAnswers(),
        },
      },
      {
        when: { 'routing_policy.enable_geo_fencing': true },
        facts: {
          needs: answers('routing_policy.geo[].rrdatas[]', 'routing_policy.geo[].health_checked_targets.external_endpoints[]'),
          alternatives: checkedAnswers(),
        },
      },
    ],
    source: `${cloud}dns/docs/routing-policies-overview`,
    checked,
  },
  google_kms_key_ring: inert('key ring', 'identity'),
  google_kms_crypto_key: inert('key', 'identity'),
  google_secret_manager_secret: inert('secret'),
  google_secret_manager_secret_version: inert('secret version', 'configuration', { carries: ['secret_data'] }),
  google_artifact_registry_repository: {
    ...inert('image repository', 'deployment'),
    locality: 'region',
    service: { what: 'image registry' },
  },
  google_container_registry: inert('image registry'),
  google_service_account: inert('service account', 'identity'),
  google_service_account_key: inert('service account key', 'identity'),
  google_identity_platform: regional('identity service', 'store', 'identity-platform/docs', {
    service: { what: 'identity service' },
  }),
  google_iam_workload_identity_pool: inert('workload identity pool', 'identity'),
  google_iam_workload_identity_pool_provider: inert('workload identity provider', 'identity', {
    service: { what: 'identity provider', host: 'oidc.issuer_uri' },
  }),
  google_iam_permission: inert('permission', 'identity'),
  google_project: inert('project', 'identity'),
  google_project_service: inert('enabled service'),
  google_project_iam_custom_role: inert('role', 'identity'),
  google_service_networking_connection: inert('service connection', 'network'),
  google_logging_metric: inert('log metric', 'operations'),
  google_logging_project_sink: inert('log sink', 'operations'),
  google_monitoring_alert_policy: inert('alert policy', 'operations'),
  google_monitoring_dashboard: inert('dashboard', 'operations'),
  google_monitoring_notification_channel: inert('notification channel', 'operations'),
  google_monitoring_uptime_check_config: inert('uptime check', 'operations'),
};
