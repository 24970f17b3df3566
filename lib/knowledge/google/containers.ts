import type { Facts, FactTable } from '../fact';
import { checked, cloud, inert, regional } from './row';

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

const run = (text: readonly string[]): Facts =>
  regional('Cloud Run service', 'compute', 'run/docs/zonal-redundancy', { text, recovery: { kind: 'self-healing' } });

/** Clusters, containers and functions that the provider runs, and images. */
export const containers: FactTable = {
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
  google_artifact_registry_repository: {
    ...inert('image repository', 'deployment'),
    locality: 'region',
    service: { what: 'image registry' },
  },
  google_container_registry: inert('image registry'),
};
