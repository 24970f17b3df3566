import type { FactTable } from '../fact';
import { analytics } from './analytics';
import { apis } from './apis';
import { batchComputing } from './batch';
import { caches } from './caches';
import { classicSecurityGroups } from './classic-security-groups';
import { compute } from './compute';
import { containers } from './containers';
import { databases } from './databases';
import { directories } from './directories';
import { edge } from './edge';
import { withEdges } from './edges';
import { elasticBeanstalk } from './elastic-beanstalk';
import { functions } from './functions';
import { hybrid } from './hybrid';
import { inert } from './inert';
import { lightsailPlans } from './lightsail';
import { loadBalancing } from './load-balancing';
import { machineLearning } from './machine-learning';
import { messaging } from './messaging';
import { networking } from './networking';
import { orchestration } from './orchestration';
import { permissions } from './permissions';
import { search } from './search';
import { specialHosts } from './special-hosts';
import { storage } from './storage';
import { tables } from './tables';
import { vehicles } from './vehicles';
import { warehouses } from './warehouses';

const families: readonly FactTable[] = [
  analytics,
  apis,
  batchComputing,
  caches,
  compute,
  containers,
  ...inert,
  classicSecurityGroups,
  databases,
  directories,
  edge,
  elasticBeanstalk,
  functions,
  hybrid,
  lightsailPlans,
  loadBalancing,
  machineLearning,
  messaging,
  networking,
  orchestration,
  permissions,
  search,
  specialHosts,
  storage,
  tables,
  vehicles,
  warehouses,
];

/** All tables about AWS. */
export const aws: readonly FactTable[] = families.map(withEdges);
