import { defineSettingsRule } from './settings-rule';

export const pointInTimeRecoveryOff = defineSettingsRule({
  id: 'point-in-time-recovery-off',
  category: 'MISCONFIGURATION_AND_BUGS',
  function: 'recover',
  title: 'data cannot go back to a moment',
  state: 'cannot go back to a moment',
  why: 'a bad deployment can overwrite data within minutes, and the last backup may be a day old',
  how: 'continuous backups must be on',
  fix: 'switch point-in-time recovery on',
  sources: ['https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Point-in-time-recovery.html'],
});
