import type { FactTable } from '../fact';
import { apis } from './apis';
import { batchComputing } from './batch';
import { caches } from './caches';
import { compute } from './compute';
import { containers } from './containers';
import { control } from './control';
import { databases } from './databases';
import { edge } from './edge';
import { elasticBeanstalk } from './elastic-beanstalk';
import { functions } from './functions';
import { lightsailPlans } from './lightsail';
import { loadBalancing } from './load-balancing';
import { messaging } from './messaging';
import { networking } from './networking';
import { orchestration } from './orchestration';
import { search } from './search';
import { storage } from './storage';

/** All tables about AWS. */
export const aws: readonly FactTable[] = [
  apis,
  batchComputing,
  caches,
  compute,
  containers,
  control,
  databases,
  edge,
  elasticBeanstalk,
  functions,
  lightsailPlans,
  loadBalancing,
  messaging,
  networking,
  orchestration,
  search,
  storage,
];
