import { Eip } from '@pulumi/aws/ec2/eip';
import { InternetGateway } from '@pulumi/aws/ec2/internetGateway';
import { NatGateway } from '@pulumi/aws/ec2/natGateway';
import { Route } from '@pulumi/aws/ec2/route';
import { RouteTable } from '@pulumi/aws/ec2/routeTable';
import { RouteTableAssociation } from '@pulumi/aws/ec2/routeTableAssociation';
import type { Subnet } from '@pulumi/aws/ec2/subnet';
import type { CustomResourceOptions, Output } from '@pulumi/pulumi';
import type { Egress, NetworkTier } from '../blueprints';

/** What ways out are made for. */
interface Network {
  readonly egress: Egress;
  readonly vpcId: Output<string>;
  readonly subnets: ReadonlyMap<NetworkTier, readonly Subnet[]>;
}

const ANYWHERE = '0.0.0.0/0';

/**
 * Route tables, one per subnet so that no zone shares one with another, and what they lead to.
 *
 * @returns every table
 */
export function addWaysOut(name: string, network: Network, options: CustomResourceOptions): readonly RouteTable[] {
  const { egress, vpcId, subnets } = network;
  const isPublic = (tier: NetworkTier) => tier === 'public' || tier === 'firewall';
  const reached = [...subnets.keys()].some(isPublic) || egress !== 'none';
  const internet = reached ? new InternetGateway(name, { vpcId, tags: { Name: name } }, options) : undefined;
  const gateways = natGateways(name, network, options, internet);
  const tables: RouteTable[] = [];
  for (const [tier, members] of subnets) {
    for (const [zone, subnet] of members.entries()) {
      const id = `${name}-${tier}-${zone + 1}`;
      const table = new RouteTable(id, { vpcId, tags: { Name: id } }, options);
      new RouteTableAssociation(id, { subnetId: subnet.id, routeTableId: table.id }, options);
      tables.push(table);
      const to = { routeTableId: table.id, destinationCidrBlock: ANYWHERE };
      const gateway = gateways[egress === 'regional-nat' ? 0 : zone];
      if (isPublic(tier) && internet !== undefined) new Route(id, { ...to, gatewayId: internet.id }, options);
      else if (tier === 'private' && gateway !== undefined) new Route(id, { ...to, natGatewayId: gateway.id }, options);
    }
  }
  return tables;
}

/** A gateway for each zone in its public subnet, or one that belongs to the Region. */
function natGateways(
  name: string,
  { egress, vpcId, subnets }: Network,
  options: CustomResourceOptions,
  internet: InternetGateway | undefined,
): readonly NatGateway[] {
  const after: CustomResourceOptions = internet === undefined ? options : { ...options, dependsOn: [internet] };
  if (egress === 'none') return [];
  if (egress === 'regional-nat') return [new NatGateway(name, { availabilityMode: 'regional', vpcId }, after)];
  return (subnets.get('public') ?? []).map((subnet, zone) => {
    const id = `${name}-nat-${zone + 1}`;
    const address = new Eip(id, { domain: 'vpc', tags: { Name: id } }, options);
    return new NatGateway(id, { subnetId: subnet.id, allocationId: address.allocationId, tags: { Name: id } }, after);
  });
}
