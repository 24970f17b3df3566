import { Construct } from 'constructs';
import { costOfSeasons, dayAfter, faultsOfSeasons, refuse, type Season, type SeasonalCost } from '../blueprints';
import type { LoadBalancedService } from './load-balanced-service';
import type { ScalablePool } from './scalable-pool';

export interface SeasonalScalingProps {
  /** The service whose pool follows the calendar. */
  readonly service: LoadBalancedService;
  /**
   * Name of the pool.
   * @default - the only pool of the service
   */
  readonly pool?: string;
  /** The parts of the year with a size of their own; on other days the pool has the size it was made with. */
  readonly seasons: readonly Season[];
  /**
   * Time zone in which a day starts, in the IANA form `Asia/Seoul`.
   * @default 'Etc/UTC'
   */
  readonly timeZone?: string;
}

/**
 * Moves floor and ceiling of a pool with the seasons; between them the load decides (target tracking of the pool). No
 * season can take the pool below its redundant floor. A season that is under way at the first deployment applies from
 * its next start.
 */
export class SeasonalScaling extends Construct {
  /** What the calendar saves against a size fixed at its highest floor. */
  readonly cost: SeasonalCost;

  /** @throws {RefusedError} a floor under the redundant one, floor over ceiling, days that are none, seasons that share days */
  constructor(scope: Construct, id: string, props: SeasonalScalingProps) {
    super(scope, id);
    const { service, seasons, timeZone = 'Etc/UTC' } = props;
    const names = Object.keys(service.pools);
    const name = props.pool ?? names[0] ?? '';
    const pool = service.pools[name];
    const known = pool !== undefined && (props.pool !== undefined || names.length === 1);
    refuse(this.node.path, [
      known
        ? undefined
        : {
            found: `pool is ${props.pool ?? 'not given'}`,
            bound: `the pools of the service are ${names.join(', ')}`,
            wayOut: 'name one of them',
          },
      ...(known ? faultsOfSeasons(seasons, pool.plan) : []),
    ]);
    this.cost = known ? costOfSeasons(seasons, pool.plan) : { fixedUnitDays: 0, elasticUnitDays: 0, savedShare: 0 };
    if (known) for (const season of seasons) this.schedule(pool, season, timeZone);
  }

  private schedule({ resize, floor, ceiling }: ScalablePool, season: Season, timeZone: string): void {
    const id = season.name.replace(/[^A-Za-z0-9]/g, '');
    resize(`${this.node.id}${id}Starts`, season.from, season.floor, season.ceiling, timeZone);
    resize(`${this.node.id}${id}Ends`, dayAfter(season), floor, ceiling, timeZone);
  }
}
