import { getZonesOutput } from '@pulumi/gcp/compute/getZones';
import { Network } from '@pulumi/gcp/compute/network';
import type { Subnetwork } from '@pulumi/gcp/compute/subnetwork';
import { ComponentResource, type ComponentResourceOptions, type CustomResourceOptions, type Output } from '@pulumi/pulumi';
import {
  type Egress,
  faultOfRegionalEgress,
  faultsOfOverlap,
  faultsOfSubnetRequest,
  type NetworkTier,
  refuse,
} from '../../blueprints';
import { faultsOfOutputs } from '../outputs';
import { addNat } from './cloud-nat';
import { faultOfName } from './names';
import type { ResilientNetworkProps } from './network-props';
import { privateServices, type ServicesRange } from './private-services';
import { regionalSubnets } from './regional-subnets';

/**
 * A network whose subnets span every zone of a region, with a way out and a way to services of Google that stand in no
 * zone. Promises to survive the loss of any one zone.
 */
export class ResilientNetwork extends ComponentResource {
  readonly network: Network;
  /** Names of the zones, in the order in which the region lists them. */
  readonly zones: readonly Output<string>[];
  readonly tiers: readonly NetworkTier[];
  readonly egress: Egress;
  readonly cidr: string;
  /** Where services of Google get their addresses; undefined without the tier `isolated`. */
  readonly services: ServicesRange | undefined;
  private readonly subnets: ReadonlyMap<NetworkTier, Subnetwork>;

  /** @throws {RefusedError} fewer than 2 zones, a block that cannot be planned or overlaps, NAT without private subnets */
  constructor(name: string, props: ResilientNetworkProps = {}, options: ComponentResourceOptions = {}) {
    const { cidr = '10.0.0.0/16', zones = 3, tiers = ['public', 'private', 'isolated'], egress = 'regional-nat' } = props;
    refuse(name, faultsOfOutputs({ cidr, zones }));
    refuse(name, [
      faultOfName(name),
      ...faultsOfSubnetRequest({ cidr, zones, tiers }),
      faultOfRegionalEgress(egress, tiers),
      ...faultsOfOverlap({ cidr, ...props.routedTo }),
    ]);
    super('nospof:google:ResilientNetwork', name, {}, options);
    const parent: CustomResourceOptions = { parent: this };
    this.cidr = cidr;
    this.tiers = tiers;
    this.egress = egress;
    // Zones that are down are asked for too: a group may not be made anew because one of its zones is lost.
    const listed = getZonesOutput({}, { parent: this }).names;
    this.zones = Array.from({ length: zones }, (_, zone) => listed.apply((names) => names[zone] ?? ''));
    this.network = new Network(name, { autoCreateSubnetworks: false, routingMode: 'REGIONAL' }, parent);
    this.subnets = regionalSubnets(name, { cidr, tiers, flowLogs: props.flowLogs ?? true }, this.network.id, parent);
    this.services = tiers.includes('isolated') ? privateServices(name, cidr, this.network.id, parent) : undefined;
    const inside = this.subnets.get('private');
    if (egress === 'regional-nat' && inside !== undefined) addNat(name, this.network.id, inside, parent);
    this.registerOutputs({ networkId: this.network.id });
  }

  /** The subnet of a tier, which spans every zone; a list, as networks elsewhere have one in each zone. */
  subnetsOf(tier: NetworkTier): readonly Subnetwork[] {
    const subnet = this.subnets.get(tier);
    return subnet === undefined ? [] : [subnet];
  }
}
