import * as fs from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { App, type IPolicyValidationContext, type IPolicyValidationPlugin, Stage, Validations } from 'aws-cdk-lib';
import { Asset } from 'aws-cdk-lib/aws-s3-assets';
import { NoSpof } from '../../lib/cdk-validation';
import { NestedShop, Shop, ShopNetwork } from '../support/shop-stack';
import { aHost } from '../support/synthesis';

const newFolder = () => fs.mkdtempSync(join(tmpdir(), 'nospof-'));

/** What the CDK hands to a plugin for the stacks that `build` makes. */
function contextOf(build: (app: App) => void): IPolicyValidationContext {
  const contexts: IPolicyValidationContext[] = [];
  const listener: IPolicyValidationPlugin = {
    name: 'listener',
    validate: (context) => {
      contexts.push(context);
      return { success: true, violations: [] };
    },
  };
  const app = new App({ outdir: newFolder() });
  Validations.of(app).addPlugins(listener);
  build(app);
  app.synth();
  return contexts[0] as IPolicyValidationContext;
}

const validate = (context: Partial<IPolicyValidationContext>) =>
  new NoSpof({}, aHost()).validate(context as IPolicyValidationContext);
const rulesOf = (context: Partial<IPolicyValidationContext>) => validate(context).violations.map(({ ruleName }) => ruleName);

describe('the files of a cloud assembly', () => {
  it('are opened only where they are templates or say what belongs to whom; no asset is', () => {
    const folder = newFolder();
    fs.writeFileSync(join(folder, 'catalog.csv'), 'shoes\n');
    fs.writeFileSync(join(folder, 'prices.template.json.txt'), 'shoes,1\n');
    const context = contextOf((app) => {
      new Asset(new NestedShop(app, 'shop'), 'Catalog', { path: folder });
      new Shop(new Stage(app, 'Live'), 'shop');
    });
    const opened: string[] = [];
    // The module itself: what an import gives is a copy of it.
    const disk: typeof fs = require('node:fs');
    const read = disk.readFileSync;
    const reading = jest.spyOn(disk, 'readFileSync').mockImplementation((...args) => {
      if (!/[/\\]node_modules[/\\]/.test(String(args[0]))) opened.push(basename(String(args[0])));
      return read(...args);
    });
    validate(context);
    reading.mockRestore();
    expect(opened.sort()).toMatchInlineSnapshot(`
[
  "LiveshopC6E62EAD.assets.json",
  "LiveshopC6E62EAD.metadata.json",
  "LiveshopC6E62EAD.template.json",
  "manifest.json",
  "manifest.json",
  "shop.assets.json",
  "shop.metadata.json",
  "shop.metadata.json",
  "shop.template.json",
  "shopServers594DB981.nested.template.json",
]
`);
  });

  it('of stacks that are not handed over are not judged', () => {
    const context = contextOf((app) => {
      new Shop(app, 'sound');
      new Shop(app, 'fragile', { zones: 1 });
    });
    const only = (name: string) => ({ ...context, templatePaths: context.templatePaths.filter((path) => path.includes(name)) });
    expect(rulesOf(only('sound'))).toEqual([]);
    expect(rulesOf(only('fragile'))).toEqual(['group-in-one-zone']);
  });

  it('are templates all the same where no manifest lies beside them', () => {
    const context = contextOf((app) => new Shop(app, 'shop', { zones: 1, network: new ShopNetwork(app, 'network') }));
    const folder = newFolder();
    const templatePaths = context.templatePaths.map((path) => {
      const copy = join(folder, basename(path));
      fs.copyFileSync(path, copy);
      return copy;
    });
    expect(rulesOf({ templatePaths })).toEqual(['group-in-one-zone']);
    const stackTemplates = templatePaths.map((templatePath, index) => ({
      templatePath,
      stackConstructPath: `stack${index}`,
      accountId: undefined,
      region: 'eu-west-1',
    }));
    expect(validate({ templatePaths, stackTemplates }).violations[0]?.description).toContain('zone eu-west-1#0');
  });

  it('that cannot be read fail the synthesis with their place', () => {
    const folder = newFolder();
    fs.writeFileSync(join(folder, 'shop.template.json'), '{ "Resources": [\n');
    expect(() => validate({ templatePaths: [join(folder, 'shop.template.json')] })).toThrow(/shop\.template\.json:\d+:\d+: /);
    expect(() => validate({ templatePaths: [join(folder, 'gone.template.json')] })).toThrow(
      /"?.*gone\.template\.json.* does not exist/,
    );
  });
});
