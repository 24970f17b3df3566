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
