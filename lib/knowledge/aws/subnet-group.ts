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

/** One that the service refuses when all its subnets are in one zone. */
export const subnetGroupOfTwoZones = (noun: string, source: string): Facts => ({
  ...subnetGroup(noun, source),
  apart: { subnets: ['SubnetIds[]'], leastZones: 2 },
});
