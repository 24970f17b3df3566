import { defineSettingsRule } from './settings-rule';

export const placementPacksOneZone = defineSettingsRule({
  id: 'placement-packs-one-zone',
  category: 'MISCONFIGURATION_AND_BUGS',
  function: 'serve',
  title: 'tasks are packed together',
  state: 'packs its tasks together',
  why: 'a strategy that fills one machine before the next may put all tasks into one zone',
  how: 'a strategy other than spreading is looked for where none spreads over zones',
  fix: 'spread over zones first',
  sources: ['https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task-placement-strategies.html'],
});
