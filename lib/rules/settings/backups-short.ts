import { defineSettingsRule } from './settings-rule';

export const backupsShort = defineSettingsRule({
  id: 'backups-short',
  category: 'MISCONFIGURATION_AND_BUGS',
  function: 'recover',
  title: 'backups are kept for a few days only',
  state: 'keeps its backups for a short time only',
  why: 'damage that is noticed after a holiday can only be undone when a backup from before it still exists',
  how: 'the days that backups are kept are compared with a week, and with five weeks in a backup plan; the default of the provider counts where none are given',
  fix: 'keep backups for at least a week, and for five weeks in a backup plan',
  sources: ['https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_WorkingWithAutomatedBackups.BackupRetention.html'],
});
