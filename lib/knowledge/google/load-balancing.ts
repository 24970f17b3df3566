import type { Facts, FactTable } from '../fact';
import { checked, cloud, inert } from './row';

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

/** Forwarding rules, what they pass through, and what they choose from. */
export const loadBalancing: FactTable = {
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
  google_compute_ssl_certificate: inert('certificate'),
  google_compute_ssl_policy: inert('TLS policy'),
  google_compute_security_policy: inert('security policy'),
};
