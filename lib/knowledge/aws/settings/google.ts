import type { SettingFact, SettingTable } from '../../setting';
import { atLeast, on } from './shorthand';

const WEEK = 7;
const backups = 'settings.backup_configuration';
const own = { master_instance_name: 'absent' } as const;

/** A size that is written down stays what it is. */
const scaled: SettingFact = {
  kind: 'scaling-missing',
  orNamedBy: [{ type: 'google_compute_autoscaler', path: 'target' }],
};

/** What Google Cloud lets one turn off; by Terraform's names, as its facts. */
export const googleSettings: SettingTable = {
  google_compute_backend_service: [atLeast('draining-off', 'connection_draining_timeout_sec', 1, 300)],
  google_compute_instance_group_manager: [scaled],
  google_compute_region_backend_service: [atLeast('draining-off', 'connection_draining_timeout_sec', 1, 300)],
  google_compute_region_instance_group_manager: [scaled],
  google_sql_database_instance: [
    on('deletion-protection-off', 'settings.deletion_protection_enabled'),
    // MySQL keeps its binary log for it, the others have a switch of their own.
    on('point-in-time-recovery-off', `${backups}.point_in_time_recovery_enabled`, {
      when: { ...own, [`${backups}.binary_log_enabled`]: 'absent' },
    }),
    atLeast('backups-short', `${backups}.backup_retention_settings.retained_backups`, WEEK, WEEK, { when: own }),
    atLeast('backups-short', `${backups}.transaction_log_retention_days`, WEEK, WEEK, { when: own }),
  ],
};
