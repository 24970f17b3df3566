import type { Alternatives, FactTable, Need } from '../fact';
import { checked, cloud, inert, regional } from './row';

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

/** Networks, ways out, lines to other sites, and names. */
export const networking: FactTable = {
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
  google_vpc_access_connector: inert('VPC access connector', 'network'),
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
  google_service_networking_connection: inert('service connection', 'network'),
};
