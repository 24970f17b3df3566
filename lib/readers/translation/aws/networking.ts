import { isList, type Value, type ValueMap } from '../../../model';
import { blocks, type DetailTable, list, type Part } from '../mapping';

const hops = {
  nat_gateway_id: 'NatGatewayId',
  instance_id: 'InstanceId',
  network_interface_id: 'NetworkInterfaceId',
  transit_gateway_id: 'TransitGatewayId',
  vpc_endpoint_id: 'VpcEndpointId',
  gateway_id: 'GatewayId',
  egress_only_gateway_id: 'EgressOnlyInternetGatewayId',
  vpc_peering_connection_id: 'VpcPeeringConnectionId',
  local_gateway_id: 'LocalGatewayId',
  carrier_gateway_id: 'CarrierGatewayId',
};

const route: Part = {
  from: 'route',
  type: 'AWS::EC2::Route',
  owner: 'RouteTableId',
  of: { ...hops, cidr_block: 'DestinationCidrBlock', ipv6_cidr_block: 'DestinationIpv6CidrBlock' },
};

const virtualInterface = {
  connection_id: 'ConnectionId',
  dx_gateway_id: 'DirectConnectGatewayId',
  vpn_gateway_id: 'VirtualGatewayId',
};

const groupProperties = { ingress: 'Ingress', egress: undefined, vpc_id: 'VpcId', description: 'GroupDescription' };

/** VPC, routes, gateways, hybrid links, security groups. */
export const networking: DetailTable = {
  aws_subnet: {
    properties: { vpc_id: 'VpcId', availability_zone: 'AvailabilityZone', availability_zone_id: 'AvailabilityZoneId' },
  },
  aws_default_subnet: { properties: { availability_zone: 'AvailabilityZone' } },
  aws_route_table: { properties: { vpc_id: 'VpcId' }, parts: [route] },
  // Names its network through the attribute `default_route_table_id`.
  aws_default_route_table: { properties: { default_route_table_id: 'MainTableOf' }, parts: [route] },
  aws_main_route_table_association: { properties: { vpc_id: 'MainTableOf', route_table_id: 'RouteTableId' } },
  aws_route: {
    properties: {
      ...hops,
      route_table_id: 'RouteTableId',
      destination_cidr_block: 'DestinationCidrBlock',
      destination_ipv6_cidr_block: 'DestinationIpv6CidrBlock',
    },
  },
  aws_route_table_association: {
    properties: { subnet_id: 'SubnetId', route_table_id: 'RouteTableId', gateway_id: 'GatewayId' },
  },
  aws_nat_gateway: {
    properties: {
      subnet_id: 'SubnetId',
      allocation_id: 'AllocationId',
      availability_mode: 'AvailabilityMode',
      connectivity_type: 'ConnectivityType',
      availability_zone_address: blocks('AvailabilityZoneAddresses', {
        availability_zone: 'AvailabilityZone',
        availability_zone_id: 'AvailabilityZoneId',
      }),
    },
  },
  aws_vpc_endpoint: {
    properties: {
      vpc_id: 'VpcId',
      vpc_endpoint_type: 'VpcEndpointType',
      subnet_ids: list('SubnetIds'),
      route_table_ids: list('RouteTableIds'),
      security_group_ids: list('SecurityGroupIds'),
      private_dns_enabled: 'PrivateDnsEnabled',
      service_name: 'ServiceName',
    },
  },
  aws_vpc_endpoint_subnet_association: {
    properties: { vpc_endpoint_id: 'VpcEndpointId', subnet_id: 'SubnetId' },
    additions: [{ of: 'VpcEndpointId', to: 'SubnetIds', entry: ({ SubnetId }) => SubnetId }],
  },
  aws_vpc_endpoint_service: {
    properties: {
      network_load_balancer_arns: list('NetworkLoadBalancerArns'),
      gateway_load_balancer_arns: list('GatewayLoadBalancerArns'),
    },
  },
  aws_ec2_transit_gateway_vpc_attachment: {
    properties: { subnet_ids: list('SubnetIds'), transit_gateway_id: 'TransitGatewayId', vpc_id: 'VpcId' },
  },
  aws_customer_gateway: { properties: { ip_address: 'IpAddress', bgp_asn: 'BgpAsn' } },
  aws_vpn_connection: {
    properties: {
      customer_gateway_id: 'CustomerGatewayId',
      vpn_gateway_id: 'VpnGatewayId',
      transit_gateway_id: 'TransitGatewayId',
      static_routes_only: 'StaticRoutesOnly',
    },
  },
  aws_dx_private_virtual_interface: { properties: virtualInterface },
  aws_dx_transit_virtual_interface: {
    properties: { connection_id: 'ConnectionId', dx_gateway_id: 'DirectConnectGatewayId' },
  },
  aws_dx_gateway_association: {
    properties: { dx_gateway_id: 'DirectConnectGatewayId', associated_gateway_id: 'AssociatedGatewayId' },
  },
  aws_security_group: { properties: groupProperties, finish: withRules },
  aws_default_security_group: { properties: groupProperties, finish: withRules },
  aws_security_group_rule: {
    properties: {
      security_group_id: 'GroupId',
      source_security_group_id: 'SourceSecurityGroupId',
      cidr_blocks: list('CidrBlocks'),
      ipv6_cidr_blocks: list('Ipv6CidrBlocks'),
      prefix_list_ids: list('PrefixListIds'),
      from_port: 'FromPort',
      to_port: 'ToPort',
      protocol: 'IpProtocol',
      self: 'Self',
      type: 'Direction',
    },
    finish: ({ Direction, CidrBlocks, Ipv6CidrBlocks, PrefixListIds, Self, ...properties }) => {
      const cidrs = [...entriesOf(CidrBlocks), ...entriesOf(Ipv6CidrBlocks)];
      const [first] = [...cidrs.filter((cidr) => cidr === '0.0.0.0/0' || cidr === '::/0'), ...cidrs];
      const [prefixes] = entriesOf(PrefixListIds);
      return {
        ...(Direction === 'egress' ? { type: 'AWS::EC2::SecurityGroupEgress' } : {}),
        properties: {
          ...properties,
          ...(first === undefined ? {} : { CidrIp: first }),
          ...(prefixes === undefined ? {} : { SourcePrefixListId: prefixes }),
          ...(Self === true ? { SourceSecurityGroupId: properties.GroupId ?? null } : {}),
        },
      };
    },
  },
  aws_vpc_security_group_ingress_rule: {
    properties: {
      security_group_id: 'GroupId',
      referenced_security_group_id: 'SourceSecurityGroupId',
      cidr_ipv4: 'CidrIp',
      cidr_ipv6: 'CidrIpv6',
      prefix_list_id: 'SourcePrefixListId',
      ip_protocol: 'IpProtocol',
      from_port: 'FromPort',
      to_port: 'ToPort',
    },
  },
  aws_networkfirewall_firewall: {
    properties: { subnet_mapping: 'SubnetMappings', availability_zone_mapping: 'AvailabilityZoneMappings', vpc_id: 'VpcId' },
  },
  aws_route53_resolver_endpoint: {
    properties: { ip_address: 'IpAddresses', security_group_ids: list('SecurityGroupIds') },
  },
};

/** A block of rules lists groups and ranges; the facts read one source per rule. */
function withRules({ Ingress, ...properties }: ValueMap, self: Value): { properties: ValueMap } {
  const rules = entriesOf(Ingress).flatMap((rule): Value[] => {
    if (typeof rule !== 'object' || rule === null || !('FromPort' in rule || 'Protocol' in rule)) return [];
    const { FromPort = null, ToPort = null, Protocol = null } = rule as ValueMap;
    const base = { FromPort, ToPort, IpProtocol: Protocol };
    const sources = rule as ValueMap;
    return [
      ...entriesOf(sources.CidrBlocks).map((CidrIp) => ({ ...base, CidrIp })),
      ...entriesOf(sources.Ipv6CidrBlocks).map((CidrIpv6) => ({ ...base, CidrIpv6 })),
      ...entriesOf(sources.PrefixListIds).map((SourcePrefixListId) => ({ ...base, SourcePrefixListId })),
      ...entriesOf(sources.SecurityGroups).map((SourceSecurityGroupId) => ({ ...base, SourceSecurityGroupId })),
      ...(sources.Self === true ? [{ ...base, SourceSecurityGroupId: self }] : []),
    ];
  });
  return { properties: rules.length === 0 ? properties : { ...properties, SecurityGroupIngress: rules } };
}

function entriesOf(value: Value | undefined): readonly Value[] {
  if (value === undefined || value === null) return [];
  return isList(value) ? value : [value];
}
