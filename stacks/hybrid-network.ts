import { Stack, type StackProps } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import {
  type DirectConnectProps,
  HybridNetwork as Hybrid,
  LoadBalancedService,
  ResilientNetwork,
  type Site,
} from '../lib/constructs';
import { HEADQUARTERS } from './sites/headquarters';

export interface HybridNetworkStackProps extends StackProps {
  /** @default - the site described in sites/headquarters.ts */
  readonly site?: Site;
  /**
   * Lines in two locations in front of the tunnels; ordered from AWS when the stack is deployed.
   * @default - context value `directConnectLocations` (two codes with a comma between), or tunnels only
   */
  readonly directConnect?: DirectConnectProps;
}

/** A private site and a network in the cloud as one, joined twice at every step. Survives a zone, a tunnel and a gateway. */
export class HybridNetwork extends Stack {
  constructor(scope: Construct, id: string, props: HybridNetworkStackProps = {}) {
    super(scope, id, { description: 'nospof: a private site and the cloud, joined twice at every step', ...props });
    const site = props.site ?? HEADQUARTERS;
    const network = new ResilientNetwork(this, 'Network', {
      cidr: '10.0.0.0/16',
      tiers: ['private', 'transit'],
      egress: 'none',
      routedTo: { [site.name]: site.cidr },
    });
    const directConnect = props.directConnect ?? locationsOf(this);
    new Hybrid(this, 'Hybrid', { network, site, ...(directConnect === undefined ? {} : { directConnect }) });
    new LoadBalancedService(this, 'Service', {
      network,
      internetFacing: false,
      pools: { web: { kind: 'fleet', requiredCapacity: 2 } },
    });
  }
}

function locationsOf(scope: Construct): DirectConnectProps | undefined {
  const [first, second] = String(scope.node.tryGetContext('directConnectLocations') ?? '').split(',');
  return first === undefined || second === undefined ? undefined : { locations: [first, second] };
}
