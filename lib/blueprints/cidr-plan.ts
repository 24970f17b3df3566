import { type CidrBlock, formatCidr, overlaps, parseCidr, partOf } from './cidr';
import { type Fault, faultOfCount } from './refusal';

/**
 * What a subnet is for: reached from outside, reaching out, neither; or holding only the zone's leg of a transit
 * gateway or its firewall endpoint.
 */
export type NetworkTier = 'public' | 'private' | 'isolated' | 'transit' | 'firewall';

/** A network has room for 2 to the power of this many zones; no AWS Region has more than six. */
const ZONE_BITS = 3;

/**
 * Where a tier sits inside the block of its zone: half of it for private, a quarter for isolated, an eighth for public,
 * a thirty-second each for transit and firewall, two thirty-seconds kept free.
 */
const TIER_PARTS = {
  private: { bits: 1, index: 0 },
  isolated: { bits: 2, index: 2 },
  public: { bits: 3, index: 6 },
  transit: { bits: 5, index: 28 },
  firewall: { bits: 5, index: 29 },
} as const satisfies Record<NetworkTier, { bits: number; index: number }>;

/** All tiers, in the order of their addresses. */
export const NETWORK_TIERS = ['private', 'isolated', 'public', 'transit', 'firewall'] as const satisfies readonly NetworkTier[];

export interface SubnetRequest {
  /** Block of the whole network: `10.0.0.0/16`; a prefix of 16 to 20. */
  readonly cidr: string;
  readonly zones: number;
  readonly tiers: readonly NetworkTier[];
}

/** One subnet: its tier, its 0-based zone, its block. */
export interface SubnetPlan {
  readonly tier: NetworkTier;
  readonly zone: number;
  readonly cidr: string;
}

/** Everything wrong with a request for subnets. */
export function faultsOfSubnetRequest({ cidr, zones, tiers }: SubnetRequest): readonly (Fault | undefined)[] {
  const block = parseCidr(cidr);
  const repeated = tiers.filter((tier, index) => tiers.indexOf(tier) !== index);
  return [
    faultOfCount(
      'zones',
      zones,
      2,
      6,
      'because a network in one zone is lost with it',
      'set zones to 2 or 3, or use single-zone-baseline to see what breaks',
    ),
    block === undefined || block.prefix < 16 || block.prefix > 20
      ? {
          found: `cidr is ${cidr}`,
          bound: 'an IPv4 block with a prefix of 16 to 20 and no bit set beyond it is expected, so that 8 zones fit',
          wayOut: 'use a block such as 10.0.0.0/16',
        }
      : undefined,
    ...repeated.map((tier) => ({
      found: `tier ${tier} is listed twice`,
      bound: 'each tier has one place per zone',
      wayOut: 'list it once',
    })),
  ];
}

/**
 * The subnets of a faultless request, by tier in the order asked for, then by zone.
 *
 * The network is cut into 8 equal blocks, one per zone, and each of these in the same way into tiers.
 * The address of a subnet depends on the network, its zone and its tier alone: adding a zone or a tier later moves
 * nothing.
 */
export function planSubnets({ cidr, zones, tiers }: SubnetRequest): readonly SubnetPlan[] {
  const network = parseCidr(cidr);
  if (network === undefined) return [];
  return tiers.flatMap((tier) =>
    Array.from({ length: zones }, (_, zone) => ({ tier, zone, cidr: formatCidr(subnetOf(network, tier, zone)) })),
  );
}

/**
 * The blocks of a faultless request where a subnet belongs to a region and has no zone: each tier has the share of the
 * whole network that it has of a zone elsewhere.
 */
export function planRegionalSubnets({
  cidr,
  tiers,
}: Pick<SubnetRequest, 'cidr' | 'tiers'>): readonly { readonly tier: NetworkTier; readonly cidr: string }[] {
  const network = parseCidr(cidr);
  if (network === undefined) return [];
  return tiers.map((tier) => ({ tier, cidr: formatCidr(partOf(network, TIER_PARTS[tier].bits, TIER_PARTS[tier].index)) }));
}

function subnetOf(network: CidrBlock, tier: NetworkTier, zone: number): CidrBlock {
  const part = TIER_PARTS[tier];
  return partOf(partOf(network, ZONE_BITS, zone), part.bits, part.index);
}

/** One fault for each pair of named blocks that share an address: networks that are to be routed to each other. */
export function faultsOfOverlap(blocks: Readonly<Record<string, string>>): readonly Fault[] {
  const parsed = Object.entries(blocks).map(([name, cidr]) => ({ name, cidr, block: parseCidr(cidr) }));
  const unreadable = parsed
    .filter(({ block }) => block === undefined)
    .map(({ name, cidr }) => ({
      found: `${name} is ${cidr}`,
      bound: 'an IPv4 block with no bit set beyond its prefix is expected',
      wayOut: 'use a block such as 10.1.0.0/16',
    }));
  const shared = parsed.flatMap((a, index) =>
    parsed
      .slice(index + 1)
      .filter((b) => a.block !== undefined && b.block !== undefined && overlaps(a.block, b.block))
      .map((b) => ({
        found: `${a.name} ${a.cidr} and ${b.name} ${b.cidr} share addresses`,
        bound: 'networks that are routed to each other need blocks of their own',
        wayOut: `give ${b.name} a block outside ${a.cidr}`,
      })),
  );
  return [...unreadable, ...shared];
}
