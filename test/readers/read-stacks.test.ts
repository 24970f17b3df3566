import { join } from 'node:path';
import { InputError } from '../../lib/diagnostics';
import { readStacks } from '../../lib/readers';
import { folderOf } from '../support/read';

const template = (...ids: string[]) => ({ Resources: Object.fromEntries(ids.map((id) => [id, { Type: 'AWS::S3::Bucket' }])) });
const stack = (templateFile: string, region: string) => ({
  type: 'aws:cloudformation:stack',
  environment: `aws://111111111111/${region}`,
  properties: { templateFile },
});
const manifest = (artifacts: object) => ({ version: '54.0.0', artifacts });

/** An assembly of two stacks and a stage with a third. */
const assembly = () =>
  folderOf({
    'manifest.json': manifest({
      catalog: stack('catalog.template.json', 'eu-west-1'),
      mail: stack('mail.template.json', 'us-east-2'),
      'assembly-Live': { type: 'cdk:cloud-assembly', properties: { directoryName: 'assembly-Live' } },
    }),
    'catalog.template.json': template('Pictures'),
    'mail.template.json': template('Letters'),
    'assembly-Live/manifest.json': manifest({ LiveShop: stack('LiveShop.template.json', 'us-west-2') }),
    'assembly-Live/LiveShop.template.json': template('Orders'),
  });

const idsOf = (files: readonly string[]) => {
  const { resources } = readStacks(files.map((file) => ({ file })));
  return [...resources.values()].map(({ id, stack: { region } }) => `${id} in ${region}`);
};

describe('readStacks', () => {
  it('reads the stacks that are named, of the assembly and of its stages, and no other', () => {
    const folder = assembly();
    expect(idsOf([join(folder, 'mail.template.json')])).toEqual(['Letters in us-east-2']);
    expect(idsOf([join(folder, 'assembly-Live/LiveShop.template.json')])).toEqual(['Orders in us-west-2']);
    expect(idsOf([join(folder, 'catalog.template.json'), join(folder, 'assembly-Live/LiveShop.template.json')])).toEqual([
      'Pictures in eu-west-1',
      'Orders in us-west-2',
    ]);
  });

  it('does not open the others', () => {
    const folder = folderOf({
      'manifest.json': manifest({
        shop: stack('shop.template.json', 'eu-west-1'),
        broken: stack('broken.template.json', 'eu-west-1'),
      }),
      'shop.template.json': template('Orders'),
      'broken.template.json': '{',
    });
    expect(idsOf([join(folder, 'shop.template.json')])).toEqual(['Orders in eu-west-1']);
  });

  it('reads stacks of two assemblies as one system', () => {
    const [here, there] = [assembly(), assembly()];
    const { resources, stacks } = readStacks([
      { file: join(here, 'mail.template.json') },
      { file: join(there, 'catalog.template.json') },
    ]);
    expect([...resources.values()].map(({ id }) => id)).toEqual(['Letters', 'Pictures']);
    expect(stacks.map(({ name }) => name)).toEqual(['mail', 'catalog']);
  });

  it('takes region and account as given where no manifest says them', () => {
    const folder = folderOf({ 'shop.json': template('Orders'), 'mail.json': {} });
    const files = [
      { file: join(folder, 'shop.json'), region: 'eu-west-1', account: '111111111111' },
      { file: join(folder, 'mail.json') },
    ];
    const { stacks } = readStacks(files, { region: 'us-east-1' });
    expect(stacks).toEqual([
      expect.objectContaining({ name: 'shop', region: 'eu-west-1', account: '111111111111' }),
      expect.objectContaining({ name: 'mail', region: 'us-east-1' }),
    ]);
  });

  it('asks before each template, and ends with what the answer throws', () => {
    const folder = assembly();
    const asked: string[] = [];
    const files = ['mail.template.json', 'catalog.template.json'].map((name) => ({ file: join(folder, name) }));
    readStacks(files, {}, (file) => asked.push(file.slice(folder.length + 1)));
    expect(asked).toEqual(['catalog.template.json', 'mail.template.json']);
    const stop = new Error('time is up');
    expect(() =>
      readStacks(files, {}, () => {
        throw stop;
      }),
    ).toThrow(stop);
  });

  it('fails on a file that is missing or no template', () => {
    const folder = folderOf({ 'list.json': [] });
    for (const name of ['gone.json', 'list.json']) expect(() => readStacks([{ file: join(folder, name) }])).toThrow(InputError);
  });
});
