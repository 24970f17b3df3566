import type { FactTable } from '../fact';
import { compute } from './compute';
import { containers } from './containers';
import { control } from './control';
import { databases } from './databases';
import { edge } from './edge';
import { loadBalancing } from './load-balancing';
import { messaging } from './messaging';
import { networking } from './networking';
import { storage } from './storage';

/** All tables about AWS. */
export const aws: readonly FactTable[] = [
  compute,
  containers,
  control,
  databases,
  edge,
  loadBalancing,
  messaging,
  networking,
  storage,
];
