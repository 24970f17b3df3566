import { defineSettingsRule } from './settings-rule';

export const backupPlanMissing = defineSettingsRule({
  id: 'backup-plan-missing',
  category: 'MISCONFIGURATION_AND_BUGS',
  function: 'recover',
  title: 'a store is in no backup plan',
  state: 'is in no backup plan',
  why: 'a backup plan keeps copies outside the store, by a schedule, where deleting the store does not delete them',
  how: 'backup selections that name the resource are looked for; one that selects by tag may mean it, and then nothing is said',
  fix: 'select the resource in a backup plan',
  sources: ['https://docs.aws.amazon.com/aws-backup/latest/devguide/assigning-resources.html'],
});
