import { join } from 'node:path';
import { judged } from '../support/pair';
import { folderOf } from '../support/read';

jest.mock('../../lib/readers/read-documents', () => {
  throw new Error('the readers of other formats were loaded');
});
jest.mock('../../lib/readers/pulumi/program/program-system', () => {
  throw new Error('the runner of programs was loaded');
});
jest.mock('../../lib/knowledge/google', () => {
  throw new Error('facts about another cloud were loaded');
});

describe('a run on CloudFormation alone', () => {
  const folder = folderOf({
    'shop.json': { Resources: { Queue: { Type: 'AWS::SQS::Queue' } } },
    'plan.json': { format_version: '1.2', planned_values: { root_module: {} } },
  });

  it('loads no reader of another format and no facts about another cloud', async () => {
    expect((await judged(join(folder, 'shop.json'))).summary.resources).toBe(1);
  });

  it('would fail here if it did', async () => {
    await expect(judged(join(folder, 'plan.json'))).rejects.toThrow('the readers of other formats were loaded');
  });
});
