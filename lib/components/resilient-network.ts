import type { Subnet } from '@pulumi/aws/ec2/subnet';
import { Vpc } from '@pulumi/aws/ec2/vpc';
import { getAvailabilityZonesOutput } from '@pulumi/aws/getAvailabilityZones';
import { getRegionOutput } from '@pulumi/aws/getRegion';
import { ComponentResource, type ComponentResourceOptions, type CustomResourceOptions, type Output } from '@pulumi/pulumi';
import {
  type Egress,
  faultOfEgress,
  faultsOfOverlap,
  faultsOfSubnetRequest,
  NEEDED_WITHOUT_EGRESS,
  type NetworkSettings,
  type NetworkTier,
  refuse,
} from '../blueprints';
import { addGatewayEndpoints, addInterfaceEndpoints } from './network-endpoints';
import { addFlowLogs } from './network-flow-logs';
import { addWaysOut } from './network-ways-out';
import { faultsOfOutputs } from './outputs';
import { plannedSubnets } from './zoned-subnets';

/** A network needs nothing that only one host has. */
export type ResilientNetworkProps = NetworkSettings;

/**
 * A network over 2 or more zones of a Region: every tier has a subnet in every zone, every zone its own way out, every
 * endpoint a leg in every zone. Promises to survive the loss of any one zone.
 */
export class ResilientNetwork extends ComponentResource {
  readonly vpc: Vpc;
  /** Names of the zones, in the order in which the Region lists them. */
  readonly zones: readonly Output<string>[];
  readonly region: Output<string>;
  readonly tiers: readonly NetworkTier[];
  readonly egress: Egress;
  readonly cidr: string;
  private readonly subnets: ReadonlyMap<NetworkTier, readonly Subnet[]>;

  /** @throws {RefusedError} fewer than 2 zones, a block that cannot be planned or overlaps, NAT without public subnets */
  constructor(name: string, props: ResilientNetworkProps = {}, options: ComponentResourceOptions = {}) {
    const { cidr = '10.0.0.0/16', zones = 3, tiers = ['public', 'private', 'isolated'], egress = 'nat-per-zone' } = props;
    refuse(name, faultsOfOutputs({ cidr, zones }));
    refuse(name, [
      ...faultsOfSubnetRequest({ cidr, zones, tiers }),
      faultOfEgress(egress, tiers),
      ...faultsOfOverlap({ cidr, ...props.routedTo }),
    ]);
    super('nospof:aws:ResilientNetwork', name, {}, options);
    const parent: CustomResourceOptions = { parent: this };
    this.cidr = cidr;
    this.tiers = tiers;
    this.egress = egress;
    const listed = getAvailabilityZonesOutput(
      { state: 'available', filters: [{ name: 'opt-in-status', values: ['opt-in-not-required'] }] },
      { parent: this },
    ).names;
    this.zones = Array.from({ length: zones }, (_, zone) => listed.apply((names) => names[zone] ?? ''));
    this.region = getRegionOutput({}, { parent: this }).region;
    this.vpc = new Vpc(name, { cidrBlock: cidr, enableDnsHostnames: true, enableDnsSupport: true, tags: { Name: name } }, parent);
    this.subnets = plannedSubnets(name, { cidr, zones, tiers }, this.zones, this.vpc.id, parent);
    const tables = addWaysOut(name, { egress, vpcId: this.vpc.id, subnets: this.subnets }, parent);
    if (props.gatewayEndpoints ?? true) addGatewayEndpoints(name, this, tables, parent);
    addInterfaceEndpoints(name, this, props.interfaceEndpoints ?? (egress === 'none' ? NEEDED_WITHOUT_EGRESS : []), parent);
    if (props.flowLogs ?? true) addFlowLogs(name, this.vpc.id, parent);
    this.registerOutputs({ vpcId: this.vpc.id });
  }

  /** The subnets of a tier, one per zone, in the order of the zones. */
  subnetsOf(tier: NetworkTier): readonly Subnet[] {
    return this.subnets.get(tier) ?? [];
  }
}
