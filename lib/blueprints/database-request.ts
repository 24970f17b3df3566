import type { NetworkTier } from './cidr-plan';
import { type Fault, faultOfCount } from './refusal';

/** What is asked of a database, whatever renders it. */
export interface DatabaseRequest {
  readonly kind: 'aurora' | 'multi-az' | 'multi-az-cluster' | 'dynamodb';
  readonly backupDays?: number;
  /** Writer and readers together; Aurora only. */
  readonly instances?: number;
  readonly zones: number;
  readonly tiers: readonly NetworkTier[];
}

/** Everything wrong with what was asked of a database. */
export function faultsOfDatabaseRequest(props: DatabaseRequest): readonly (Fault | undefined)[] {
  const { backupDays = 14 } = props;
  const days = faultOfCount(
    'backupDays',
    backupDays,
    1,
    35,
    'days to go back to',
    'keep 1 to 35 days, and longer ones in a BackupPlan',
  );
  if (props.kind === 'dynamodb') return [days];
  return [
    days,
    props.tiers.includes('isolated')
      ? undefined
      : {
          found: `the network has the tiers ${props.tiers.join(', ')}`,
          bound: 'a database stands in isolated subnets',
          wayOut: 'add isolated to the tiers of the network',
        },
    props.kind === 'aurora'
      ? faultOfCount(
          'instances',
          props.instances ?? 2,
          2,
          15,
          'because a single instance is recreated in its own zone only, in about 10 minutes',
          'set instances to 2 or 3',
        )
      : undefined,
    props.kind === 'multi-az-cluster' && props.zones < 3
      ? {
          found: `the network has ${props.zones} zones`,
          bound: 'a Multi-AZ cluster stands in three zones',
          wayOut: 'set zones of the network to 3, or use multi-az or aurora',
        }
      : undefined,
  ];
}
