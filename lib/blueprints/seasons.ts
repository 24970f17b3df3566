import type { CapacityPlan } from './capacity';
import { type Fault, faultOfCount } from './refusal';

/** A part of the year with a load of its own. */
export interface Season {
  readonly name: string;
  /** First day, month and day: `03-02`. */
  readonly from: string;
  /** Last day, included; before `from` for a season that crosses the turn of the year. */
  readonly to: string;
  /** Units that are there whatever the load [units]. */
  readonly floor: number;
  /** The most units that scaling may start [units]. */
  readonly ceiling: number;
}

/** What a calendar saves against a size that is fixed at the highest floor. */
export interface SeasonalCost {
  /** Units times days of a year at the highest floor. */
  readonly fixedUnitDays: number;
  /** Units times days of a year at the floor of each day; load on top of the floors is in neither. */
  readonly elasticUnitDays: number;
  /** Share saved, 0 to 1. */
  readonly savedShare: number;
}

const DAYS_PER_MONTH = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;
const DAYS = DAYS_PER_MONTH.reduce<number>((sum, days) => sum + days, 0);

/** Everything wrong with a calendar for a group that was sized as `base`. */
export function faultsOfSeasons(seasons: readonly Season[], base: CapacityPlan): readonly (Fault | undefined)[] {
  return [
    ...seasons.flatMap((season) => [...faultsOfDays(season), ...faultsOfSize(season, base)]),
    ...seasons.flatMap((a, index) => seasons.slice(index + 1).map((b) => faultOfOverlap(a, b))),
    ...seasons
      .filter(({ name }, index) => seasons.findIndex((other) => other.name === name) !== index)
      .map(({ name }) => ({ found: `season ${name} is listed twice`, bound: 'names tell seasons apart', wayOut: 'rename one' })),
  ];
}

function faultsOfDays({ name, from, to }: Season): readonly (Fault | undefined)[] {
  return [from, to].map((day) =>
    dayOf(day) === undefined
      ? {
          found: `season ${name} has the day ${day}`,
          bound: 'a month and a day of it are expected',
          wayOut: 'write 03-02 for 2 March',
        }
      : undefined,
  );
}

function faultsOfSize({ name, floor, ceiling }: Season, base: CapacityPlan): readonly (Fault | undefined)[] {
  return [
    faultOfCount(
      `floor of season ${name}`,
      floor,
      base.units,
      Number.POSITIVE_INFINITY,
      `because ${base.requiredCapacity} required units over ${base.zones} zones need ${base.units} to survive the loss of a zone`,
      `raise it to ${base.units}, or require less of the group`,
    ),
    floor <= ceiling
      ? undefined
      : {
          found: `season ${name} has a floor of ${floor} and a ceiling of ${ceiling}`,
          bound: 'the ceiling is expected at or above the floor',
          wayOut: `raise the ceiling to ${floor} or more`,
        },
  ];
}

function faultOfOverlap(a: Season, b: Season): Fault | undefined {
  const days = new Set(daysOf(a));
  const shared = daysOf(b).find((day) => days.has(day));
  if (shared === undefined || a.name === b.name) return undefined;
  return {
    found: `the seasons ${a.name} and ${b.name} share ${monthAndDay(shared)}`,
    bound: 'each day belongs to one season',
    wayOut: `end one of them before the other starts`,
  };
}

/** What a faultless calendar saves over a leap year. */
export function costOfSeasons(seasons: readonly Season[], base: CapacityPlan): SeasonalCost {
  const inSeason = seasons.map((season) => ({ days: daysOf(season).length, floor: season.floor }));
  const rest = DAYS - inSeason.reduce((sum, { days }) => sum + days, 0);
  const elasticUnitDays = rest * base.units + inSeason.reduce((sum, { days, floor }) => sum + days * floor, 0);
  const fixedUnitDays = DAYS * Math.max(base.units, ...seasons.map(({ floor }) => floor));
  return { fixedUnitDays, elasticUnitDays, savedShare: 1 - elasticUnitDays / fixedUnitDays };
}

/** The day after the last one of a season, as month and day: when the size goes back. */
export function dayAfter(season: Season): string {
  return monthAndDay(((dayOf(season.to) ?? 0) + 1) % DAYS);
}

/** 0-based day of a leap year. */
function dayOf(text: string): number | undefined {
  const match = /^(\d{2})-(\d{2})$/.exec(text);
  const month = Number(match?.[1] ?? 0);
  const day = Number(match?.[2] ?? 0);
  const days = DAYS_PER_MONTH[month - 1];
  if (days === undefined || day < 1 || day > days) return undefined;
  return DAYS_PER_MONTH.slice(0, month - 1).reduce<number>((sum, length) => sum + length, 0) + day - 1;
}

function daysOf({ from, to }: Season): readonly number[] {
  const first = dayOf(from);
  const last = dayOf(to);
  if (first === undefined || last === undefined) return [];
  const length = ((last - first + DAYS) % DAYS) + 1;
  return Array.from({ length }, (_, index) => (first + index) % DAYS);
}

function monthAndDay(day: number): string {
  let rest = day;
  let month = 0;
  while (rest >= (DAYS_PER_MONTH[month] ?? DAYS)) rest -= DAYS_PER_MONTH[month++] ?? DAYS;
  return `${String(month + 1).padStart(2, '0')}-${String(rest + 1).padStart(2, '0')}`;
}
