import { defineSettingsRule } from './settings-rule';

export const copiesInOneRegionOnly = defineSettingsRule({
  id: 'copies-in-one-region-only',
  category: 'MISCONFIGURATION_AND_BUGS',
  function: 'recover',
  title: 'copies stay in one region',
  state: 'is kept in one region only',
  why: 'when a region is lost, what was kept only there cannot be had until it comes back',
  how: 'replication or copies to another region must be set',
  fix: 'replicate or copy into another region',
  sources: ['https://docs.aws.amazon.com/AmazonS3/latest/userguide/replication.html'],
});
