import { Unknown } from '../model';
import { defineCheckRule } from './rule';

export const dataWithoutBackup = defineCheckRule({
  id: 'data-without-backup',
  category: 'MISCONFIGURATION_AND_BUGS',
  title: 'a data store keeps no backup',
  why: 'a standby copies mistakes as faithfully as data: what was deleted or corrupted can only come back from a backup',
  how: 'the days that automatic backups are kept are read; 0 turns them off',
  severity: 'warning',
  unknown: 'a retention that is not known makes no finding',
  fix: 'keep automatic backups for at least 7 days',
  sources: [
    'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_WorkingWithAutomatedBackups.BackupRetention.html',
    'https://cloud.google.com/sql/docs/postgres/backup-recovery/backups',
  ],
  remedy: 'backup',
  *check({ subjects }) {
    for (const subject of subjects) {
      const { backup, noun, repeatsSource } = subject.facts;
      // What only repeats its source can be made again from it.
      if (backup === undefined || repeatsSource === true || subject.uncertain !== undefined) continue;
      const told = subjects.value(subject, backup.retentionDays);
      if (told instanceof Unknown || Number(told ?? backup.absent) !== 0) continue;
      yield {
        severity: 'warning',
        function: 'recover',
        loses: [subject.resource.id],
        scope: 'component',
        recovery: 'none',
        subject,
        failureDomain: `component ${subject.resource.id}`,
        message: `${noun} "${subject.resource.id}" keeps no automatic backup`,
        fix: this.fix,
        evidence: [],
      };
    }
  },
});
