import { writeFileSync } from 'node:fs';
import { applyBaseline, baselineOf, readBaseline } from '../../lib/config';
import { type Finding, InputError } from '../../lib/diagnostics';
import { PLAIN_CONTEXT, reporterFor } from '../../lib/reporters';
import { aFinding, anAssessment } from '../support/assessments';
import { inEmptyFolder } from '../support/command-line';

const about = (id: string, changes: Partial<Finding> = {}) =>
  aFinding({ ...changes, resource: { id, type: 'AWS::EC2::NatGateway', file: 'shop.yaml', line: 4, stack: 'shop' } });

/** What is left open of `after` when `before` is the baseline, and what is said of the baseline. */
const held = (before: readonly Finding[], after: readonly Finding[]) =>
  inEmptyFolder(() => {
    writeFileSync('baseline.json', baselineOf(anAssessment({ findings: before })));
    const { findings, problems } = applyBaseline(anAssessment({ findings: after }), readBaseline('baseline.json'));
    const open = findings.filter(({ acknowledged }) => !acknowledged).map(({ resource }) => resource.id);
    return { open, findings, said: problems.map(({ message }) => message) };
  });

describe('a baseline', () => {
  it('holds what was there, wherever it stands now, and leaves open what is new', async () => {
    const moved = about('NatA', { message: 'other words' });
    const { open, findings, said } = await held(
      [about('NatA')],
      [{ ...moved, resource: { ...moved.resource, line: 90 } }, about('NatB')],
    );
    expect({ open, said }).toEqual({ open: ['NatB'], said: [] });
    expect(findings[0]?.acknowledged).toEqual({ reason: 'in the baseline baseline.json', baseline: true });
  });

  it('does not hold what weighs more than it did', async () => {
    expect((await held([about('Nat', { severity: 'warning' })], [about('Nat', { severity: 'error' })])).open).toEqual(['Nat']);
    expect((await held([about('Nat', { severity: 'error' })], [about('Nat', { severity: 'warning' })])).open).toEqual([]);
  });

  it('leaves a finding its own acknowledgement, and does not take it in', async () => {
    const accepted = about('NatA', { acknowledged: { reason: 'batch only' } });
    expect((await held([about('NatA')], [accepted])).findings[0]?.acknowledged).toEqual({ reason: 'batch only' });
    expect((await held([accepted], [about('NatA')])).open).toEqual(['NatA']);
  });

  it('says which of its entries match nothing any more', async () => {
    const { said } = await held([about('NatA'), about('NatB')], [about('NatB')]);
    expect(said).toEqual(['1 entry of baseline "baseline.json" matches no finding any more: nat-gateway-shared-by-zones:NatA']);
    const many = Array.from({ length: 12 }, (_, index) => about(`Nat${index}`));
    expect((await held(many, [])).said[0]).toMatch(
      /^12 entries of baseline "baseline.json" match no finding any more: .* and 2 more$/,
    );
  });

  it('holds no line, no path and no words, so that it changes only when findings do', () => {
    expect(JSON.parse(baselineOf(anAssessment({ findings: [about('NatA')] })))).toEqual({
      version: 1,
      findings: [
        {
          rule: 'nat-gateway-shared-by-zones',
          severity: 'warning',
          resource: { id: 'NatA', type: 'AWS::EC2::NatGateway', stack: 'shop' },
        },
      ],
    });
  });

  it('can be a saved report', () =>
    inEmptyFolder(() => {
      const assessment = anAssessment({ findings: [about('NatA')] });
      writeFileSync('report.json', reporterFor('json')(assessment, PLAIN_CONTEXT));
      expect(applyBaseline(assessment, readBaseline('report.json')).findings[0]?.acknowledged?.baseline).toBe(true);
    }));

  it.each([
    [undefined, 'baseline "baseline.json" does not exist'],
    ['{', 'baseline "baseline.json" is not JSON'],
    ['[]', 'baseline "baseline.json" has no list "findings" of version 1'],
    ['{"version": 2, "findings": []}', 'baseline "baseline.json" has no list "findings" of version 1'],
    ['{"version": 1, "findings": [{"rule": "group-of-one"}]}', '"findings[0]" of baseline "baseline.json" has no rule'],
    ['{"version": 1, "findings": [null]}', '"findings[0]" of baseline "baseline.json" has no rule'],
  ])('fails for %j with what was expected', (text, message) =>
    inEmptyFolder(() => {
      if (text !== undefined) writeFileSync('baseline.json', text);
      expect(() => readBaseline('baseline.json')).toThrow(InputError);
      expect(() => readBaseline('baseline.json')).toThrow(message);
    }),
  );
});
