import { Subnetwork } from '@pulumi/gcp/compute/subnetwork';
import type { CustomResourceOptions, Input } from '@pulumi/pulumi';
import { type NetworkTier, planRegionalSubnets } from '../../blueprints';

/** What subnets are made for. */
interface Planned {
  readonly cidr: string;
  readonly tiers: readonly NetworkTier[];
  readonly flowLogs: boolean;
}

/** A subnet for each tier that machines stand in; what is isolated belongs to services of Google. */
export function regionalSubnets(
  name: string,
  { cidr, tiers, flowLogs }: Planned,
  network: Input<string>,
  options: CustomResourceOptions,
): ReadonlyMap<NetworkTier, Subnetwork> {
  const logConfig = { aggregationInterval: 'INTERVAL_1_MIN', flowSampling: 1, metadata: 'INCLUDE_ALL_METADATA' };
  return new Map(
    planRegionalSubnets({ cidr, tiers })
      .filter(({ tier }) => tier !== 'isolated')
      .map(({ tier, cidr: ipCidrRange }) => [
        tier,
        new Subnetwork(
          `${name}-${tier}`,
          // Machines without an address of the internet reach the APIs of Google from here.
          { network, ipCidrRange, privateIpGoogleAccess: true, ...(flowLogs ? { logConfig } : {}) },
          options,
        ),
      ]),
  );
}
