import type { FactTable } from '../../fact';
import { applicationSettings } from './application-settings';
import { computeSettings } from './compute-settings';
import { dataSettings } from './data-settings';
import { deployment } from './deployment';
import { identity } from './identity';
import { networkSettings } from './network-settings';
import { operations } from './operations';

/**
 * Types that configure, watch, permit or deploy, by what they do. A type belongs here only when the loss of a component
 * or of a zone cannot take it away from what runs; a service that serves belongs into a table with units and places.
 */
export const inert: readonly FactTable[] = [
  applicationSettings,
  computeSettings,
  dataSettings,
  deployment,
  identity,
  networkSettings,
  operations,
];
