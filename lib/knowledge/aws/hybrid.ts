import type { Facts, FactTable, TypeFacts } from '../fact';
import { checked } from './checked';
import { reference } from './reference';

const vpn = 'https://docs.aws.amazon.com/vpn/latest/s2svpn/vpn-redundant-connection.html';
const directConnect = 'https://docs.aws.amazon.com/directconnect/latest/UserGuide/';

const cloudWan = 'https://docs.aws.amazon.com/network-manager/latest/cloudwan/cloudwan-vpc-attachment.html';
const transit = (page: string) => `https://docs.aws.amazon.com/vpc/latest/tgw/${page}.html`;

/** Configuration between networks that runs nowhere and cannot fail by itself. */
const plumbing = (noun: string, source: string, more: Partial<Facts> = {}): Facts => ({
  noun,
  role: 'network',
  locality: 'none',
  inert: true,
  source,
  checked,
  ...more,
});

/** Where links to other networks end. */
const hub = (noun: string, source: string): Facts => ({ noun, role: 'hub', locality: 'region', source, checked });

/** Nodes of a hub in the subnets of one network, one per zone. */
const attachment = (noun: string, source: string, hub: string, subnets: string): Facts => ({
  noun,
  role: 'attachment',
  locality: 'zones',
  units: { count: 'per-subnet' },
  placement: { subnets: [subnets] },
  joins: [hub],
  source,
  checked,
});

/** Of a transit gateway's, two subnets of one zone are refused. */
const transitAttachment: Facts = {
  ...attachment('transit gateway attachment', transit('tgw-vpc-attachments'), 'TransitGatewayId', 'SubnetIds[]'),
  apart: { subnets: ['SubnetIds[]'] },
};

/** A port in one place outside the region; everything in that place shares its fate. */
const port = (noun: string, page: string, more: Partial<Facts> = {}): Facts => ({
  noun,
  role: 'device',
  locality: 'site',
  units: { count: 1 },
  identity: 'Location',
  recovery: { kind: 'none' },
  fix: 'add a connection in a second Direct Connect location, with a virtual interface of its own',
  source: `${directConnect}${page}.html`,
  checked,
  ...more,
});

const virtualInterface = (noun: string): TypeFacts => ({
  noun,
  role: 'link',
  locality: 'site',
  joins: ['VirtualGatewayId', 'DirectConnectGatewayId'],
  needs: [{ path: 'ConnectionId', kind: 'hard', because: 'it runs on this line', outside: 'unproven' }],
  fix: 'add a virtual interface on a connection in a second Direct Connect location',
  // It is one line, whatever the connection that is declared elsewhere stands for.
  cases: [{ when: { 'ConnectionId->Location': 'absent' }, facts: { units: { count: 1 }, recovery: { kind: 'none' } } }],
  source: `${directConnect}WorkingWithVirtualInterfaces.html`,
  checked,
});

/** Links between networks and to other sites. */
export const hybrid: FactTable = {
  'AWS::DirectConnect::Connection': port('Direct Connect connection', 'WorkingWithConnections', {
    joins: ['LagId'],
    needs: [{ path: 'LagId', kind: 'hard', because: 'it is bundled there' }],
  }),
  'AWS::DirectConnect::DirectConnectGateway': hub('Direct Connect gateway', `${directConnect}direct-connect-gateways-intro.html`),
  'AWS::DirectConnect::DirectConnectGatewayAssociation': {
    noun: 'Direct Connect gateway association',
    role: 'link',
    locality: 'region',
    joins: ['AssociatedGatewayId'],
    needs: [{ path: 'DirectConnectGatewayId', kind: 'hard', because: 'traffic comes from it' }],
    source: `${directConnect}direct-connect-gateways-intro.html`,
    checked,
  },
  // All links of a bundle end on one device: it adds bandwidth, not a second path.
  'AWS::DirectConnect::Lag': port('Direct Connect bundle', 'lags', { leastMembers: 'MinimumLinks' }),
  'AWS::DirectConnect::PrivateVirtualInterface': virtualInterface('private virtual interface'),
  'AWS::DirectConnect::TransitVirtualInterface': virtualInterface('transit virtual interface'),
  'AWS::EC2::CustomerGateway': {
    noun: 'customer gateway',
    role: 'device',
    locality: 'site',
    units: { count: 1 },
    identity: 'IpAddress',
    // A router that the input itself shows: in another network, or one that plays the site.
    needs: [{ path: 'IpAddress', kind: 'hard', because: 'the router behind it has this address' }],
    recovery: { kind: 'none' },
    source: vpn,
    checked,
  },
  'AWS::EC2::TransitGateway': hub('transit gateway', transit('how-transit-gateways-work')),
  'AWS::EC2::TransitGatewayAttachment': transitAttachment,
  // Tunnels over an attachment to appliances: one peer for each.
  'AWS::EC2::TransitGatewayConnect': plumbing('transit gateway Connect attachment', transit('tgw-connect')),
  'AWS::EC2::TransitGatewayConnectPeer': {
    noun: 'transit gateway Connect peer',
    role: 'link',
    locality: 'region',
    units: { count: 1 },
    identity: 'ConnectPeerConfiguration.PeerAddress',
    joins: ['TransitGatewayAttachmentId->TransportTransitGatewayAttachmentId->TransitGatewayId'],
    recovery: { kind: 'none' },
    fix: 'add a second Connect peer, to an appliance in another zone',
    source: transit('tgw-connect'),
    checked,
  },
  'AWS::EC2::TransitGatewayPeeringAttachment': plumbing('transit gateway peering', transit('tgw-peering'), {
    role: 'attachment',
  }),
  'AWS::EC2::TransitGatewayRoute': plumbing('transit gateway route', transit('tgw-route-tables')),
  'AWS::EC2::TransitGatewayRouteTable': plumbing('transit gateway route table', transit('tgw-route-tables')),
  'AWS::EC2::TransitGatewayRouteTableAssociation': plumbing('transit gateway association', transit('tgw-route-tables')),
  'AWS::EC2::TransitGatewayRouteTablePropagation': plumbing('transit gateway propagation', transit('tgw-route-tables')),
  'AWS::EC2::TransitGatewayVpcAttachment': transitAttachment,
  'AWS::EC2::VPCPeeringConnection': plumbing(
    'peering connection',
    'https://docs.aws.amazon.com/vpc/latest/peering/what-is-vpc-peering.html',
    { role: 'attachment' },
  ),
  'AWS::EC2::VPNConcentrator': hub('VPN concentrator', reference('ec2-vpnconcentrator')),
  'AWS::EC2::VPNConnection': {
    noun: 'VPN connection',
    role: 'link',
    locality: 'region',
    joins: ['VpnGatewayId', 'TransitGatewayId', 'VpnConcentratorId'],
    needs: [{ path: 'CustomerGatewayId', kind: 'hard', because: 'both tunnels end on it' }],
    staticWhen: { StaticRoutesOnly: true },
    // A customer gateway that is declared elsewhere is one device all the same.
    cases: [
      {
        when: { 'CustomerGatewayId->Type': 'absent' },
        facts: { units: { count: 1 }, identity: 'CustomerGatewayId', recovery: { kind: 'none' } },
      },
    ],
    source: vpn,
    checked,
  },
  'AWS::EC2::VPNConnectionRoute': plumbing('VPN route', reference('ec2-vpnconnectionroute')),
  'AWS::EC2::VPNGateway': hub('VPN gateway', vpn),
  'AWS::EC2::VPNGatewayRoutePropagation': plumbing('route propagation', reference('ec2-vpngatewayroutepropagation')),
  // A managed line to another provider; one is one path, and what else carries the traffic no property says.
  'AWS::Interconnect::Connection': plumbing('interconnect', reference('interconnect-connection'), { role: 'attachment' }),
  'AWS::NetworkManager::CoreNetwork': plumbing('core network', cloudWan, { locality: 'many-regions' }),
  'AWS::NetworkManager::VpcAttachment': attachment('core network attachment', cloudWan, 'CoreNetworkId', 'SubnetArns[]'),
};
