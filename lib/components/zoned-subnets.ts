import { Subnet } from '@pulumi/aws/ec2/subnet';
import type { CustomResourceOptions, Output } from '@pulumi/pulumi';
import { type NetworkTier, planSubnets, type SubnetRequest } from '../blueprints';

/** The subnets of the plan, by tier, in the order of the zones. */
export function plannedSubnets(
  name: string,
  request: SubnetRequest,
  zones: readonly Output<string>[],
  vpcId: Output<string>,
  options: CustomResourceOptions,
): ReadonlyMap<NetworkTier, readonly Subnet[]> {
  const byTier = new Map<NetworkTier, Subnet[]>();
  for (const { tier, zone, cidr } of planSubnets(request)) {
    const availabilityZone = zones[zone];
    if (availabilityZone === undefined) continue;
    const subnet = new Subnet(
      `${name}-${tier}-${zone + 1}`,
      // Machines get public addresses from balancers and NAT gateways, never by landing in a subnet.
      { vpcId, cidrBlock: cidr, availabilityZone, mapPublicIpOnLaunch: false, tags: { Name: `${name}-${tier}-${zone + 1}` } },
      options,
    );
    byTier.set(tier, [...(byTier.get(tier) ?? []), subnet]);
  }
  return byTier;
}
