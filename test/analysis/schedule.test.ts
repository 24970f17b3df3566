import { longestGapSeconds } from '../../lib/analysis/schedule';

const [HOUR, DAY] = [3_600, 86_400];

describe('longestGapSeconds', () => {
  it.each([
    ['rate(5 minutes)', 300],
    ['rate(1 day)', DAY],
    ['cron(0 5 ? * * *)', DAY],
    ['cron(0 0/6 * * ? *)', 6 * HOUR],
    ['cron(30 4,16 * * ? *)', 12 * HOUR],
    ['cron(*/15 * * * ? *)', 900],
    ['cron(0 22 ? * MON-FRI *)', 3 * DAY],
    ['cron(0 5 ? * 1 *)', 7 * DAY],
    ['cron(0 5 1 * ? *)', 31 * DAY],
    ['cron(0 5 ? * SUN,WED *)', 4 * DAY],
  ])('of %s is %i s', (expression, seconds) => {
    expect(longestGapSeconds(expression)).toBe(seconds);
  });

  it.each(['cron(0 5 L * ? *)', 'cron(0 5 ? * 6#3 *)', 'daily', 'cron(0 25 * * ? *)', 'rate()', ''])(
    'of "%s" is not known',
    (text) => {
      expect(longestGapSeconds(text)).toBeUndefined();
    },
  );
});
