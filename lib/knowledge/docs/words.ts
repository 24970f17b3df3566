import type { Count, Recovery, Units, When } from '../fact';

/** Units as a reader says them: how many, how many must live, and where they are. */
export function unitsWords(units: Units | undefined): string {
  if (units === undefined) return 'run by the provider';
  const spread = units.spread === undefined ? undefined : SPREAD[units.spread];
  return [countWords(units.count), neededWords(units.needed), spread].filter((word) => word !== undefined).join('; ');
}

const SPREAD: Readonly<Record<NonNullable<Units['spread']>, string | undefined>> = {
  balanced: undefined,
  'one-place': 'all in one zone',
  unsaid: 'in zones that nothing keeps apart',
  'distinct-zones': 'each in a zone of its own',
};

function countWords(count: Units['count']): string {
  if (count === 'many') return 'enough in each place';
  if (count === 'per-subnet') return 'enough in each subnet';
  return typeof count === 'number' ? String(count) : readCount(count);
}

/** The first property that is given counts, and a number of its own where none is. */
function readCount({ desired, min, absent, plus = 0 }: Count): string {
  const paths = [desired, min].filter((path) => path !== undefined).map(code);
  const read = [...paths, String(absent)].join(', else ');
  return plus === 0 ? read : `${plus} more than ${read}`;
}

function neededWords(needed: Units['needed']): string | undefined {
  if (needed === undefined || needed === 1) return undefined;
  if (needed === 'all') return 'all must live';
  if (needed === 'unsaid') return 'how many must live is not said';
  return needed === 'majority' ? 'most must live' : `${needed} must live`;
}

/** How units come back, with seconds where they are known. */
export function recoveryWords(recovery: Recovery | undefined): string {
  if (recovery === undefined) return '';
  const [least, most] = recovery.seconds ?? [];
  if (least === undefined || most === undefined) return recovery.kind;
  return `${recovery.kind}, ${least === most ? most : `${least} to ${most}`} s`;
}

/** A condition in words: `MultiAZ` is true and `Engine` is memcached. */
export function whenWords(when: When): string {
  return Object.entries(when)
    .map(([path, wanted]) => {
      const values = Array.isArray(wanted) ? wanted : [wanted];
      return `${code(path)} is ${shortened(values.map(String))}`;
    })
    .join(' and ');
}

/** Long lists of values say how many more there are. */
function shortened(values: readonly string[]): string {
  return values.length > 4 ? `${values.slice(0, 3).join(', ')} or one of ${values.length - 3} more` : values.join(' or ');
}

/** A path or type in a table cell. */
export function code(text: string): string {
  return `\`${text.replaceAll('|', '\\|')}\``;
}
