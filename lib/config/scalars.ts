const SECONDS_PER = { s: 1, m: 60, h: 3600, d: 86_400 } as const;

/**
 * Seconds of `90s`, `5m`, `1h30m` or a plain number of seconds.
 *
 * @returns undefined for anything else, negative and infinite ones included
 */
export function parseDuration(value: unknown): number | undefined {
  if (typeof value === 'number') return Number.isFinite(value) && value >= 0 ? value : undefined;
  if (typeof value !== 'string' || !/^(\d+[smhd])+$/.test(value)) return undefined;
  let seconds = 0;
  for (const [, digits, unit] of value.matchAll(/(\d+)([smhd])/g)) {
    seconds += Number(digits) * SECONDS_PER[unit as keyof typeof SECONDS_PER];
  }
  return Number.isSafeInteger(seconds) ? seconds : undefined;
}

/**
 * A path into the properties of a resource, as `lib/knowledge/path.ts` understands it: `Config.SubnetIds`, `Nodes[].Zone`,
 * `Tags[Key=zone].Value`, `SubnetGroup->SubnetIds`.
 */
export const PATH = /^(?:[A-Za-z0-9_:/]|-(?!>)|->|\[\]|\.(?=[A-Za-z0-9_:/])|\[[^\]=!,]+!?=[^\],]*(?:,[^\]=!,]+!?=[^\],]*)*\])+$/;

/** Whether a text is a day of the calendar, `2027-02-30` is not. */
export function isDay(value: unknown): value is string {
  if (typeof value !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(value)) return false;
  const time = Date.parse(`${value}T00:00:00Z`);
  return Number.isFinite(time) && new Date(time).toISOString().startsWith(value);
}
