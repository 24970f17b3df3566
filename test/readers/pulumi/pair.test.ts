import { join } from 'node:path';
import { assessProgram } from '../../../lib/assess';
import type { Assessment } from '../../../lib/diagnostics';
import { judged, weighed } from '../../support/pair';
import { sharedFolder } from '../../support/shared';

const program = join(__dirname, 'pair');
const { folder, describeHere } = sharedFolder('pairs/first');

function previewed(stack: string): Assessment {
  return assessProgram(program, { stack, timeoutSeconds: 120, say: () => undefined }, { survive: 'zone' });
}

describeHere('the pair of planted faults as a Pulumi program', () => {
  it.each([
    ['faulty', 'spof.yaml'],
    ['repaired', 'good.yaml'],
  ])('%s: gives the findings of the CloudFormation template', async (stack, template) => {
    const assessment = previewed(stack);
    expect(weighed(assessment)).toEqual(weighed(await judged(join(folder, template))));
    expect(assessment.unproven).toEqual([]);
  });
});

describe('a finding about a program', () => {
  it('points at the line that registers the resource, and says which component holds it', () => {
    const nat = previewed('faulty').findings.find(({ rule }) => rule === 'nat-gateway-shared-by-zones');
    expect(nat?.resource.file).toMatch(/test\/readers\/pulumi\/pair\/network\.ts$/);
    expect(nat?.resource).toMatchObject({ id: 'Nat', line: 48, path: 'Shop/Nat' });
  });
});
