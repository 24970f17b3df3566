import { Fn, Stack, Token } from 'aws-cdk-lib';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import type { Construct } from 'constructs';
import { type Egress, type NetworkTier, planSubnets, type SubnetRequest } from '../blueprints';

const SUBNET_TYPES = {
  public: ec2.SubnetType.PUBLIC,
  private: ec2.SubnetType.PRIVATE_WITH_EGRESS,
  isolated: ec2.SubnetType.PRIVATE_ISOLATED,
  transit: ec2.SubnetType.PRIVATE_ISOLATED,
  firewall: ec2.SubnetType.PUBLIC,
} as const satisfies Record<NetworkTier, ec2.SubnetType>;

/**
 * A VPC whose subnets are those of the plan, over the first zones that the Region lists.
 *
 * Zones are symbols (`Select n of GetAZs`) in every stack, so that synthesis asks no account and an
 * environment-agnostic stack has as many zones as any other (aws/aws-cdk#3237).
 */
export function zonedVpc(scope: Construct, id: string, request: SubnetRequest & { readonly egress: Egress }): ec2.IVpc {
  const { cidr, zones, tiers, egress } = request;
  const availabilityZones = Array.from({ length: zones }, (_, zone) => Token.asString(Fn.select(zone, Fn.getAzs())));
  return withoutZoneLookup(
    Stack.of(scope),
    availabilityZones,
    () =>
      // The class declares optional members that the interface has not as `undefined`.
      new ec2.Vpc(scope, id, {
        availabilityZones,
        ipAddresses: addressesOf(cidr, availabilityZones, tiers),
        subnetConfiguration: tiers.map((tier) => ({
          name: tier,
          subnetType: SUBNET_TYPES[tier],
          // Machines get public addresses from balancers and NAT gateways, never by landing in a subnet.
          ...(SUBNET_TYPES[tier] === ec2.SubnetType.PUBLIC ? { mapPublicIpOnLaunch: false } : {}),
        })),
        ...natGateways(egress, zones),
        // The custom resource that empties the default group needs an asset and a bootstrapped account.
        restrictDefaultSecurityGroup: false,
      }) as ec2.IVpc,
  );
}

function natGateways(
  egress: Egress,
  zones: number,
): Pick<ec2.VpcProps, 'natGateways' | 'natGatewayProvider' | 'natGatewaySubnets'> {
  if (egress === 'regional-nat') return { natGateways: 1, natGatewayProvider: ec2.NatProvider.regionalGateway() };
  if (egress === 'none') return { natGateways: 0 };
  return { natGateways: zones, natGatewaySubnets: { subnetGroupName: 'public' } };
}

function addressesOf(cidr: string, zones: readonly string[], tiers: readonly NetworkTier[]): ec2.IIpAddresses {
  const plan = planSubnets({ cidr, zones: zones.length, tiers });
  return {
    allocateVpcCidr: () => ({ cidrBlock: cidr }),
    allocateSubnetsCidr: ({ requestedSubnets }) => ({
      allocatedSubnets: requestedSubnets.map(({ availabilityZone, configuration }) => {
        const zone = zones.indexOf(availabilityZone);
        const subnet = plan.find((planned) => planned.zone === zone && planned.tier === configuration.name);
        return { cidr: subnet?.cidr ?? cidr };
      }),
    }),
  };
}

/**
 * The VPC compares the zones it is given with those of the stack; in a stack with account and Region that question is a
 * look-up, which needs credentials. The answer is given here for as long as the VPC is built.
 */
function withoutZoneLookup<T>(stack: Stack, zones: readonly string[], build: () => T): T {
  Object.defineProperty(stack, 'availabilityZones', { value: zones, configurable: true });
  try {
    return build();
  } finally {
    Reflect.deleteProperty(stack, 'availabilityZones');
  }
}
