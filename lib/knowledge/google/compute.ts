import type { Facts, FactTable } from '../fact';
import { checked, computeDocs, inert } from './row';

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
  source: `${computeDocs}instance-groups/autohealing-instances-in-migs`,
  checked,
  ...more,
});

const twoZones = { count: 2, spread: 'distinct-zones' } as const;

/** Machines, groups of them, and disks. */
export const compute: FactTable = {
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
    source: `${computeDocs}regions-zones`,
    checked,
  },
  google_compute_instance_template: {
    noun: 'instance template',
    role: 'template',
    locality: 'none',
    text: ['metadata_startup_script', 'metadata'],
    source: `${computeDocs}instance-templates`,
    checked,
  },
  google_compute_instance_group: {
    noun: 'instance group',
    role: 'pool',
    locality: 'zone',
    members: ['instances[]'],
    source: `${computeDocs}instance-groups/creating-groups-of-unmanaged-instances`,
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
    source: `${computeDocs}instance-groups/distributing-instances-with-regional-instance-groups`,
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
    source: `${computeDocs}disks`,
    checked,
  },
  google_compute_region_disk: {
    noun: 'regional disk',
    role: 'store',
    locality: 'zones',
    units: twoZones,
    placement: { zones: ['replica_zones[]'] },
    source: `${computeDocs}disks/regional-persistent-disk`,
    checked,
  },
  google_compute_attached_disk: inert('disk attachment', 'configuration', {
    links: [{ from: 'instance', to: ['disk'], kind: 'hard', because: 'the disk is attached to it' }],
  }),
  google_compute_image: inert('image'),
  google_compute_snapshot: inert('snapshot'),
  google_compute_resource_policy: inert('resource policy'),
  google_compute_project_metadata: inert('project metadata'),
};
