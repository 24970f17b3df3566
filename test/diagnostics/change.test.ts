import { compareAssessments, type Finding } from '../../lib/diagnostics';
import { aFinding, anAssessment, anUnproven } from '../support/assessments';
import { fc } from '../support/laws';

const about = (id: string, changes: Partial<Finding> = {}, stack = 'shop') =>
  aFinding({ ...changes, resource: { id, type: 'AWS::EC2::NatGateway', file: 'shop.yaml', line: 4, stack } });
const compare = (before: readonly Finding[], after: readonly Finding[]) =>
  compareAssessments(anAssessment({ findings: before }), anAssessment({ findings: after }));
const names = (findings: readonly Finding[]) => findings.map(({ resource }) => resource.id);

describe('compareAssessments', () => {
  it('tells what is new, what is gone and what stays', () => {
    const { broughtIn, takenAway, stillThere } = compare([about('NatA'), about('NatB')], [about('NatB'), about('NatC')]);
    expect(names(broughtIn.map(({ finding }) => finding))).toEqual(['NatC']);
    expect(names(takenAway)).toEqual(['NatA']);
    expect(names(stillThere)).toEqual(['NatB']);
  });

  it('does not mind where a finding stands, what it says or which way it is found', () => {
    const moved = about('Nat', { message: 'other words', failureDomain: 'zone us-east-1#1', loses: ['Mail'] });
    const far = { ...moved, resource: { ...moved.resource, file: 'network.yaml', line: 400, column: 9 } };
    expect(compare([about('Nat')], [far])).toMatchObject({ broughtIn: [], takenAway: [], stillThere: [far] });
  });

  it('takes another rule about the same resource for another finding', () => {
    const { broughtIn, takenAway } = compare([about('Nat')], [about('Nat', { rule: 'single-point-of-failure' })]);
    expect([broughtIn.length, takenAway.length]).toEqual([1, 1]);
  });

  it('sees through a stack that was renamed', () => {
    const { broughtIn, takenAway } = compare([about('Nat', {}, 'shop')], [about('Nat', {}, 'shop-v2')]);
    expect([broughtIn, takenAway]).toEqual([[], []]);
  });

  it('keeps resources of the same name in several stacks apart', () => {
    const before = [about('Nat', {}, 'shop'), about('Nat', {}, 'mail')];
    const { broughtIn, stillThere } = compare(before, [...before, about('Nat', {}, 'catalog')]);
    expect(broughtIn.map(({ finding }) => finding.resource.stack)).toEqual(['catalog']);
    expect(stillThere).toHaveLength(2);
  });

  it('brings in what weighs more than before, and says what it was', () => {
    const { broughtIn } = compare([about('Nat', { severity: 'info' })], [about('Nat', { severity: 'error' })]);
    expect(broughtIn).toMatchObject([{ was: 'info', finding: { severity: 'error' } }]);
    expect(compare([about('Nat', { severity: 'error' })], [about('Nat', { severity: 'info' })]).stillThere).toHaveLength(1);
  });

  it('brings in what is no longer acknowledged, and not what is', () => {
    const acknowledged = { reason: 'batch only' };
    expect(compare([about('Nat', { acknowledged })], [about('Nat')]).broughtIn).toMatchObject([{ was: 'acknowledged' }]);
    expect(compare([about('Nat')], [about('Nat', { acknowledged })]).stillThere).toHaveLength(1);
    expect(compare([], [about('Nat', { acknowledged })])).toMatchObject({ broughtIn: [], acknowledged: [{ acknowledged }] });
  });

  it('compares what is unproven by function and resource', () => {
    const base = anAssessment({ unproven: [anUnproven(), anUnproven({ of: 'Mail' })] });
    const head = anAssessment({ unproven: [anUnproven({ because: 'said otherwise' }), anUnproven({ of: 'Catalog' })] });
    const { broughtIn, takenAway, stillThere } = compareAssessments(base, head).unproven;
    expect([broughtIn, takenAway, stillThere].map((list) => list.map(({ of }) => of))).toEqual([
      ['Catalog'],
      ['Mail'],
      ['Orders'],
    ]);
  });

  it('loses and invents nothing, and finds no change between equals', () => {
    const finding = fc
      .record({
        id: fc.constantFrom('NatA', 'NatB', 'NatC'),
        stack: fc.constantFrom('shop', 'mail'),
        rule: fc.constantFrom('nat-gateway-shared-by-zones', 'group-of-one'),
        severity: fc.constantFrom('info' as const, 'warning' as const, 'error' as const),
      })
      .map(({ id, stack, rule, severity }) => about(id, { rule, severity }, stack));
    const findings = fc.uniqueArray(finding, { selector: ({ rule, resource }) => `${rule} ${resource.stack} ${resource.id}` });
    fc.assert(
      fc.property(findings, findings, (before, after) => {
        const { broughtIn, takenAway, stillThere, acknowledged } = compare(before, after);
        const shown = [...broughtIn.map((each) => each.finding), ...stillThere, ...acknowledged];
        expect(new Set(shown)).toEqual(new Set(after));
        const stayed = shown.length - broughtIn.filter(({ was }) => was === undefined).length;
        expect(takenAway.length + stayed).toBe(before.length);
        expect(compare(after, after)).toMatchObject({ broughtIn: [], takenAway: [] });
      }),
    );
  });
});
