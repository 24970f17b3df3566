import * as directconnect from 'aws-cdk-lib/aws-directconnect';
import { Construct } from 'constructs';
import { type Fault, faultOfCount } from '../blueprints';

export interface DirectConnectProps {
  /** Codes of two different locations: `EqDC2`. A bundle of lines ends on one device of one location. */
  readonly locations: readonly [string, string];
  /** @default '10Gbps' */
  readonly bandwidth?: '1Gbps' | '10Gbps' | '100Gbps' | '400Gbps';
  /**
   * Lines bundled (LACP) per location, 2 to 4.
   * @default 2
   */
  readonly linesPerLocation?: number;
  /**
   * Lines that must be up for the bundle to be used; fewer than there are.
   * @default 1
   */
  readonly minimumLines?: number;
}

interface Attached extends DirectConnectProps {
  readonly transitGatewayId: string;
  readonly siteAsn: number;
  /** Blocks that the cloud side tells the site about. */
  readonly advertised: readonly string[];
}

/** Number of the virtual network of the first location; the others count on. */
const FIRST_VLAN = 101;

/** Bundled lines in two locations, with a virtual interface each, joined to a transit gateway. */
export class DirectConnect extends Construct {
  constructor(scope: Construct, id: string, props: Attached) {
    super(scope, id);
    const { locations, bandwidth = '10Gbps', linesPerLocation = 2, minimumLines = 1 } = props;
    const gateway = new directconnect.CfnDirectConnectGateway(this, 'Gateway', {
      directConnectGatewayName: this.node.path.replace(/\//g, '-'),
    });
    new directconnect.CfnDirectConnectGatewayAssociation(this, 'Association', {
      directConnectGatewayId: gateway.ref,
      associatedGatewayId: props.transitGatewayId,
      allowedPrefixesToDirectConnectGateway: [...props.advertised],
    });
    locations.forEach((location, index) => {
      const name = `${location}-${index + 1}`;
      const bundle = new directconnect.CfnLag(this, `Bundle${index + 1}`, {
        lagName: name,
        location,
        connectionsBandwidth: bandwidth,
        minimumLinks: minimumLines,
      });
      for (let line = 1; line <= linesPerLocation; line++) {
        new directconnect.CfnConnection(this, `Line${index + 1}${line}`, {
          connectionName: `${name}-${line}`,
          location,
          bandwidth,
          lagId: bundle.ref,
        });
      }
      new directconnect.CfnTransitVirtualInterface(this, `Interface${index + 1}`, {
        virtualInterfaceName: name,
        connectionId: bundle.ref,
        directConnectGatewayId: gateway.ref,
        vlan: FIRST_VLAN + index,
        mtu: 8500,
        bgpPeers: [{ addressFamily: 'ipv4', asn: String(props.siteAsn) }],
      });
    });
  }
}

/** Everything wrong with lines in two locations. */
export function faultsOfDirectConnect(props: DirectConnectProps): readonly (Fault | undefined)[] {
  const { locations, linesPerLocation = 2, minimumLines = 1 } = props;
  return [
    new Set(locations).size === 2
      ? undefined
      : {
          found: `the locations are ${locations.join(' and ')}`,
          bound: 'lines of one location are lost together, whatever their number',
          wayOut: 'name two different locations',
        },
    faultOfCount('linesPerLocation', linesPerLocation, 2, 4, 'the lines that a bundle holds', 'use 2'),
    faultOfCount(
      'minimumLines',
      minimumLines,
      1,
      linesPerLocation - 1,
      `because a bundle of ${linesPerLocation} that needs them all is down with the first`,
      `use ${linesPerLocation - 1} or less`,
    ),
  ];
}
