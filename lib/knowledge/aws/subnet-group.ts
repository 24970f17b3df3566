import type { Facts } from '../fact';
import { checked } from './checked';

/** A list of subnets under a name: it runs nowhere, and those who use it stand in its subnets. */
export const subnetGroup = (noun: string, source: string): Facts => ({
  noun,
  role: 'subnet-group',
  locality: 'none',
  inert: true,
  source,
  checked,
});
