import { defineSettingsRule } from './settings-rule';

export const eventsUnheard = defineSettingsRule({
  id: 'events-unheard',
  category: 'MISCONFIGURATION_AND_BUGS',
  function: 'admin',
  title: 'nobody is told when it fails over or replaces units',
  state: 'tells nobody of its events',
  why: 'a failover that nobody heard of is not followed by a repair, and the next one finds no standby',
  how: 'notifications or an event subscription are looked for',
  fix: 'subscribe to its events',
  sources: ['https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_Events.html'],
});
