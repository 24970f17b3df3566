const DAY = 86_400;
const RATE = /^rate\(\s*(\d+)\s+(minute|hour|day)s?\s*\)$/i;
const CRON = /^cron\(\s*(\S+)\s+(\S+)\s+(\S+)\s+(\S+)\s+(\S+)(?:\s+(\S+))?\s*\)$/i;
const UNITS: Readonly<Record<string, number>> = { minute: 60, hour: 3_600, day: DAY };
const MONTHS = ['JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC'];
const WEEKDAYS = ['SUN', 'MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT'];

/**
 * The longest time between two firings of a schedule, `rate(6 hours)` or `cron(0 5 ? * MON-FRI *)`; undefined for what is
 * not understood. The year is not looked at.
 *
 * @see https://docs.aws.amazon.com/scheduler/latest/UserGuide/schedule-types.html
 */
export function longestGapSeconds(expression: string): number | undefined {
  const [, number, unit = ''] = RATE.exec(expression) ?? [];
  if (number !== undefined) return Number(number) * (UNITS[unit.toLowerCase()] ?? DAY);
  const [whole, minute = '', hour = '', day = '', month = '', weekday = ''] = CRON.exec(expression) ?? [];
  if (whole === undefined) return undefined;
  const minutes = setOf(minute, 0, 59);
  const hours = setOf(hour, 0, 23);
  const days = setOf(day, 1, 31);
  const months = setOf(month, 1, 12, MONTHS);
  const weekdays = setOf(weekday, 1, 7, WEEKDAYS);
  if (!minutes || !hours || !days || !months || !weekdays) return undefined;
  const inDay = [...hours].flatMap((h) => [...minutes].map((m) => h * 3_600 + m * 60)).sort((a, b) => a - b);
  let last: number | undefined;
  let longest: number | undefined;
  // Four years hold every date that a calendar has.
  for (let index = 0; index < 4 * 366; index++) {
    const date = new Date(Date.UTC(2027, 0, 1 + index));
    if (!months.has(date.getUTCMonth() + 1) || !days.has(date.getUTCDate()) || !weekdays.has(date.getUTCDay() + 1)) continue;
    for (const second of inDay) {
      const at = index * DAY + second;
      if (last !== undefined) longest = Math.max(longest ?? 0, at - last);
      last = at;
    }
  }
  return longest;
}

/** Numbers of one field: `*`, `?`, `1,5`, `MON-FRI`, `0/6`, and their lists. */
function setOf(field: string, least: number, most: number, names: readonly string[] = []): ReadonlySet<number> | undefined {
  const found = new Set<number>();
  const numberOf = (word: string) => {
    const name = names.indexOf(word.toUpperCase());
    return name === -1 ? Number(word) : name + least;
  };
  for (const part of field.split(',')) {
    const [range = '', step] = part.split('/');
    const [from = '', to] = range.split('-');
    const isAny = range === '*' || range === '?';
    const first = isAny ? least : numberOf(from);
    const last = isAny || (step !== undefined && to === undefined) ? most : numberOf(to ?? from);
    const stride = step === undefined ? 1 : Number(step);
    if (![first, last, stride].every(Number.isInteger) || first < least || last > most || first > last || stride < 1)
      return undefined;
    for (let value = first; value <= last; value += stride) found.add(value);
  }
  return found;
}
