import type { Facts, FactTable } from '../fact';
import { checked } from './checked';
import { reference } from './reference';

const vpc = 'https://docs.aws.amazon.com/vpc/latest/userguide/';

/** Configuration of the network that runs nowhere and cannot fail by itself. */
const plumbing = (noun: string, more: Partial<Facts> = {}): Facts => ({
  noun,
  role: 'network',
  locality: 'none',
  inert: true,
  source: `${vpc}what-is-amazon-vpc.html`,
  checked,
  ...more,
});

/** Where callers of a network find a service that runs outside it; one interface per subnet. */
const endpointOf = (noun: string, page: string, subnets: string, securityGroups: string): Facts => ({
  noun,
  role: 'endpoint',
  locality: 'zones',
  units: { count: 'per-subnet' },
  placement: { subnets: [subnets] },
  securityGroups: [securityGroups],
  recovery: { kind: 'none' },
  source: reference(page),
  checked,
});

/** VPC, subnets, routes, the ways out, endpoints, firewalls and ways in for people. */
export const networking: FactTable = {
  'AWS::EC2::VPC': plumbing('VPC'),
  'AWS::EC2::VPCCidrBlock': plumbing('VPC address range'),
  'AWS::EC2::SubnetCidrBlock': plumbing('subnet address range'),
  'AWS::EC2::VPCGatewayAttachment': plumbing('gateway attachment'),
  'AWS::EC2::NetworkAcl': plumbing('network ACL'),
  'AWS::EC2::NetworkAclEntry': plumbing('network ACL entry'),
  'AWS::EC2::SubnetNetworkAclAssociation': plumbing('network ACL association'),
  // Every name that anything in the network looks up is asked there.
  'AWS::EC2::DHCPOptions': {
    ...plumbing('DHCP options', { asks: ['DomainNameServers[]'], source: `${vpc}DHCPOptionSetConcepts.html` }),
    cases: [{ when: { 'DomainNameServers[]': 'AmazonProvidedDNS' }, facts: { asks: [] } }],
  },
  'AWS::EC2::VPCDHCPOptionsAssociation': plumbing('DHCP options association'),
  'AWS::EC2::FlowLog': plumbing('flow log', { role: 'operations' }),
  'AWS::EC2::Subnet': {
    noun: 'subnet',
    role: 'subnet',
    locality: 'zone',
    placement: { zones: ['AvailabilityZone', 'AvailabilityZoneId'] },
    network: 'VpcId',
    addressRange: 'CidrBlock',
    inert: true,
    source: `${vpc}configure-subnets.html`,
    checked,
  },
  'AWS::EC2::RouteTable': plumbing('route table', { role: 'route-table' }),
  'AWS::EC2::SubnetRouteTableAssociation': plumbing('route table association', {
    associates: { subnet: 'SubnetId', table: 'RouteTableId' },
    source: `${vpc}VPC_Route_Tables.html`,
  }),
  'AWS::EC2::Route': plumbing('route', {
    route: {
      table: 'RouteTableId',
      destinations: ['DestinationCidrBlock', 'DestinationIpv6CidrBlock'],
      via: [
        'NatGatewayId',
        'InstanceId',
        'NetworkInterfaceId',
        'TransitGatewayId',
        'VpcEndpointId',
        'GatewayId',
        'EgressOnlyInternetGatewayId',
        'VpcPeeringConnectionId',
        'CoreNetworkArn',
        'CarrierGatewayId',
        'LocalGatewayId',
        'OdbNetworkArn',
      ],
    },
    source: `${vpc}VPC_Route_Tables.html`,
  }),
  'AWS::EC2::InternetGateway': plumbing('internet gateway', { role: 'gateway', source: `${vpc}VPC_Internet_Gateway.html` }),
  'AWS::EC2::EgressOnlyInternetGateway': plumbing('egress-only internet gateway', {
    role: 'gateway',
    source: `${vpc}egress-only-internet-gateway.html`,
  }),
  'AWS::EC2::NatGateway': {
    noun: 'NAT gateway',
    role: 'nat',
    locality: 'zone',
    units: { count: 'many' },
    placement: { subnets: ['SubnetId'] },
    needs: [{ path: 'AllocationId', kind: 'hard', because: 'it is its public address' }],
    recovery: { kind: 'none' },
    cases: [
      // Zones that are listed are all that it has; the others go through them.
      {
        when: { AvailabilityMode: 'regional', AvailabilityZoneAddresses: 'present' },
        facts: {
          locality: 'zones',
          units: { count: 'per-subnet' },
          placement: {
            zones: ['AvailabilityZoneAddresses[].AvailabilityZone', 'AvailabilityZoneAddresses[].AvailabilityZoneId'],
          },
          fix: 'list every zone in AvailabilityZoneAddresses, or leave it out, so that the gateway expands by itself',
        },
      },
      { when: { AvailabilityMode: 'regional' }, facts: { locality: 'region', placement: {} } },
    ],
    source: `${vpc}nat-gateway-basics.html`,
    checked,
  },
  'AWS::EC2::VPCEndpoint': {
    noun: 'gateway endpoint',
    role: 'endpoint',
    locality: 'region',
    network: 'VpcId',
    inert: true,
    cases: [
      {
        when: { VpcEndpointType: ['Interface', 'Resource', 'ServiceNetwork'] },
        facts: {
          noun: 'interface endpoint',
          locality: 'zones',
          units: { count: 'per-subnet' },
          placement: { subnets: ['SubnetIds[]'] },
          securityGroups: ['SecurityGroupIds[]'],
          needs: [{ path: 'ServiceName', kind: 'hard', because: 'calls go to this service' }],
          privateName: 'PrivateDnsEnabled',
          recovery: { kind: 'none' },
          inert: false,
        },
      },
      {
        when: { VpcEndpointType: 'GatewayLoadBalancer' },
        facts: {
          noun: 'Gateway Load Balancer endpoint',
          role: 'appliance-endpoint',
          locality: 'zone',
          units: { count: 'many' },
          placement: { subnets: ['SubnetIds[]'] },
          needs: [{ path: 'ServiceName', kind: 'hard', because: 'packets go to the appliances behind this service' }],
          recovery: { kind: 'none' },
          inert: false,
        },
      },
    ],
    source: 'https://docs.aws.amazon.com/vpc/latest/privatelink/privatelink-access-aws-services.html',
    checked,
  },
  'AWS::EC2::VPCEndpointService': {
    noun: 'endpoint service',
    role: 'attachment',
    locality: 'region',
    // An endpoint is led to one balancer in each zone, so that several balancers may each hold a zone of their own.
    alternatives: {
      each: ['NetworkLoadBalancerArns[]', 'GatewayLoadBalancerArns[]'],
      because: 'it stands behind the service',
    },
    source: 'https://docs.aws.amazon.com/vpc/latest/privatelink/create-endpoint-service.html',
    checked,
  },
  'AWS::MSK::VpcConnection': endpointOf('Kafka connection', 'msk-vpcconnection', 'ClientSubnets[]', 'SecurityGroups[]'),
  'AWS::NeptuneGraph::PrivateGraphEndpoint': endpointOf(
    'graph endpoint',
    'neptunegraph-privategraphendpoint',
    'SubnetIds[]',
    'SecurityGroupIds[]',
  ),
  'AWS::OpenSearchServerless::VpcEndpoint': endpointOf(
    'OpenSearch Serverless endpoint',
    'opensearchserverless-vpcendpoint',
    'SubnetIds[]',
    'SecurityGroupIds[]',
  ),
  'AWS::EC2::CarrierGateway': plumbing('carrier gateway', { role: 'gateway', source: reference('ec2-carriergateway') }),
  // One endpoint per subnet; which of its endpoints a route names is known only when deployed.
  'AWS::NetworkFirewall::Firewall': {
    noun: 'network firewall',
    role: 'appliance-endpoint',
    locality: 'zones',
    units: { count: 'per-subnet' },
    placement: { subnets: ['SubnetMappings[].SubnetId'], zones: ['AvailabilityZoneMappings[].AvailabilityZone'] },
    recovery: { kind: 'none' },
    // Behind a transit gateway no route table of the input leads to it.
    cases: [
      {
        when: { TransitGatewayId: 'present' },
        facts: { role: 'compute', fix: 'map every zone in use in AvailabilityZoneMappings' },
      },
    ],
    source: 'https://docs.aws.amazon.com/network-firewall/latest/developerguide/high-level-steps.html',
    checked,
  },
  'AWS::NetworkFirewall::VpcEndpointAssociation': {
    noun: 'firewall endpoint',
    role: 'appliance-endpoint',
    locality: 'zone',
    units: { count: 'many' },
    placement: { subnets: ['SubnetMapping.SubnetId'] },
    needs: [{ path: 'FirewallArn', kind: 'control', because: 'the firewall says what passes' }],
    recovery: { kind: 'none' },
    source: reference('networkfirewall-vpcendpointassociation'),
    checked,
  },
  // People dial in through any network that the endpoint is associated with.
  'AWS::EC2::ClientVpnEndpoint': {
    noun: 'Client VPN endpoint',
    role: 'cluster',
    locality: 'region',
    offers: 'admin',
    source: 'https://docs.aws.amazon.com/vpn/latest/clientvpn-admin/cvpn-working-target.html',
    checked,
  },
  'AWS::EC2::ClientVpnTargetNetworkAssociation': {
    noun: 'Client VPN association',
    role: 'attachment',
    locality: 'zone',
    units: { count: 'many' },
    placement: { subnets: ['SubnetId'], zones: ['AvailabilityZone', 'AvailabilityZoneId'] },
    joins: ['ClientVpnEndpointId'],
    recovery: { kind: 'none' },
    fix: 'associate the endpoint with a subnet in a second zone, with a route through each',
    source: 'https://docs.aws.amazon.com/vpn/latest/clientvpn-admin/cvpn-working-target.html',
    checked,
  },
  'AWS::EC2::VerifiedAccessEndpoint': {
    noun: 'Verified Access endpoint',
    role: 'entry',
    locality: 'zones',
    units: { count: 'per-subnet' },
    placement: {
      subnets: ['LoadBalancerOptions.SubnetIds[]', 'RdsOptions.SubnetIds[]', 'CidrOptions.SubnetIds[]'],
    },
    securityGroups: ['SecurityGroupIds[]'],
    needs: [
      { path: 'LoadBalancerOptions.LoadBalancerArn', kind: 'hard', because: 'it leads to it' },
      { path: 'NetworkInterfaceOptions.NetworkInterfaceId', kind: 'hard', because: 'it leads to it' },
      { path: 'RdsOptions.RdsDbClusterArn', kind: 'hard', because: 'it leads to it' },
      { path: 'RdsOptions.RdsDbInstanceArn', kind: 'hard', because: 'it leads to it' },
      { path: 'RdsOptions.RdsDbProxyArn', kind: 'hard', because: 'it leads to it' },
    ],
    recovery: { kind: 'none' },
    source: reference('ec2-verifiedaccessendpoint'),
    checked,
  },
  // Routes move only while an endpoint of the route server hears the appliances.
  'AWS::EC2::RouteServer': {
    noun: 'route server',
    role: 'cluster',
    locality: 'region',
    source: 'https://docs.aws.amazon.com/vpc/latest/userguide/dynamic-routing-route-server.html',
    checked,
  },
  'AWS::EC2::RouteServerEndpoint': {
    noun: 'route server endpoint',
    role: 'attachment',
    locality: 'zone',
    units: { count: 'many' },
    placement: { subnets: ['SubnetId'] },
    joins: ['RouteServerId'],
    recovery: { kind: 'none' },
    fix: 'add an endpoint in a second zone, with a peer of its own',
    source: reference('ec2-routeserverendpoint'),
    checked,
  },
  'AWS::EC2::SecurityGroup': {
    noun: 'security group',
    role: 'security-group',
    locality: 'none',
    ingress: {
      rules: 'SecurityGroupIngress[]',
      sourceGroups: ['SourceSecurityGroupId', 'SourceSecurityGroupName'],
      cidrs: ['CidrIp', 'CidrIpv6', 'SourcePrefixListId'],
      from: 'FromPort',
      to: 'ToPort',
      protocol: 'IpProtocol',
    },
    inert: true,
    source: `${vpc}vpc-security-groups.html`,
    checked,
  },
  'AWS::EC2::SecurityGroupIngress': {
    noun: 'security group rule',
    role: 'configuration',
    locality: 'none',
    ingress: {
      group: 'GroupId',
      rules: '',
      sourceGroups: ['SourceSecurityGroupId', 'SourceSecurityGroupName'],
      cidrs: ['CidrIp', 'CidrIpv6', 'SourcePrefixListId'],
      from: 'FromPort',
      to: 'ToPort',
      protocol: 'IpProtocol',
    },
    inert: true,
    source: `${vpc}vpc-security-groups.html`,
    checked,
  },
  'AWS::EC2::SecurityGroupEgress': plumbing('security group rule', { role: 'configuration' }),
};
