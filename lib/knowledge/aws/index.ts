import type { FactTable } from '../fact';
import { batchComputing } from './batch';
import { compute } from './compute';
import { containers } from './containers';
import { control } from './control';
import { databases } from './databases';
import { edge } from './edge';
import { elasticBeanstalk } from './elastic-beanstalk';
import { lightsailPlans } from './lightsail';
import { loadBalancing } from './load-balancing';
import { messaging } from './messaging';
import { networking } from './networking';
import { storage } from './storage';

/** All tables about AWS. */
export const aws: readonly FactTable[] = [
  batchComputing,
  compute,
  containers,
  control,
  databases,
  edge,
  elasticBeanstalk,
  lightsailPlans,
  loadBalancing,
  messaging,
  networking,
  storage,
];
