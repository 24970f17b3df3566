import type { NetworkTier } from './cidr-plan';
import type { Egress } from './egress';

/** What can be chosen for a network, whatever renders it. */
export interface NetworkSettings {
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
   * How private subnets reach the internet. A NAT gateway per zone: each zone uses its own, and fails alone. One regional
   * NAT gateway: AWS spreads it over the zones in use; a zone that gets its first workload may be served from another
   * zone for up to an hour. None: only the endpoints of the network.
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
