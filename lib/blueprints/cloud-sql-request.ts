import type { NetworkTier } from './cidr-plan';
import { faultsOfDatabaseRequest } from './database-request';
import type { Fault } from './refusal';

/** What is asked of a database that Cloud SQL runs. */
export interface CloudSqlRequest {
  readonly kind: 'multi-az';
  readonly backupDays: number;
  readonly instanceType: string;
  readonly zones: number;
  readonly tiers: readonly NetworkTier[];
}

/** Days that the logs are kept from which any second can be restored, by edition. */
const LOG_DAYS = { ENTERPRISE: 7, ENTERPRISE_PLUS: 35 } as const;

/** The edition that an instance type belongs to: performance-optimized machines are those of Enterprise Plus. */
export function editionOf(instanceType: string): keyof typeof LOG_DAYS {
  return /^db-(perf-optimized|c4a)-/.test(instanceType) ? 'ENTERPRISE_PLUS' : 'ENTERPRISE';
}

/** Everything wrong with what was asked of a database that Cloud SQL runs. */
export function faultsOfCloudSqlRequest(asked: CloudSqlRequest): readonly (Fault | undefined)[] {
  const { kind, backupDays, instanceType } = asked;
  if (kind !== 'multi-az') {
    return [
      {
        found: `kind is ${String(kind)}`,
        bound: 'Cloud SQL has a standby in another zone, which is multi-az',
        wayOut: "set kind to 'multi-az'",
      },
    ];
  }
  const edition = editionOf(instanceType);
  const days = LOG_DAYS[edition];
  return [
    ...faultsOfDatabaseRequest(asked),
    backupDays > days && backupDays <= LOG_DAYS.ENTERPRISE_PLUS
      ? {
          found: `backupDays is ${backupDays} with the instance type ${instanceType}`,
          bound: `the edition ${edition} goes back ${days} days at most`,
          wayOut: `set backupDays to ${days} or less, or use a type such as db-perf-optimized-N-2`,
        }
      : undefined,
  ];
}
