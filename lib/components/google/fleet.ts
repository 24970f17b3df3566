import { RegionAutoscaler } from '@pulumi/gcp/compute/regionAutoscaler';
import type { RegionHealthCheck } from '@pulumi/gcp/compute/regionHealthCheck';
import { RegionInstanceGroupManager } from '@pulumi/gcp/compute/regionInstanceGroupManager';
import { RegionInstanceTemplate } from '@pulumi/gcp/compute/regionInstanceTemplate';
import type { Account } from '@pulumi/gcp/serviceaccount/account';
import type { CustomResourceOptions } from '@pulumi/pulumi';
import type { SizedPool } from '../../blueprints';
import { RequiredCapacity } from '../required-capacity';
import type { FleetPool } from './pools';
import type { ResilientNetwork } from './resilient-network';

/** What the units of a pool are put behind and into. */
export interface FleetPlan {
  readonly network: ResilientNetwork;
  readonly size: SizedPool;
  /** Ports inside, ascending. */
  readonly ports: readonly number[];
  readonly account: Account;
  readonly healing: RegionHealthCheck;
}

/** The name under which a group tells balancers of a port. */
export function portNameOf(port: number): string {
  return `port-${port}`;
}

/** A group of instances of one image, even over every zone, each replaced when it does not answer any more. */
export function fleet(
  name: string,
  pool: FleetPool,
  plan: FleetPlan,
  options: CustomResourceOptions,
): RegionInstanceGroupManager {
  const { network, size, ports, healing } = plan;
  const zones = network.zones.length;
  const group = new RegionInstanceGroupManager(
    name,
    {
      baseInstanceName: name,
      versions: [{ instanceTemplate: instanceTemplate(name, pool, plan, options).selfLink }],
      distributionPolicyZones: [...network.zones],
      distributionPolicyTargetShape: 'EVEN',
      namedPorts: ports.map((port) => ({ name: portNameOf(port), port })),
      autoHealingPolicies: { healthCheck: healing.id, initialDelaySec: size.bootSeconds },
      updatePolicy: {
        type: 'PROACTIVE',
        minimalAction: 'REPLACE',
        instanceRedistributionType: 'PROACTIVE',
        replacementMethod: 'SUBSTITUTE',
        // New instances first, one in each zone, then the old ones leave: a deployment never goes below the floor.
        maxSurgeFixed: zones,
        maxUnavailableFixed: 0,
      },
    },
    options,
  );
  new RegionAutoscaler(
    name,
    {
      target: group.id,
      autoscalingPolicy: {
        minReplicas: size.floor,
        maxReplicas: size.ceiling,
        cooldownPeriod: size.bootSeconds,
        cpuUtilization: { target: size.targetCpuPercent / 100 },
      },
    },
    options,
  );
  new RequiredCapacity(name, { of: group, units: pool.requiredCapacity }, options);
  return group;
}

/** In the region, so that starting instances asks nothing of another one. */
function instanceTemplate(
  name: string,
  pool: FleetPool,
  { network, account }: FleetPlan,
  options: CustomResourceOptions,
): RegionInstanceTemplate {
  const { instanceType = 'e2-small', image = 'projects/debian-cloud/global/images/family/debian-12', userData } = pool;
  const [subnet] = network.subnetsOf('private');
  return new RegionInstanceTemplate(
    name,
    {
      machineType: instanceType,
      disks: [{ boot: true, autoDelete: true, sourceImage: image, diskType: 'pd-balanced', diskSizeGb: 16 }],
      networkInterfaces: subnet === undefined ? [] : [{ subnetwork: subnet.id }],
      // What an instance may do is what its account may do.
      serviceAccount: { email: account.email, scopes: ['cloud-platform'] },
      // Operators get in by their own accounts: no keys in the metadata of the project.
      metadata: { 'enable-oslogin': 'TRUE', 'block-project-ssh-keys': 'TRUE' },
      shieldedInstanceConfig: { enableSecureBoot: true, enableVtpm: true, enableIntegrityMonitoring: true },
      ...(userData === undefined ? {} : { metadataStartupScript: userData }),
    },
    options,
  );
}
