import type { Egress, NetworkSettings, NetworkTier } from '../../blueprints';

/** Subnets belong to the region here: one of each tier spans every zone. */
export interface ResilientNetworkProps extends Pick<NetworkSettings, 'cidr' | 'zones' | 'flowLogs' | 'routedTo'> {
  /**
   * What there is a block of addresses for. The isolated one is a range in which services of Google, such as databases,
   * are reached inside the network.
   * @default ['public', 'private', 'isolated']
   */
  readonly tiers?: readonly Extract<NetworkTier, 'public' | 'private' | 'isolated'>[];
  /**
   * How private subnets reach the internet: through Cloud NAT, which is part of the network of the region and stands in
   * no zone, or not at all. APIs of Google are reached inside the network either way.
   * @default 'regional-nat'
   */
  readonly egress?: Exclude<Egress, 'nat-per-zone'>;
}
