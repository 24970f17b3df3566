import { join } from 'node:path';
import { assess } from '../../lib/assess';
import { PLAIN_CONTEXT, reporterFor } from '../../lib/reporters';
import { folderOf } from '../support/read';

/** A cluster of one writer and as many readers, each under a condition of its own. */
function cluster(readers: number): object {
  const names = Array.from({ length: readers }, (_, index) => `Reader${index}`);
  const member = (index: number) => ({
    Type: 'AWS::Neptune::DBInstance',
    Properties: {
      DBClusterIdentifier: { Ref: 'Orders' },
      AvailabilityZone: { 'Fn::Select': [index % 3, { 'Fn::GetAZs': '' }] },
    },
  });
  return {
    Parameters: Object.fromEntries(
      names.map((name) => [`With${name}`, { Type: 'String', Default: 'yes', AllowedValues: ['yes', 'no'] }]),
    ),
    Conditions: Object.fromEntries(names.map((name) => [`Has${name}`, { 'Fn::Equals': [{ Ref: `With${name}` }, 'yes'] }])),
    Resources: {
      Orders: { Type: 'AWS::Neptune::DBCluster' },
      Writer: member(0),
      ...Object.fromEntries(names.map((name, index) => [name, { ...member(index + 1), Condition: `Has${name}` }])),
    },
  };
}

const judged = (template: object) =>
  assess([join(folderOf({ 'shop.json': template }), 'shop.json')], { survive: 'zone', parameters: {}, worlds: 'all' });

describe('worlds of several choices', () => {
  it('are counted where they are more than are judged', async () => {
    const assessment = await judged(cluster(13));
    // 13 readers alone, 78 pairs, and 200 of the 286 that take three away.
    expect(assessment.summary.worlds).toEqual({ judged: 291, same: 0, left: 86 });
    const text = reporterFor('text')(assessment, PLAIN_CONTEXT);
    expect(text).toContain('291 other worlds judged; 86 were left out');
  });

  it('bring in nothing that one of them brings in alone', async () => {
    const { findings } = await judged(cluster(1));
    expect(findings.map(({ world }) => world)).toEqual([{ WithReader0: 'no' }]);
  });
});
