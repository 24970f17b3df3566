import { Output } from '@pulumi/pulumi';
import type { Fault } from '../blueprints';

/**
 * One fault per value that is only known at deployment. Zones, addresses and sizes are decided when the program runs,
 * so they have to be known there; everything else may be an output.
 */
export function faultsOfOutputs(values: Readonly<Record<string, unknown>>): readonly Fault[] {
  return Object.entries(values)
    .filter(([, value]) => Output.isInstance(value))
    .map(([name]) => ({
      found: `${name} is an output`,
      bound: 'it decides how many resources there are, so its value is expected when the program runs',
      wayOut: 'pass a literal value, from the configuration of the stack for instance',
    }));
}
