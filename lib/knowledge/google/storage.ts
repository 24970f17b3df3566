import type { FactTable } from '../fact';
import { checked, cloud, inert, regional } from './row';

/** Objects and files. */
export const storage: FactTable = {
  google_storage_bucket: {
    ...regional('bucket', 'store', 'storage/docs/locations'),
    names: ['name'],
    // What a bucket of several regions holds outlives any of them.
    cases: [
      {
        when: { location: ['EU', 'US', 'ASIA', 'EUR4', 'EUR5', 'EUR7', 'EUR8', 'NAM4', 'ASIA1'] },
        facts: { locality: 'global' },
      },
    ],
  },
  google_storage_bucket_object: inert('object'),
  google_storage_notification: inert('bucket notification'),
  google_filestore_instance: {
    noun: 'Filestore instance',
    role: 'store',
    locality: 'zone',
    units: { count: 'many' },
    placement: { zones: ['zone'] },
    recovery: { kind: 'none' },
    fix: 'choose the tier REGIONAL',
    source: `${cloud}filestore/docs/service-tiers`,
    checked,
    cases: [
      { when: { tier: ['REGIONAL', 'ENTERPRISE'] }, facts: { locality: 'region', units: { count: 'many' }, placement: {} } },
    ],
  },
};
