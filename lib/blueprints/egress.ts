import type { NetworkTier } from './cidr-plan';
import type { Fault } from './refusal';

/** How private subnets reach the internet. */
export type Egress = 'nat-per-zone' | 'regional-nat' | 'none';

/** AWS services that instances and containers need to start and to log, by the last part of their endpoint name. */
export const NEEDED_WITHOUT_EGRESS = [
  'ec2messages',
  'ecr.api',
  'ecr.dkr',
  'logs',
  'monitoring',
  'secretsmanager',
  'ssm',
  'ssmmessages',
  'sts',
] as const;

/** The fault of a way out that the tiers of a network have no place for. */
export function faultOfEgress(egress: Egress, tiers: readonly NetworkTier[]): Fault | undefined {
  if (!['nat-per-zone', 'regional-nat', 'none'].includes(egress)) {
    return { found: `egress is ${egress}`, bound: 'nat-per-zone, regional-nat or none is expected', wayOut: 'use nat-per-zone' };
  }
  const needed = egress === 'none' ? [] : egress === 'regional-nat' ? (['private'] as const) : (['public', 'private'] as const);
  const missing = needed.filter((tier) => !tiers.includes(tier));
  if (missing.length === 0) return undefined;
  return {
    found: `egress is ${egress} and the tiers are ${tiers.join(', ')}`,
    bound: 'private subnets go out through NAT gateways, and a zonal one stands in a public subnet of its zone',
    wayOut: `add ${missing.join(' and ')} to the tiers, or set egress to none`,
  };
}

/** The fault of a way out through a region's own network address translation, which stands in no zone. */
export function faultOfRegionalEgress(egress: Egress, tiers: readonly NetworkTier[]): Fault | undefined {
  if (egress !== 'regional-nat' && egress !== 'none') {
    return {
      found: `egress is ${egress}`,
      bound: 'Cloud NAT is part of the network of a region and stands in no zone, so regional-nat or none is expected',
      wayOut: 'use regional-nat',
    };
  }
  if (egress === 'none' || tiers.includes('private')) return undefined;
  return {
    found: `egress is ${egress} and the tiers are ${tiers.join(', ')}`,
    bound: 'private subnets are what goes out through it',
    wayOut: 'add private to the tiers, or set egress to none',
  };
}
