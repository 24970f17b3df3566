import { join } from 'node:path';
import { App, CfnOutput, NestedStack, PhysicalName, Stack, Stage, Validations } from 'aws-cdk-lib';
import { type IVpc, SecurityGroup, Vpc } from 'aws-cdk-lib/aws-ec2';
import { Bucket } from 'aws-cdk-lib/aws-s3';
import { Reference, type System, ZoneSymbol } from '../../lib/model';
import { readSystem } from '../../lib/readers';
import { folderOf, problemsOf } from '../support/read';

class Vault extends NestedStack {
  constructor(scope: Stack, id: string, vpc: IVpc) {
    super(scope, id);
    new SecurityGroup(this, 'Group', { vpc });
  }
}

/** Two regions, a nested stack, a stage without a region. */
function synthesize(context: Record<string, unknown>): string {
  const app = new App({
    outdir: folderOf({}),
    context: { 'aws:cdk:disable-stack-trace': true, '@aws-cdk/core:validationReportJson': false, ...context },
  });
  const env = (region: string) => ({ account: '012345678901', region });
  const network = new Stack(app, 'Network', { env: env('us-east-1') });
  const vpc = new Vpc(network, 'Vpc', { availabilityZones: ['us-east-1a', 'us-east-1b'] }) as IVpc;
  const shop = new Stack(app, 'Shop', { env: env('us-east-1'), stackName: 'shop-live' });
  new SecurityGroup(shop, 'Group', { vpc });
  new Vault(shop, 'Vault', vpc);
  const far = new Stack(app, 'ShopFar', { env: env('eu-west-1'), stackName: 'shop-live', crossRegionReferences: true });
  const data = new Bucket(far, 'Data', { bucketName: PhysicalName.GENERATE_IF_NEEDED });
  const near = new Stack(app, 'Near', { env: env('us-east-1'), crossRegionReferences: true });
  new CfnOutput(near, 'DataArn', { value: data.bucketArn });
  const stage = new Stack(new Stage(app, 'Prod'), 'Anywhere');
  const other = new Vpc(stage, 'Vpc') as IVpc;
  new Vault(stage, 'Vault', other);
  return app.synth().directory;
}

function find(system: System, path: string) {
  return [...system.resources.values()].find((resource) => resource.path === path);
}

describe.each([
  ['with path metadata in the templates', { 'aws:cdk:enable-path-metadata': true, 'aws:cdk:enable-asset-metadata': true }],
  ['with path metadata beside the templates', {}],
])('a cloud assembly %s', (_title, context) => {
  const folder = synthesize(context);
  const system = readSystem([folder]);

  it('has its stacks with names, regions and accounts, stages and nested stacks included', () => {
    expect(system.stacks.map(({ name, region, account }) => [name.replace(/NestedStack.*/, ''), region, account])).toEqual([
      ['Network', 'us-east-1', '012345678901'],
      ['Shop', 'us-east-1', '012345678901'],
      ['Shop/Vault', 'us-east-1', '012345678901'],
      ['ShopFar', 'eu-west-1', '012345678901'],
      ['Near', 'us-east-1', '012345678901'],
      ['Prod-Anywhere', 'region of Prod-Anywhere', undefined],
      ['Prod-Anywhere/Vault', 'region of Prod-Anywhere', undefined],
    ]);
    expect(system.problems).toEqual([]);
  });

  it('names constructs, those of equal logical ids in nested stacks apart', () => {
    const [outer, inner] = [find(system, 'Shop/Group'), find(system, 'Shop/Vault/Group')];
    expect(outer?.id).toBe(inner?.id);
    expect(inner?.stack.name).toMatch(/^Shop\/Vault/);
    expect(find(system, 'Prod/Anywhere/Vault/Group')?.type).toBe('AWS::EC2::SecurityGroup');
  });

  it('resolves what stacks take from each other, also between regions', () => {
    const vpc = find(system, 'Network/Vpc');
    expect(find(system, 'Shop/Group')?.properties.VpcId).toEqual(new Reference(vpc?.key ?? ''));
    expect(find(system, 'Shop/Vault/Group')?.properties.VpcId).toEqual(new Reference(vpc?.key ?? ''));
    const data = find(system, 'ShopFar/Data');
    expect(system.offered).toEqual([{ stack: 'Near', name: 'DataArn', value: new Reference(data?.key ?? '', 'Arn') }]);
  });

  it('keeps zones of a stack without region as symbols, and takes the region that is given', () => {
    const zone = (read: System) => find(read, 'Prod/Anywhere/Vpc/PublicSubnet2/Subnet')?.properties.AvailabilityZone;
    expect(zone(system)).toEqual(new ZoneSymbol('region of Prod-Anywhere', 1));
    expect(zone(readSystem([folder], { region: 'eu-north-1' }))).toEqual(new ZoneSymbol('eu-north-1', 1));
  });
});

describe('a broken cloud assembly', () => {
  const stack = {
    type: 'aws:cloudformation:stack',
    environment: 'aws://unknown-account/unknown-region',
    properties: { templateFile: 'Shop.template.json' },
  };

  it.each([
    ['no artifacts', { 'manifest.json': { version: '1' } }, 'not-an-assembly', 'manifest.json'],
    ['a broken manifest', { 'manifest.json': '{' }, 'json-syntax', 'manifest.json'],
    [
      'a missing template',
      { 'manifest.json': { version: '1', artifacts: { Shop: stack } } },
      'no-such-file',
      'Shop.template.json',
    ],
    [
      'a template that is none',
      { 'manifest.json': { version: '1', artifacts: { Shop: stack } }, 'Shop.template.json': '[]' },
      'not-a-template',
      'Shop.template.json',
    ],
    [
      'a stage that contains itself',
      {
        'manifest.json': {
          version: '1',
          artifacts: { Prod: { type: 'cdk:cloud-assembly', properties: { directoryName: '.' } } },
        },
      },
      'nesting-too-deep',
      'manifest.json',
    ],
  ])('with %s gives one problem', (_title, files, code, file) => {
    const folder = folderOf(files);
    const problems = problemsOf(() => readSystem([folder]));
    expect(problems.map((problem) => [problem.code, problem.at?.file])).toEqual([[code, join(folder, file)]]);
  });
});

describe('acknowledgements of a CDK app', () => {
  it('hold for everything in the construct they were given to, and for nothing else', () => {
    const app = new App({ outdir: folderOf({}), context: { '@aws-cdk/core:validationReportJson': false } });
    const shop = new Stack(app, 'Shop');
    const vpc = new Vpc(shop, 'Vpc');
    new Bucket(new Stack(app, 'Data'), 'Bucket');
    Validations.of(vpc).acknowledge({ id: 'NoSpof::nat-gateway-shared-by-zones', reason: 'batch only' });
    Validations.of(shop).acknowledge({ id: 'CloudFormation-Validate::F3002', reason: 'of another plugin' });
    const { resources } = readSystem([app.synth().directory]);
    const said = [...resources.values()].map(({ path, acknowledged }) => ({ path, acknowledged }));
    const inside = said.filter(({ path }) => path?.startsWith('Shop/Vpc'));
    expect(inside.length).toBeGreaterThan(5);
    for (const { acknowledged } of inside) {
      expect(acknowledged).toEqual([{ rule: 'nat-gateway-shared-by-zones', reason: 'batch only', of: 'Shop/Vpc' }]);
    }
    expect(said.filter(({ path, acknowledged }) => !path?.startsWith('Shop/Vpc') && acknowledged)).toEqual([]);
  });
});
