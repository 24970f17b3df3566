import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App, Stack, Stage } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { Construct } from 'constructs';
import '../../lib/jest';
import { ForeignShop, NestedShop, Shop, ShopNetwork, type ShopProps } from '../support/shop-stack';

process.env.CDK_VALIDATION = 'false';

const newFolder = () => mkdtempSync(join(tmpdir(), 'nospof-'));
const anApp = () => new App({ outdir: newFolder() });
const aShop = (props: ShopProps = {}) => new Shop(anApp(), 'shop', props);
const sound = () => aShop();
const oneZone = () => aShop({ zones: 1 });
const groupOfOne = () => aShop({ least: 1 });
const foreign = () => new ForeignShop(anApp(), 'shop');
const appOf = (stack: Stack) => stack.node.root as App;

/** The message of an expectation that is not met. */
function messageOf(expectation: () => void): string {
  try {
    expectation();
  } catch (error) {
    return (error as Error).message;
  }
  throw new Error('the expectation is met');
}

/** Writes a file into a folder of its own and gives its path. */
function aFile(name: string, text: string): string {
  const path = join(newFolder(), name);
  writeFileSync(path, text);
  return path;
}

describe('toSurvive', () => {
  it('passes when everything is proven to survive', () => {
    expect(sound()).toSurvive();
    expect(sound()).toSurvive('zone');
    expect(sound()).toSurvive('component');
  });

  it('fails with the text report when something is lost', () => {
    expect(messageOf(() => expect(oneZone()).toSurvive('zone'))).toMatchInlineSnapshot(`
"expected stack "shop" to survive the loss of any component and any zone, but 1 finding says otherwise

error: Auto Scaling group "Web" stands in zone us-east-1#0 only  [group-in-one-zone]
  --> shop.template.json:154:3   shop/Web
   |
   = loses: serve of Balancer when zone us-east-1#0 fails
   = path:  Balancer -> Targets -> Web
   = fix:   give the group subnets in at least 2 zones
   = why:   a zone fails as a whole; several subnets of one zone, or several units in it, fail together, and
            the group may not launch anywhere else
            https://docs.aws.amazon.com/autoscaling/ec2/userguide/auto-scaling-benefits.html

1 error, 0 warnings in 14 resources; 0 unproven
level zone with AWS::Region=us-east-1, 1 function under the loss of 2 failure domains: 1 survive, 1 lost, 0
  unproven

hop by hop: nospof explain group-in-one-zone:Web cdk.out"
`);
  });

  it('fails on warnings too: until a group of one is up again, nobody serves', () => {
    expect(messageOf(() => expect(groupOfOne()).toSurvive())).toContain('warning: Auto Scaling group "Web" runs 1 unit');
  });

  it('looks at components only when only they have to survive', () => {
    expect(oneZone()).toSurvive('component');
    expect(groupOfOne()).not.toSurvive('component');
  });

  it('demands a proof: what nobody knows fails, with the way to make it known', () => {
    expect(messageOf(() => expect(foreign()).toSurvive())).toMatchInlineSnapshot(`
"expected stack "shop" to survive the loss of any component and any zone, but 2 questions are open (expected a proof)

unproven: "Web": parameter "Near" has no default, parameter "Far" has no default
  --> shop.template.json:80:3   shop/Web
   |
   = open: serve of Balancer when any zone fails
   = tell: nospof.yaml: subnets: { "parameter shop/Near": { zone: us-east-1a }, "parameter shop/Far": { zone:
           … } } (an id given with --parameter does not tell its zone)

no findings in 5 resources, 1 function, 2 failure domains; 2 verdicts unproven for 1 reason
level zone with AWS::Region=us-east-1, 1 function under the loss of 2 failure domains: 0 survive, 0 lost, 2
  unproven"
`);
  });

  it('takes as many open questions as it is told to', () => {
    expect(foreign()).toSurvive('zone', { unproven: Number.POSITIVE_INFINITY });
    expect(foreign()).toSurvive('zone', { unproven: 2 });
    expect(messageOf(() => expect(foreign()).toSurvive('zone', { unproven: 1 }))).toContain('open (expected at most 1)');
    expect(messageOf(() => expect(oneZone()).toSurvive('zone', { unproven: 9 }))).toContain('1 finding says otherwise');
  });

  it('does not take a report about nothing for a proof', () => {
    expect(messageOf(() => expect({ Resources: {} }).toSurvive())).toContain(
      'but nothing in it offers a function, so that nothing was judged',
    );
  });

  it('takes nospof.yaml when it is named, and no other', () => {
    const entry = '{ rule: group-in-one-zone, resource: shop/Web, reason: moves in spring }';
    expect(oneZone()).toSurvive('zone', { config: aFile('nospof.yaml', `acknowledgements:\n  - ${entry}\n`) });
    expect(messageOf(() => expect(sound()).toSurvive('zone', { config: aFile('nospof.yaml', 'survives: zone\n') }))).toMatch(
      /unknown key "survives"; did you mean "survive"\?(.|\n)*nospof\.yaml:1:1/,
    );
  });

  it('takes values of parameters', () => {
    const app = anApp();
    const template = Template.fromStack(new Shop(app, 'shop')).toJSON();
    template.Parameters = { Least: { Type: 'Number', Default: '1' } };
    template.Resources.Web.Properties.MinSize = { Ref: 'Least' };
    expect(template).not.toSurvive();
    expect(template).toSurvive('zone', { parameters: { Least: '2' } });
  });

  it('holds a stack against the level it is given', () => {
    expect(messageOf(() => expect(sound()).toSurvive('region'))).toMatch(
      /^expected stack "shop" to survive the loss of any component, any zone and any region, but 1 finding says otherwise\n\nerror: /,
    );
    expect(sound()).not.toSurvive('provider');
  });

  it('knows no other levels', () => {
    const message = 'the level is "zones"; did you mean "zone"?; expected one of component, zone, region, provider';
    expect(() => expect(sound()).toSurvive('zones' as 'zone')).toThrow(message);
    expect(() => expect(sound()).not.toSurvive('zones' as 'zone')).toThrow(message);
  });
});

describe('.not.toSurvive', () => {
  it('passes when something is lost', () => {
    expect(oneZone()).not.toSurvive();
  });

  it('fails when everything survives, with the numbers', () => {
    expect(messageOf(() => expect(sound()).not.toSurvive())).toMatchInlineSnapshot(`
"expected stack "shop" not to survive the loss of any component or any zone, but nothing of the kind is found

no findings in 14 resources, 1 function, 2 failure domains; 0 unproven
level zone with AWS::Region=us-east-1, 1 function under the loss of 2 failure domains: 2 survive, 0 lost, 0
  unproven"
`);
  });

  it('fails when something is only unproven: a doubt is no loss', () => {
    expect(messageOf(() => expect(foreign()).not.toSurvive())).toContain('what is unproven is not lost (2)');
  });
});

describe('toHaveNoSinglePointOfFailure', () => {
  it('passes when none is found', () => {
    expect(sound()).toHaveNoSinglePointOfFailure();
  });

  it('fails when one is found, be it one that is recreated by itself', () => {
    expect(oneZone()).not.toHaveNoSinglePointOfFailure();
    expect(messageOf(() => expect(groupOfOne()).toHaveNoSinglePointOfFailure())).toMatchInlineSnapshot(`
"expected stack "shop" to have no single point of failure, but 1 finding says otherwise

warning: Auto Scaling group "Web" runs 1 unit: the loss of one takes everything it does until another is up
  [group-of-one]
  --> shop.template.json:154:3   shop/Web
   |
   = loses: serve of Balancer when component Web fails
   = path:  Balancer -> Targets -> Web
   = then:  recreated by itself after 10 min
   = fix:   raise the floor (minimum size, desired count, minimum capacity of the scalable target) to at least
            2 over at least 2 zones
   = why:   when the one unit fails, nothing serves until another has been started: minutes, and only while
            the control plane and capacity allow it
            https://docs.aws.amazon.com/autoscaling/ec2/userguide/auto-scaling-benefits.html

0 errors, 1 warning in 14 resources; 0 unproven
level zone with AWS::Region=us-east-1, 1 function under the loss of 3 failure domains: 0 survive, 3 lost, 0
  unproven

hop by hop: nospof explain group-of-one:Web cdk.out"
`);
  });

  it('leaves other categories to toSurvive', () => {
    const template = Template.fromStack(sound()).toJSON();
    template.Resources.Targets.Properties.Matcher.HttpCode = '200-499';
    expect(template).toHaveNoSinglePointOfFailure();
    expect(messageOf(() => expect(template).toSurvive())).toContain('health-check-blind');
  });

  it('looks at components only when that is the level', () => {
    expect(oneZone()).toHaveNoSinglePointOfFailure({ level: 'component' });
    expect(groupOfOne()).not.toHaveNoSinglePointOfFailure({ level: 'component' });
  });

  it('leaves doubts alone unless told otherwise', () => {
    expect(foreign()).toHaveNoSinglePointOfFailure();
    expect(messageOf(() => expect(foreign()).toHaveNoSinglePointOfFailure({ unproven: 0 }))).toContain('2 questions are open');
  });

  it('with .not says that there is none', () => {
    expect(messageOf(() => expect(sound()).not.toHaveNoSinglePointOfFailure())).toMatch(
      /^expected stack "shop" to have a single point of failure, but nothing of the kind is found\n/,
    );
  });
});

describe('what can be judged', () => {
  it('is a stack, with the stacks it depends on', () => {
    const app = anApp();
    const network = new ShopNetwork(app, 'network');
    const shop = new Shop(app, 'shop', { network });
    const outlet = new Shop(app, 'outlet', { network, zones: 1 });
    expect(shop).toSurvive();
    expect(outlet).not.toSurvive();
  });

  it('is a stack without the other stacks of its app', () => {
    const app = anApp();
    const shop = new Shop(app, 'shop');
    new Shop(app, 'outlet', { zones: 1 });
    expect(shop).toSurvive();
    expect(app).not.toSurvive();
  });

  it('is a stack with its nested stacks, and a nested stack where it stands', () => {
    const shop = new NestedShop(anApp(), 'shop', { zones: 1 });
    expect(messageOf(() => expect(shop).toSurvive())).toContain('shop/Servers/Web');
    const servers = shop.node.findChild('Servers');
    expect(messageOf(() => expect(servers).toSurvive())).toContain('shop/Servers/Web');
    expect(new NestedShop(anApp(), 'shop')).toSurvive();
  });

  it('is an app or a stage', () => {
    const app = anApp();
    const live = new Stage(app, 'Live');
    const stack = new Shop(live, 'shop');
    new Shop(new Stage(app, 'Test'), 'shop', { zones: 1 });
    expect(stack).toSurvive();
    expect(live).toSurvive();
    expect(messageOf(() => expect(app).toSurvive())).toMatch(/^expected the app to survive(.|\n)*Test\/shop\/Web/);
    expect(appOf(sound())).toSurvive();
  });

  it('is a template of the assertions, a template as an object, or a path', () => {
    const template = Template.fromStack(oneZone());
    const path = aFile('shop.json', JSON.stringify(template.toJSON(), undefined, 1));
    expect(messageOf(() => expect(template).toSurvive())).toMatch(
      /^expected the template to survive(.|\n)*explain group-in-one-zone:Web PATH/,
    );
    expect(messageOf(() => expect(template.toJSON()).toSurvive())).toMatch(/^expected the template to survive/);
    expect(messageOf(() => expect(path).toSurvive())).toContain(`shop.json:`);
  });

  it('is what another copy of aws-cdk-lib has made', () => {
    const copy = jest.requireActual<typeof import('aws-cdk-lib')>('aws-cdk-lib');
    jest.isolateModules(() => {
      const { App: OtherApp, Stack: OtherStack }: typeof import('aws-cdk-lib') = require('aws-cdk-lib');
      expect(OtherStack).not.toBe(copy.Stack);
      const stack = new OtherStack(new OtherApp({ outdir: newFolder() }), 'shop');
      const { CfnBucket }: typeof import('aws-cdk-lib/aws-s3') = require('aws-cdk-lib/aws-s3');
      new CfnBucket(stack, 'Catalog');
      expect(stack).toSurvive();
    });
  });

  it('is synthesized once, however often it is asked about', () => {
    const app = anApp();
    const stack = new Shop(app, 'shop');
    const synthesized = jest.spyOn(stack.synthesizer, 'synthesize');
    expect(stack).toSurvive();
    expect(app).toSurvive();
    expect(stack).toHaveNoSinglePointOfFailure();
    expect(Template.fromStack(stack)).toSurvive();
    expect(synthesized).toHaveBeenCalledTimes(1);
  });

  it.each([
    [undefined, 'undefined'],
    [null, 'null'],
    [7, '7'],
    [['shop'], 'a list'],
    [() => sound(), 'a function'],
    [{ resources: {} }, 'an object with the keys "resources"'],
  ])('is not %p', (received, name) => {
    const message = `received ${name}; expected a Stack, an App or Stage, a Template, a template as an object with Resources, or a path`;
    expect(() => expect(received).toSurvive()).toThrow(message);
  });

  it('is no stack without an app', () => {
    const stack = new Stack(new Construct(undefined as never, ''), 'shop');
    expect(() => expect(stack).toSurvive()).toThrow('stack "shop" stands in no App');
  });

  it('is a stack without resources, of which nothing is proven', () => {
    expect(messageOf(() => expect(new Stack(anApp(), 'shop')).toSurvive())).toContain('nothing was judged');
  });

  it('is no file that is missing or broken; the message has its place', () => {
    expect(() => expect('gone.yaml').toSurvive()).toThrow('"gone.yaml" does not exist');
    expect(() => expect(aFile('shop.json', '{ "Resources": [\n')).toSurvive()).toThrow(/shop\.json:\d+:\d+/);
    expect(() => expect({ Resources: { Web: 'group' } }).toSurvive()).toThrow('resource "Web" is a string');
  });
});
