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
  type NetworkTier,
  refuse,
} from '../blueprints';
import { addGatewayEndpoints, addInterfaceEndpoints } from './network-endpoints';
import { addFlowLogs } from './network-flow-logs';
import { addWaysOut } from './network-ways-out';
import { faultsOfOutputs } from './outputs';
import { plannedSubnets } from './zoned-subnets';

export interface ResilientNetworkProps {
  /**
   * Block of the network; a prefix of 16 to 20.
   * @default '10.0.0.0/16'
   */
  readonly cidr?: string;
  /**
   * Number of zones, 2 to 6: the first ones of the Region. Adding one later moves no address.
   * @default 3
   */
  readonly zones?: number;
  /**
   * What each zone has a subnet for.
   * @default ['public', 'private', 'isolated']
   */
  readonly tiers?: readonly NetworkTier[];
  /**
   * How private subnets reach the internet: through a NAT gateway per zone, through one regional NAT gateway, or not.
   * @default 'nat-per-zone'
   */
  readonly egress?: Egress;
  /**
   * Gateway endpoints for S3 and DynamoDB; they cost nothing and belong to no zone.
   * @default true
   */
  readonly gatewayEndpoints?: boolean;
  /**
   * AWS services reached inside the network, by the last part of their endpoint name (`secretsmanager`, `ecr.api`), with
   * a leg in every zone.
   * @default - none with egress; without it those that instances and containers need to start and to log
   */
  readonly interfaceEndpoints?: readonly string[];
  /**
   * Record accepted and rejected flows in a log group.
   * @default true
   */
  readonly flowLogs?: boolean;
  /**
   * Blocks of the networks that this one will be routed to, by name; they may not overlap.
   * @default - none
   */
  readonly routedTo?: Readonly<Record<string, string>>;
}

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
