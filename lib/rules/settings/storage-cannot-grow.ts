import { defineSettingsRule } from './settings-rule';

export const storageCannotGrow = defineSettingsRule({
  id: 'storage-cannot-grow',
  category: 'MISCONFIGURATION_AND_BUGS',
  function: 'serve',
  title: 'a database stops when its disk is full',
  state: 'stops when its disk is full',
  why: 'a full disk stops writing in all zones at once, the standby included',
  how: 'a ceiling for growth must be given',
  fix: 'set a ceiling up to which storage may grow',
  sources: ['https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_PIOPS.Autoscaling.html'],
});
