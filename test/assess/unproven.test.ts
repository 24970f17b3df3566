import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { assess } from '../../lib';
import { type Assessment, InputError } from '../../lib/diagnostics';
import { folderOf } from '../support/read';
import { sharedFolder } from '../support/shared';

const judged = (paths: readonly string[]) => assess(paths, { survive: 'zone', parameters: {}, worlds: 'default' });
const counted = ({ summary, unproven }: Assessment) => ({ open: summary.unproven > 0, said: unproven.length > 0 });

const SUBNETS_FROM_OUTSIDE = `Parameters: { Subnets: { Type: 'List<AWS::EC2::Subnet::Id>' } }
Resources:
  WebGroup: { Type: AWS::AutoScaling::AutoScalingGroup, Properties: { MinSize: 2, MaxSize: 2, VPCZoneIdentifier: !Ref Subnets } }
`;

describe('what is unproven', () => {
  it.each([
    ['a zone that nothing names', SUBNETS_FROM_OUTSIDE],
    ['a type without facts', 'Resources: { Rack: { Type: "Shop::Warehouse::Rack" } }\n'],
  ])('is counted and listed for %s', async (_, text) => {
    const assessment = await judged([join(folderOf({ 'shop.yaml': text }), 'shop.yaml')]);
    expect(counted(assessment)).toEqual({ open: true, said: true });
  });

  it('is neither counted nor listed where all is known', async () => {
    const photos = folderOf({ 'shop.yaml': 'Resources: { Photos: { Type: AWS::S3::Bucket } }\n' });
    expect(counted(await judged([join(photos, 'shop.yaml')]))).toEqual({ open: false, said: false });
  });
});

const { folder, describeHere } = sharedFolder('corpus/labelled');

describeHere('in every labelled template', () => {
  it('what is unproven is counted exactly where something is listed', async () => {
    const wrong: string[] = [];
    for (const name of readdirSync(folder)) {
      const paths = readdirSync(join(folder, name)).map((file) => join(folder, name, file));
      try {
        const { open, said } = counted(await judged(paths));
        if (open !== said) wrong.push(name);
      } catch (error) {
        if (!(error instanceof InputError)) throw error;
      }
    }
    expect(wrong).toEqual([]);
  }, 60_000);
});
