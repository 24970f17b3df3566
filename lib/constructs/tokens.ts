import { Token } from 'aws-cdk-lib';
import type { Fault, PoolSize } from '../blueprints';

/**
 * One fault per value that is only known at deployment. Zones, addresses and sizes are decided at synthesis, so they
 * have to be known there; everything else may be a token.
 */
export function faultsOfTokens(values: Readonly<Record<string, unknown>>): readonly Fault[] {
  return Object.entries(values)
    .filter(([, value]) => Token.isUnresolved(value))
    .map(([name]) => ({
      found: `${name} is a token`,
      bound: 'it decides how many resources there are, so its value is expected at synthesis',
      wayOut: 'pass a literal value, from the context of cdk.json for instance',
    }));
}

/** One fault per number of a pool that is only known at deployment. */
export function faultsOfSizeTokens(name: string, { requiredCapacity, spareUnits }: PoolSize): readonly Fault[] {
  return faultsOfTokens({ [`pools.${name}.requiredCapacity`]: requiredCapacity, [`pools.${name}.spareUnits`]: spareUnits });
}
