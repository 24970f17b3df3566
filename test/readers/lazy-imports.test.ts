import { join } from 'node:path';
import { readSystem } from '../../lib/readers';
import { folderOf } from '../support/read';

jest.mock('yaml', () => {
  throw new Error('the YAML parser was loaded');
});
jest.mock('jsonc-parser', () => {
  throw new Error('the tolerant JSON parser was loaded');
});

describe('a run on JSON alone', () => {
  const body = { Resources: { Queue: { Type: 'AWS::SQS::Queue' } } };
  const folder = folderOf({ 'shop.json': body, 'mail.yaml': 'Resources: { Topic: { Type: "AWS::SNS::Topic" } }' });

  it('loads no parser, not even to locate a resource', () => {
    const system = readSystem([join(folder, 'shop.json')]);
    const source = system.resources.get('shop/Queue')?.source;
    expect(source && system.locate(source)).toMatchObject({ line: 3, column: 3 });
  });

  it('would fail here if it did', () => {
    expect(() => readSystem([join(folder, 'mail.yaml')])).toThrow('the YAML parser was loaded');
  });
});
