import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App, Stack, Stage, Validations } from 'aws-cdk-lib';
import { NoSpof } from '../../lib/cdk-validation';
import { ForeignShop, NestedShop, Shop, ShopNetwork } from '../support/shop-stack';
import { aHost, synthesize } from '../support/synthesis';

const oneZone = (app: App) => new Shop(app, 'shop', { zones: 1 });
const one = (app: App) => new Shop(app, 'shop', { least: 1 });
const CAUSE = 'NoSpof::group-in-one-zone';

/** Writes a nospof.yaml of its own and gives its path. */
function aConfig(text: string): string {
  const path = join(mkdtempSync(join(tmpdir(), 'nospof-')), 'nospof.yaml');
  writeFileSync(path, text);
  return path;
}

describe('NoSpof', () => {
  it('lets a stack pass that survives its zones, without a word', () => {
    expect(synthesize((app) => new Shop(app, 'shop'))).toEqual({ violations: [], acknowledged: [], printed: '' });
  });

  it('lets a stack pass that has no resources yet', () => {
    expect(synthesize((app) => new Stack(app, 'shop'))).toEqual({ violations: [], acknowledged: [], printed: '' });
  });

  it('fails the synthesis of a stack that does not, and says what, where and how to mend it', () => {
    const { error, violations } = synthesize(oneZone);
    expect(violations).toEqual([
      {
        rule: 'group-in-one-zone',
        severity: 'error',
        at: ['shop/Web'],
        says: 'Auto Scaling group "Web" stands in zone us-east-1#0 only; loses serve of Balancer',
        fix: 'give the group subnets in at least 2 zones',
      },
    ]);
    expect(error).toContain('shop/Web (Web) aws-cdk-lib.aws_autoscaling.CfnAutoScalingGroup');
    expect(error).toContain('Suggested fix: give the group subnets in at least 2 zones');
    expect(error).toContain(`Acknowledge with '${CAUSE}'`);
  });

  it('reports a group that is recreated by itself as a warning, and lets it pass', () => {
    const { error, violations, printed } = synthesize(one);
    expect(error).toBeUndefined();
    expect(violations).toEqual([expect.objectContaining({ rule: 'group-of-one', severity: 'warning', at: ['shop/Web'] })]);
    expect(printed).toContain('WARNING Auto Scaling group "Web" runs 1 unit');
  });

  it('keeps the separator of the CDK out of its rule ids', () => {
    for (const { rule } of synthesize(oneZone).violations) expect(rule).not.toContain('::');
  });

  it('leaves zone faults alone when only components have to survive', () => {
    expect(synthesize(oneZone, { survive: 'component' }).violations).toEqual([]);
  });

  it('fails a sound stack that is held against the loss of its region', () => {
    expect(synthesize((app) => new Shop(app, 'shop'), { survive: 'region' }).error).toContain('region us-east-1');
  });

  it('leaves the cloud assembly as it was', () => {
    const app = new App({ outdir: mkdtempSync(join(tmpdir(), 'nospof-')), confirmValidationPluginsDoNotMutate: true });
    Validations.of(app).addPlugins(new NoSpof());
    new Shop(app, 'shop');
    expect(() => app.synth()).not.toThrow();
  });
});

describe('failOn', () => {
  it('makes warnings fail', () => {
    const { error, violations } = synthesize(one, { failOn: 'warning' });
    expect(error).toContain('group-of-one');
    expect(violations).toEqual([expect.objectContaining({ rule: 'group-of-one', severity: 'error' })]);
  });

  it('holds after something else was acknowledged', () => {
    const build = (app: App) => {
      new Shop(app, 'shop', { least: 1 });
      Validations.of(new Shop(app, 'outlet', { least: 1 })).acknowledge({ id: 'NoSpof::group-of-one', reason: 'closes at noon' });
    };
    const { error, violations } = synthesize(build, { failOn: 'warning' });
    expect(violations).toEqual([expect.objectContaining({ at: ['shop/Web'] })]);
    expect(error).toContain('shop/Web');
    expect(error).not.toContain('outlet/Web');
  });

  it('makes doubts fail, which are information otherwise', () => {
    const build = (app: App) => new ForeignShop(app, 'shop');
    const lenient = synthesize(build);
    const strict = synthesize(build, { failOn: 'unproven' });
    expect(lenient.error).toBeUndefined();
    expect(new Set(lenient.violations.map(({ rule, severity }) => `${rule} ${severity}`))).toEqual(new Set(['unproven info']));
    expect(new Set(strict.violations.map(({ rule, severity }) => `${rule} ${severity}`))).toEqual(new Set(['unproven error']));
    expect(strict.error).toContain('NoSpof::unproven');
  });

  it('leaves doubts alone that are acknowledged', () => {
    const build = (app: App) =>
      Validations.of(new ForeignShop(app, 'shop')).acknowledge({ id: 'NoSpof::unproven', reason: 'checked by hand' });
    const { error, violations, acknowledged } = synthesize(build, { failOn: 'unproven' });
    expect({ error, violations }).toEqual({ error: undefined, violations: [] });
    expect(acknowledged[0]).toEqual(expect.objectContaining({ rule: 'unproven', reason: 'checked by hand' }));
  });
});

describe('an acknowledgement', () => {
  const acknowledgedAt = (at: (app: App, shop: Shop) => App | Shop['node']['children'][number], id = CAUSE) =>
    synthesize((app) => {
      const shop = oneZone(app);
      Validations.of(at(app, shop)).acknowledge({ id, reason: 'moves in spring' });
    });

  it.each([
    ['the resource', (_: App, shop: Shop) => shop.node.findChild('Web')],
    ['its stack', (_: App, shop: Shop) => shop],
    ['the app', (app: App) => app],
  ])('at %s lets the finding pass and keeps the reason', (_, at) => {
    const { error, violations, acknowledged } = acknowledgedAt(at);
    expect(error).toBeUndefined();
    expect(violations).toEqual([]);
    expect(acknowledged).toEqual([
      expect.objectContaining({ rule: 'group-in-one-zone', at: ['shop/Web'], reason: 'moves in spring' }),
    ]);
  });

  it('elsewhere does not, and is said to accept nothing', () => {
    const { error, violations } = acknowledgedAt((_, shop) => shop.node.findChild('Vpc'));
    expect(error).toContain('group-in-one-zone');
    expect(violations).toContainEqual(
      expect.objectContaining({
        rule: 'unused-acknowledgement',
        severity: 'warning',
        at: ['shop/Vpc'],
        says: `the acknowledgement of "${CAUSE}" matches no finding here`,
      }),
    );
  });

  it('of a rule that does not exist is a warning that names the nearest', () => {
    const { violations } = acknowledgedAt((_, shop) => shop, 'NoSpof::group-in-one-zon');
    expect(violations).toContainEqual(
      expect.objectContaining({
        rule: 'unknown-rule',
        at: ['shop'],
        says: 'unknown rule "NoSpof::group-in-one-zon"; did you mean "group-in-one-zone"?',
      }),
    );
  });
});

describe('nospof.yaml', () => {
  it('accepts findings, and is not contradicted by the plugin', () => {
    const config = aConfig('acknowledgements:\n  - { rule: group-in-one-zone, resource: shop/Web, reason: moves in spring }\n');
    expect(synthesize(oneZone, { config })).toEqual({ violations: [], acknowledged: [], printed: '' });
  });

  it('says what fails and at which level, unless the plugin does', () => {
    const config = aConfig('survive: zone\nfail-on: warning\n');
    expect(synthesize(one, { config }).error).toContain('group-of-one');
    expect(synthesize(one, { config, failOn: 'error' }).error).toBeUndefined();
  });

  it('that expired is reported, and no longer accepts', () => {
    const entry = '{ rule: group-in-one-zone, resource: shop/Web, reason: moves in spring, until: 2026-03-31 }';
    const { error, violations } = synthesize(oneZone, { config: aConfig(`acknowledgements:\n  - ${entry}\n`) });
    expect(error).toContain('group-in-one-zone');
    expect(violations).toContainEqual(
      expect.objectContaining({
        rule: 'expired-acknowledgement',
        severity: 'warning',
        says: expect.stringContaining('expired on 2026-03-31'),
      }),
    );
  });

  it('with a fault fails the synthesis with file, line and what was expected', () => {
    const { error } = synthesize(one, { config: aConfig('survive: zone\nfial-on: warning\n') });
    expect(error).toMatch(/nospof\.yaml:2:1: .*"fial-on".*did you mean "fail-on"/);
  });
});

describe('what is judged together', () => {
  it('includes nested stacks, at their construct paths', () => {
    const { error, violations } = synthesize((app) => new NestedShop(app, 'shop', { zones: 1 }));
    expect(error).toContain('shop/Servers/Web');
    expect(violations).toEqual([expect.objectContaining({ rule: 'group-in-one-zone', at: ['shop/Servers/Web'] })]);
    expect(synthesize((app) => new NestedShop(app, 'shop')).violations).toEqual([]);
  });

  it('takes acknowledgements inside nested stacks', () => {
    const { violations, acknowledged } = synthesize((app) => {
      const web = new NestedShop(app, 'shop', { zones: 1 }).node.findChild('Servers').node.findChild('Web');
      Validations.of(web).acknowledge({ id: CAUSE, reason: 'moves in spring' });
    });
    expect(violations).toEqual([]);
    expect(acknowledged).toEqual([expect.objectContaining({ at: ['shop/Servers/Web'] })]);
  });

  it('is every stack that the CDK hands over: what one exports, another uses', () => {
    const build = (zones: number) => (app: App) => {
      new Shop(app, 'shop', { network: new ShopNetwork(app, 'network'), zones });
    };
    expect(synthesize(build(2)).violations).toEqual([]);
    expect(synthesize(build(1)).violations).toEqual([
      expect.objectContaining({ rule: 'group-in-one-zone', at: ['shop/Web'], says: expect.stringContaining('us-east-1#0') }),
    ]);
  });

  it('keeps the regions of two environments apart', () => {
    const account = '111111111111';
    const { violations } = synthesize((app) => {
      new Shop(app, 'ireland', { zones: 1, env: { account, region: 'eu-west-1' } });
      new Shop(app, 'ohio', { env: { account, region: 'us-east-2' } });
      new Shop(app, 'oregon', { zones: 1, env: { account, region: 'us-west-2' } });
    });
    expect(violations.map(({ at: [path], says }) => `${path}: ${says}`)).toEqual([
      expect.stringMatching(/^ireland\/Web: .*zone eu-west-1#0/),
      expect.stringMatching(/^oregon\/Web: .*zone us-west-2#0/),
    ]);
  });

  it('is a stage and its stacks', () => {
    const { violations } = synthesize((app) => {
      new Shop(new Stage(app, 'Test'), 'shop', { zones: 1 });
      new Shop(new Stage(app, 'Live'), 'shop');
    });
    expect(violations).toEqual([expect.objectContaining({ rule: 'group-in-one-zone', at: ['Test/shop/Web'] })]);
  });

  it('is the stage alone that the plugin was added to', () => {
    const outdir = mkdtempSync(join(tmpdir(), 'nospof-'));
    const app = new App({ outdir });
    new Shop(new Stage(app, 'Test'), 'shop', { zones: 1 });
    const live = new Stage(app, 'Live');
    new Shop(live, 'shop');
    Validations.of(live).addPlugins(new NoSpof());
    expect(() => app.synth()).not.toThrow();
  });
});

describe('what is wrong with the plugin itself', () => {
  it.each([
    [
      { survive: 'zones' as 'zone' },
      'survive is "zones"; did you mean "zone"?; expected one of component, zone, region, provider',
    ],
    [
      { failOn: 'warnings' as 'warning' },
      'failOn is "warnings"; did you mean "warning"?; expected one of error, warning, unproven',
    ],
  ])('fails the synthesis: %j', (props, message) => {
    expect(synthesize(one, props).error).toContain(message);
  });

  it('fails the synthesis too when it is a defect, and says how to go on without', () => {
    const today = () => {
      throw new RangeError('no calendar');
    };
    const { error } = synthesize(one, {}, aHost({ today }));
    expect(error).toContain('defect of nospof, not of your app: RangeError: no calendar; NOSPOF=off switches the plugin off');
  });

  it.each([0, -1, Number.NaN])('is refused at once: a budget of %d seconds', (budgetSeconds) => {
    expect(() => new NoSpof({ budgetSeconds })).toThrow(`budgetSeconds is ${budgetSeconds}; expected seconds above 0`);
  });
});
