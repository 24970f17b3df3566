import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as logs from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
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
import { faultsOfTokens } from './tokens';
import { zonedVpc } from './zoned-vpc';

/** A network needs nothing that only one host has. */
export type ResilientNetworkProps = NetworkSettings;

/**
 * A network over 2 or more zones of a Region: every tier has a subnet in every zone, every zone its own way out, every
 * endpoint a leg in every zone. Promises to survive the loss of any one zone.
 *
 * Works in stacks without an environment too: zones are the first ones of the list that the Region gives.
 */
export class ResilientNetwork extends Construct {
  /** The network for other constructs. */
  readonly vpc: ec2.IVpc;
  /** Names of the zones, as tokens of the stack. */
  readonly zones: readonly string[];
  readonly tiers: readonly NetworkTier[];
  readonly egress: Egress;
  readonly cidr: string;

  /** @throws {RefusedError} fewer than 2 zones, a block that cannot be planned or overlaps, NAT without public subnets */
  constructor(scope: Construct, id: string, props: ResilientNetworkProps = {}) {
    super(scope, id);
    const { cidr = '10.0.0.0/16', zones = 3, tiers = ['public', 'private', 'isolated'], egress = 'nat-per-zone' } = props;
    const tokens = faultsOfTokens({ cidr, zones });
    refuse(this.node.path, tokens);
    refuse(this.node.path, [
      ...faultsOfSubnetRequest({ cidr, zones, tiers }),
      faultOfEgress(egress, tiers),
      ...faultsOfOverlap({ cidr, ...props.routedTo }),
    ]);
    this.cidr = cidr;
    this.tiers = tiers;
    this.egress = egress;
    this.vpc = zonedVpc(this, 'Vpc', { cidr, zones, tiers, egress });
    this.zones = this.vpc.availabilityZones;
    if (props.gatewayEndpoints ?? true) this.addGatewayEndpoints();
    this.addInterfaceEndpoints(props.interfaceEndpoints ?? (egress === 'none' ? NEEDED_WITHOUT_EGRESS : []));
    if (props.flowLogs ?? true) this.addFlowLogs();
  }

  /** The subnets of a tier, one per zone, in the order of the zones. */
  subnetsOf(tier: NetworkTier): ec2.SubnetSelection {
    return { subnetGroupName: tier };
  }

  private addGatewayEndpoints(): void {
    this.vpc.addGatewayEndpoint('S3', { service: ec2.GatewayVpcEndpointAwsService.S3 });
    this.vpc.addGatewayEndpoint('DynamoDb', { service: ec2.GatewayVpcEndpointAwsService.DYNAMODB });
  }

  private addInterfaceEndpoints(services: readonly string[]): void {
    const tier = (['private', 'isolated', 'public'] as const).find((candidate) => this.tiers.includes(candidate)) ?? 'private';
    for (const service of services) {
      this.vpc.addInterfaceEndpoint(endpointId(service), {
        service: new ec2.InterfaceVpcEndpointAwsService(service),
        subnets: this.subnetsOf(tier),
      });
    }
  }

  private addFlowLogs(): void {
    const logGroup = new logs.LogGroup(this, 'FlowLogs', { retention: logs.RetentionDays.THREE_MONTHS });
    this.vpc.addFlowLog('FlowLog', { destination: ec2.FlowLogDestination.toCloudWatchLogs(logGroup) });
  }
}

function endpointId(service: string): string {
  return service
    .split(/[.-]/)
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join('');
}
