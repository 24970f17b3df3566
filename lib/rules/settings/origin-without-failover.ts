import { defineSettingsRule } from './settings-rule';

export const originWithoutFailover = defineSettingsRule({
  id: 'origin-without-failover',
  category: 'MISCONFIGURATION_AND_BUGS',
  function: 'serve',
  title: 'an entry at the edge has one origin for each path',
  state: 'has no second origin',
  why: 'when the origin is lost the edge can only serve what it has kept',
  how: 'origin groups are looked for',
  fix: 'put the origin and a second one into an origin group',
  sources: ['https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/high_availability_origin_failover.html'],
});
