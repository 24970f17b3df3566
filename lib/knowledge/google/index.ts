import type { FactTable } from '../fact';
import { administration } from './administration';
import { compute } from './compute';
import { containers } from './containers';
import { databases } from './databases';
import { loadBalancing } from './load-balancing';
import { networking } from './networking';
import { storage } from './storage';

/** Google Cloud, by Terraform's names. */
export const google: readonly FactTable[] = [administration, compute, containers, databases, loadBalancing, networking, storage];
