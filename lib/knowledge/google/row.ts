import type { Facts } from '../fact';

export const checked = '2026-11-22';
export const cloud = 'https://cloud.google.com/';
export const computeDocs = `${cloud}compute/docs/`;

/** What configures others and cannot fail by itself. */
export const inert = (noun: string, role: Facts['role'] = 'configuration', more: Partial<Facts> = {}): Facts => ({
  noun,
  role,
  locality: 'none',
  inert: true,
  source: `${cloud}docs/geography-and-regions`,
  checked,
  ...more,
});

/** What the provider keeps in several zones of a region. */
export const regional = (noun: string, role: Facts['role'], source: string, more: Partial<Facts> = {}): Facts => ({
  noun,
  role,
  locality: 'region',
  source: `${cloud}${source}`,
  checked,
  ...more,
});
