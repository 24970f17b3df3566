import { Unknown, type Value } from '../../lib/model';
import { evaluated, problemsOf, readBody } from '../support/read';

const stage = { Parameters: { Stage: { Type: 'String' }, Kind: { Type: 'String', AllowedValues: ['a', 'b'] } } };
const bucket = { Bucket: { Type: 'AWS::S3::Bucket' } };

/** What `Fn::If` gives for a condition: `yes`, `no`, or an unknown. */
function decide(condition: object, sections: object = stage): Value | undefined {
  return evaluated({ 'Fn::If': ['Probed', 'yes', 'no'] }, { ...sections, Conditions: { Probed: condition } });
}

const open = { 'Fn::Equals': [{ Ref: 'Stage' }, 'prod'] };
const holds = { 'Fn::Equals': ['a', 'a'] };
const fails = { 'Fn::Equals': ['a', 'b'] };

describe('Fn::Equals', () => {
  it('compares scalars as text', () => {
    expect(decide({ 'Fn::Equals': ['1', 1] })).toBe('yes');
    expect(decide({ 'Fn::Equals': ['true', true] })).toBe('yes');
    expect(decide({ 'Fn::Equals': ['True', true] })).toBe('no');
  });

  it('is true for the same unknown value, open for others', () => {
    expect(decide({ 'Fn::Equals': [{ Ref: 'Stage' }, { Ref: 'Stage' }] })).toBe('yes');
    expect(decide({ 'Fn::Equals': [{ Ref: 'Stage' }, { Ref: 'AWS::Region' }] })).toBeInstanceOf(Unknown);
    expect(decide(open)).toBeInstanceOf(Unknown);
  });

  it('is false for a value that a parameter does not allow', () => {
    expect(decide({ 'Fn::Equals': [{ Ref: 'Kind' }, 'c'] })).toBe('no');
    expect(decide({ 'Fn::Equals': [{ Ref: 'Kind' }, 'a'] })).toBeInstanceOf(Unknown);
  });

  it('is false where a text with gaps cannot spell the literal', () => {
    const key = { 'Fn::Join': ['-', ['shop', { Ref: 'Stage' }, 'key']] };
    expect(decide({ 'Fn::Equals': [key, ''] })).toBe('no');
    expect(decide({ 'Fn::Equals': [key, 'shop-prod'] })).toBe('no');
    expect(decide({ 'Fn::Equals': [key, 'shop-prod-key'] })).toBeInstanceOf(Unknown);
  });

  it('never takes the id of a resource for a literal', () => {
    const sections = { Resources: bucket };
    expect(decide({ 'Fn::Equals': [{ Ref: 'Bucket' }, ''] }, sections)).toBe('no');
    expect(decide({ 'Fn::Equals': [{ Ref: 'Bucket' }, { Ref: 'Bucket' }] }, sections)).toBe('yes');
  });

  it('knows that ids without a default are never empty', () => {
    const sections = { Parameters: { Key: { Type: 'AWS::EC2::KeyPair::KeyName' }, Long: { Type: 'String', MinLength: 1 } } };
    expect(decide({ 'Fn::Equals': [{ Ref: 'Key' }, ''] }, sections)).toBe('no');
    expect(decide({ 'Fn::Equals': [{ Ref: 'Long' }, ''] }, sections)).toBe('no');
  });

  it('compares lists item by item', () => {
    expect(decide({ 'Fn::Equals': [{ 'Fn::Split': [',', 'a,b'] }, ['a', 'b']] })).toBe('yes');
    expect(decide({ 'Fn::Equals': [['a'], ['a', 'b']] })).toBe('no');
    expect(
      decide({
        'Fn::Equals': [
          ['a', { Ref: 'Stage' }],
          ['b', 'x'],
        ],
      }),
    ).toBe('no');
    expect(
      decide({
        'Fn::Equals': [
          ['a', { Ref: 'Stage' }],
          ['a', 'x'],
        ],
      }),
    ).toBeInstanceOf(Unknown);
  });
});

describe('And, Or and Not in three values', () => {
  it.each([
    ['Fn::And', [holds, open], 'open'],
    ['Fn::And', [open, fails], 'no'],
    ['Fn::And', [holds, holds], 'yes'],
    ['Fn::Or', [open, holds], 'yes'],
    ['Fn::Or', [open, fails], 'open'],
    ['Fn::Or', [fails, fails], 'no'],
    ['Fn::Not', [fails], 'yes'],
    ['Fn::Not', [holds], 'no'],
    ['Fn::Not', [open], 'open'],
  ])('%s of %j is %s', (name, operands, expected) => {
    const value = decide({ [name]: operands });
    expect(value instanceof Unknown ? 'open' : value).toBe(expected);
  });

  it('decide by name, and name the value at the end of a chain', () => {
    const Conditions = {
      Prod: open,
      Large: { 'Fn::And': [{ Condition: 'Prod' }, holds] },
      Small: { 'Fn::Not': [{ Condition: 'Large' }] },
    };
    const value = evaluated({ 'Fn::If': ['Small', 1, 2] }, { ...stage, Conditions }) as Unknown;
    expect(value.because).toBe('condition "Small" is open: parameter "Stage" has no default');
    expect(value.tell).toBe('--parameter Stage=…');
    expect(value.alternatives).toEqual([1, 2]);
  });

  it('read Fn::Contains', () => {
    expect(decide({ 'Fn::Contains': [['a', 'b'], 'b'] })).toBe('yes');
    expect(decide({ 'Fn::Contains': [['a', 'b'], 'c'] })).toBe('no');
    expect(decide({ 'Fn::Contains': [['a', { Ref: 'Stage' }], 'c'] })).toBeInstanceOf(Unknown);
  });

  it('are evaluated once each: 41 that build on two others each, over 74 parameters', () => {
    const Parameters = Object.fromEntries(
      Array.from({ length: 74 }, (_, at) => [`P${at}`, { Type: 'String', Default: `${at}` }]),
    );
    const Conditions: Record<string, unknown> = {
      C0: { 'Fn::Equals': [{ Ref: 'P0' }, '0'] },
      C1: { 'Fn::Equals': [{ Ref: 'P1' }, '1'] },
    };
    for (let at = 2; at < 41; at += 1) {
      const either = { 'Fn::Or': [{ 'Fn::Not': [{ Condition: `C${at - 1}` }] }, { Condition: `C${at - 2}` }] };
      Conditions[`C${at}`] = { 'Fn::And': [{ 'Fn::Equals': [{ Ref: `P${at}` }, `${at}`] }, either, { Condition: `C${at - 1}` }] };
    }
    // without memory the last one takes more than 2^41 evaluations
    expect(evaluated({ 'Fn::If': ['C40', 'yes', 'no'] }, { Parameters, Conditions })).toBe('yes');
  });

  it('fail for a circle, with the whole circle', () => {
    const Conditions = { A: { Condition: 'B' }, B: { 'Fn::Not': [{ Condition: 'C' }] }, C: { Condition: 'A' } };
    const [problem] = problemsOf(() => evaluated({ 'Fn::If': ['A', 1, 2] }, { Conditions }));
    expect(problem?.message).toBe('conditions refer to each other in a circle: "A" -> "B" -> "C" -> "A"');
  });
});

describe('Fn::If', () => {
  it('is known where both branches are alike', () => {
    const node = { 'Fn::If': ['Probed', { 'Fn::Sub': 'a' }, 'a'] };
    expect(evaluated(node, { ...stage, Conditions: { Probed: open } })).toBe('a');
  });

  it('does not take 1 for "1"', () => {
    const node = { 'Fn::If': ['Probed', 1, '1'] };
    expect(evaluated(node, { ...stage, Conditions: { Probed: open } })).toBeInstanceOf(Unknown);
  });

  it('has a symbol of its own for each condition and pair of branches', () => {
    const Conditions = { Probed: open };
    const symbol = (node: unknown) => (evaluated(node, { ...stage, Conditions }) as Unknown).symbol;
    expect(symbol({ 'Fn::If': ['Probed', 1, 2] })).toBe(symbol({ 'Fn::If': ['Probed', 1, 2] }));
    expect(symbol({ 'Fn::If': ['Probed', 1, 2] })).not.toBe(symbol({ 'Fn::If': ['Probed', 1, 3] }));
  });

  it('writes absence as null among the alternatives', () => {
    const node = { 'Fn::If': ['Probed', { Ref: 'AWS::NoValue' }, 'x'] };
    expect((evaluated(node, { ...stage, Conditions: { Probed: open } }) as Unknown).alternatives).toEqual([null, 'x']);
  });

  it('may stand for all properties of a resource', () => {
    const Properties = { 'Fn::If': ['Probed', { a: 1, b: 2 }, { a: 1 }] };
    const read = (condition: object) =>
      readBody({ ...stage, Conditions: { Probed: condition }, Resources: { Db: { Type: 'AWS::RDS::DBInstance', Properties } } });
    expect(read(fails).resources.get('shop/Db')?.properties).toEqual({ a: 1 });
    const { a, b } = read(open).resources.get('shop/Db')?.properties ?? {};
    expect(a).toBe(1);
    expect((b as Unknown).alternatives).toEqual([2, null]);
  });
});

describe('conditions of resources and outputs', () => {
  it('remove what is false and keep what is open', () => {
    const system = readBody({
      ...stage,
      Conditions: { Never: fails, Maybe: open },
      Resources: { A: { Type: 'AWS::S3::Bucket', Condition: 'Never' }, B: { Type: 'AWS::S3::Bucket', Condition: 'Maybe' } },
      Outputs: { Gone: { Condition: 'Never', Value: 1 }, Kept: { Condition: 'Maybe', Value: 2 } },
    });
    expect([...system.resources.keys()]).toEqual(['shop/B']);
    expect(system.resources.get('shop/B')?.existence).toEqual(
      new Unknown('condition shop/Maybe', 'condition "Maybe" is open: parameter "Stage" has no default', '--parameter Stage=…'),
    );
    expect(system.offered.map(({ name }) => name)).toEqual(['Kept']);
  });

  it('can be forced', () => {
    const body = { ...stage, Conditions: { Maybe: open }, Resources: { A: { Type: 'AWS::S3::Bucket', Condition: 'Maybe' } } };
    expect(readBody(body, { conditions: { Maybe: false } }).resources.size).toBe(0);
    const system = readBody(body, { conditions: { Maybe: true } });
    expect(system.resources.get('shop/A')?.existence).toBeUndefined();
    expect(system.world).toEqual({ Maybe: 'true' });
  });

  it('are open and reported where they are not declared', () => {
    const system = readBody({ Resources: { A: { Type: 'AWS::S3::Bucket', Condition: 'Nowhere' } } });
    expect(system.resources.get('shop/A')?.existence).toBeInstanceOf(Unknown);
    expect(system.problems.map(({ code }) => code)).toEqual(['unknown-condition']);
  });
});
