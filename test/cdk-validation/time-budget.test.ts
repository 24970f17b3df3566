import type { App } from 'aws-cdk-lib';
import type { Host } from '../../lib/cdk-validation/host';
import { Shop, ShopNetwork } from '../support/shop-stack';
import { aHost, synthesize } from '../support/synthesis';

/** A clock that goes on by so many milliseconds each time somebody looks at it. */
function aClock(milliseconds: number): Host['now'] {
  let time = 0;
  return () => {
    time += milliseconds;
    return time;
  };
}

const shop = (app: App) => new Shop(app, 'shop', { zones: 1 });
const several = (app: App) => new Shop(app, 'shop', { zones: 1, network: new ShopNetwork(app, 'network') });

/** Lines written to standard error by a judging on that host. */
function spoken(host: Partial<Host>, build = several): readonly string[] {
  const lines: string[] = [];
  synthesize(
    build,
    { budgetSeconds: 60 },
    aHost({ ...host, stderr: { ...host.stderr, write: (line: string) => lines.push(line) } }),
  );
  return lines.map((line) => line.replace(/ \S*[/\\](?=[^/\\]*\.template\.json)/, ' '));
}

describe('the time budget', () => {
  it('ends the judging before the next step, says so in a warning, and lets the synthesis pass', () => {
    const { error, violations, printed } = synthesize(shop, { budgetSeconds: 5 }, aHost({ now: aClock(3_000) }));
    expect(error).toBeUndefined();
    expect(violations).toEqual([
      {
        rule: 'time-budget-exceeded',
        severity: 'warning',
        at: ['shop'],
        says: 'nothing was judged: 6.0 s of at most 5 s had passed before looking for what each zone takes with it, 14 resources',
        fix: 'raise budgetSeconds, or judge apart from the synthesis: npx nospof check cdk.out',
      },
    ]);
    expect(printed).toContain('WARNING nothing was judged');
  });

  it('is looked at before each template', () => {
    const { violations } = synthesize(several, { budgetSeconds: 5 }, aHost({ now: aClock(3_000) }));
    expect(violations).toEqual([
      expect.objectContaining({ says: expect.stringMatching(/before reading .*shop\.template\.json$/), at: [''] }),
    ]);
  });

  it('is 10 seconds unless said otherwise', () => {
    const slow = (milliseconds: number) => synthesize(shop, {}, aHost({ now: aClock(milliseconds) })).violations[0]?.rule;
    expect(slow(2_400)).toBe('group-in-one-zone');
    expect(slow(2_600)).toBe('time-budget-exceeded');
  });

  it('that is kept changes nothing', () => {
    const { violations } = synthesize(shop, { budgetSeconds: 60 }, aHost({ now: aClock(3_000) }));
    expect(violations).toEqual([expect.objectContaining({ rule: 'group-in-one-zone' })]);
  });
});

describe('progress on standard error', () => {
  it('is silent for a second', () => {
    expect(spoken({ now: aClock(100) })).toEqual([]);
  });

  it('names the step once a second after that', () => {
    expect(spoken({ now: aClock(600) })).toEqual([
      'nospof: reading shop.template.json (1 s of at most 60 s)\n',
      'nospof: writing down what is lost, 14 resources (2 s of at most 60 s)\n',
    ]);
  });

  it('stays away from logs of CI, where no terminal looks at it', () => {
    const now = aClock(3_000);
    expect(spoken({ now, env: { CI: 'true' } })).toEqual([]);
    expect(spoken({ now, env: { CI: 'true' }, stderr: { write: () => {}, isTTY: true } })).not.toEqual([]);
    expect(spoken({ now, env: { CI: 'false' } })).not.toEqual([]);
  });
});
