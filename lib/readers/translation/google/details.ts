import { isMap, Reference, type Value, type ValueMap } from '../../../model';
import { block, blocks, type DetailTable, list, map, on, text } from '../mapping';

const zoneName = /-[a-z]$/;

/** Where a location is a zone and not a region, it is said under the name of a zone too. */
function withZone(properties: ValueMap): { properties: ValueMap } {
  const { location } = properties;
  return typeof location === 'string' && zoneName.test(location)
    ? { properties: { ...properties, zone: location } }
    : { properties };
}

/** The address of a group or endpoint group is written with the zone it may live in; only what it names counts. */
const backends = { backend: blocks('backend', { group: 'group' }), health_checks: list('health_checks') };

const instance = {
  boot_disk: block('boot_disk', { source: 'source' }),
  attached_disk: blocks('attached_disk', { source: 'source' }),
  metadata_startup_script: text('metadata_startup_script'),
  metadata: map('metadata'),
  network_interface: blocks('network_interface', { access_config: blocks('access_config', { nat_ip: 'nat_ip' }) }),
};

const template = {
  properties: {
    disk: blocks('disk', { source: 'source', source_image: 'source_image' }),
    metadata_startup_script: text('metadata_startup_script'),
    metadata: map('metadata'),
  },
} satisfies DetailTable[string];

const rule = {
  properties: { target: 'target', backend_service: 'backend_service', ip_address: 'ip_address' },
} satisfies DetailTable[string];

const weighted = block('route_action', {
  weighted_backend_services: blocks('weighted_backend_services', { backend_service: 'backend_service' }),
});

const urlMap = {
  properties: {
    default_service: 'default_service',
    default_route_action: { ...weighted, to: 'default_route_action' },
    path_matcher: blocks('path_matcher', {
      default_service: 'default_service',
      default_route_action: { ...weighted, to: 'default_route_action' },
      path_rule: blocks('path_rule', { service: 'service', route_action: weighted }),
      route_rules: blocks('route_rules', { service: 'service', route_action: weighted }),
    }),
  },
} satisfies DetailTable[string];

/** What a group and its updates are made of. */
const group = {
  version: blocks('version', { instance_template: 'instance_template' }),
  target_pools: list('target_pools'),
  auto_healing_policies: block('auto_healing_policies', { health_check: 'health_check' }),
  update_policy: block('update_policy', { max_unavailable_percent: 'max_unavailable_percent' }),
};

/** The share of units that an update takes away, said the other way round. */
function withHealthyShare(properties: ValueMap): { properties: ValueMap } {
  const policy = properties.update_policy;
  const share = isMap(policy) ? policy.max_unavailable_percent : undefined;
  if (typeof share !== 'number') return { properties };
  return { properties: { ...properties, minimum_healthy_percent: 100 - share } };
}

/** Each kind of health check has a block of its own; the block that is there says what is spoken. */
const CHECKS = { http: 'HTTP', https: 'HTTPS', http2: 'HTTP2', grpc: 'GRPC', tcp: 'TCP', ssl: 'SSL' } as const;

const healthCheck = {
  properties: Object.fromEntries(Object.keys(CHECKS).map((kind) => [`${kind}_health_check`, block(`${kind}_health_check`)])),
  finish: (properties: ValueMap) => {
    const [found] = Object.entries(CHECKS).filter(([kind]) => properties[`${kind}_health_check`] !== undefined);
    return { properties: found === undefined ? properties : { ...properties, protocol: found[1] } };
  },
};

const runEnvironment = blocks('env', { name: 'name', value: text('value') });

/** What a health check looks at. */
const endpoints = (to: string) =>
  block(to, { external_endpoints: list('external_endpoints'), internal_load_balancers: blocks('internal_load_balancers') });

const checkedTargets = { health_checked_targets: endpoints('health_checked_targets') };

/** Google Cloud. Names stay Terraform's; the tables say which attributes are lists, blocks and texts. */
export const googleDetails: DetailTable = {
  google_compute_instance: { properties: instance },
  google_compute_instance_from_template: { properties: instance },
  google_compute_instance_template: template,
  google_compute_region_instance_template: template,
  google_compute_instance_group: { properties: { instances: list('instances') } },
  google_compute_instance_group_manager: { properties: group, finish: withHealthyShare },
  google_compute_region_instance_group_manager: {
    properties: { ...group, distribution_policy_zones: list('distribution_policy_zones') },
    finish: withHealthyShare,
  },
  google_compute_health_check: healthCheck,
  google_compute_region_health_check: healthCheck,
  google_compute_http_health_check: { defaults: { protocol: 'HTTP' } },
  google_compute_https_health_check: { defaults: { protocol: 'HTTPS' } },
  google_compute_autoscaler: {
    properties: { target: 'target', autoscaling_policy: block('autoscaling_policy', { min_replicas: 'min_replicas' }) },
  },
  google_compute_region_autoscaler: {
    properties: { target: 'target', autoscaling_policy: block('autoscaling_policy', { min_replicas: 'min_replicas' }) },
  },
  google_compute_region_disk: { properties: { replica_zones: list('replica_zones') } },
  google_compute_global_forwarding_rule: { properties: { target: 'target', ip_address: 'ip_address' } },
  google_compute_forwarding_rule: rule,
  google_compute_url_map: urlMap,
  google_compute_region_url_map: urlMap,
  google_compute_backend_service: { properties: backends },
  google_compute_region_backend_service: { properties: backends },
  google_compute_target_pool: { properties: { instances: list('instances') } },
  google_compute_region_network_endpoint_group: {
    properties: {
      cloud_run: block('cloud_run', { service: 'service' }),
      cloud_function: block('cloud_function', { function: 'function' }),
    },
  },
  google_compute_router_nat: { properties: { nat_ips: list('nat_ips') } },
  google_compute_vpn_tunnel: { finish: withSide },
  google_sql_database_instance: {
    properties: {
      settings: block('settings', {
        availability_type: 'availability_type',
        location_preference: block('location_preference', { zone: 'zone', secondary_zone: 'secondary_zone' }),
        backup_configuration: block('backup_configuration', {
          enabled: 'enabled',
          binary_log_enabled: on('binary_log_enabled'),
          backup_retention_settings: block('backup_retention_settings', { retained_backups: 'retained_backups' }),
        }),
      }),
    },
  },
  google_alloydb_instance: {
    properties: { read_pool_config: block('read_pool_config', { node_count: 'node_count' }) },
  },
  google_container_cluster: { properties: { node_locations: list('node_locations') }, finish: withZone },
  google_container_node_pool: {
    properties: {
      node_locations: list('node_locations'),
      autoscaling: block('autoscaling', {
        min_node_count: 'min_node_count',
        total_min_node_count: 'total_min_node_count',
      }),
    },
    finish: withZone,
  },
  google_redis_cluster: {
    properties: { zone_distribution_config: block('zone_distribution_config', { mode: 'mode', zone: 'zone' }) },
  },
  google_filestore_instance: { finish: withZone },
  google_bigtable_instance: {
    properties: { cluster: blocks('cluster', { zone: 'zone', cluster_id: 'cluster_id' }) },
    finish: ({ cluster, ...properties }) => ({ properties: { ...properties, ...withZones(cluster) } }),
  },
  google_cloud_run_service: {
    properties: {
      template: block('template', { spec: block('spec', { containers: blocks('containers', { env: runEnvironment }) }) }),
    },
  },
  google_cloud_run_v2_service: {
    properties: { template: block('template', { containers: blocks('containers', { env: runEnvironment }) }) },
  },
  google_cloudfunctions_function: { properties: { environment_variables: map('environment_variables') } },
  google_cloudfunctions2_function: {
    properties: { service_config: block('service_config', { environment_variables: map('environment_variables') }) },
  },
  google_dns_record_set: {
    properties: {
      rrdatas: list('rrdatas'),
      routing_policy: block('routing_policy', {
        wrr: blocks('wrr', { rrdatas: list('rrdatas'), weight: 'weight', ...checkedTargets }),
        geo: blocks('geo', { rrdatas: list('rrdatas'), location: 'location', ...checkedTargets }),
        primary_backup: block('primary_backup', {
          primary: endpoints('primary'),
          backup_geo: blocks('backup_geo', { rrdatas: list('rrdatas'), location: 'location', ...checkedTargets }),
        }),
      }),
    },
  },
};

/** The interface of the gateway that a tunnel begins at. */
function withSide(properties: ValueMap): { properties: ValueMap } {
  const { vpn_gateway: gateway, vpn_gateway_interface: side } = properties;
  if (!(gateway instanceof Reference) || (typeof side !== 'number' && typeof side !== 'string')) return { properties };
  return { properties: { ...properties, gateway_side: `${gateway.resource} ${side}` } };
}

/** The clusters of an instance, and how many there are: a count that the facts can read. */
function withZones(cluster: Value | undefined): ValueMap {
  if (cluster === undefined) return {};
  return { cluster, cluster_count: Array.isArray(cluster) ? cluster.length : 1 };
}
