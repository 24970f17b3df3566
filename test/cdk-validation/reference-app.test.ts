import { Validations } from 'aws-cdk-lib';
import { SingleZoneBaseline } from '../../stacks/single-zone-baseline';
import { synthesize } from '../support/synthesis';

describe('the deliberately fragile stack', () => {
  it('fails its synthesis, with the findings named', () => {
    const { error, violations } = synthesize((app) => new SingleZoneBaseline(app, 'single-zone-baseline'), { survive: 'zone' });
    expect(violations.filter(({ severity }) => severity === 'error').map(({ rule, at }) => `${rule} at ${at.join()}`)).toEqual(
      expect.arrayContaining([
        'database-without-standby at single-zone-baseline/Database',
        'group-in-one-zone at single-zone-baseline/WebGroup',
      ]),
    );
    expect(error).toContain("Acknowledge with 'NoSpof::database-without-standby'");
    expect(error).toContain("Acknowledge with 'NoSpof::group-in-one-zone'");
  });

  it('still fails when only some of them are acknowledged', () => {
    const { error, acknowledged } = synthesize((app) => {
      const baseline = new SingleZoneBaseline(app, 'single-zone-baseline');
      Validations.of(baseline).acknowledge({
        id: 'NoSpof::group-in-one-zone',
        reason: 'shows a group that is gone with its zone',
      });
    });
    expect(acknowledged).toEqual([expect.objectContaining({ reason: 'shows a group that is gone with its zone' })]);
    expect(error).toContain('database-without-standby');
    expect(error).not.toContain('group-in-one-zone');
  });
});
