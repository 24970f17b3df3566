// biome-ignore-all lint/suspicious/noTemplateCurlyInString: placeholders of templates are what is tested
import { join } from 'node:path';
import { readWorlds } from '../../lib/readers';
import { folderOf } from '../support/read';

const parameter = (fields: object = {}) => ({ Type: 'String', ...fields });
const worlds = (template: object) =>
  readWorlds([join(folderOf({ 'shop.json': { Resources: { Mail: { Type: 'AWS::SQS::Queue' } }, ...template } }), 'shop.json')]);
const comparing = (declaration: object, ...literals: string[]) =>
  worlds({
    Parameters: { Stage: declaration },
    Conditions: Object.fromEntries(literals.map((literal) => [`Is${literal}`, { 'Fn::Equals': [{ Ref: 'Stage' }, literal] }])),
  }).choices.flatMap(({ values }) => values);

describe('the values that are tried', () => {
  it.each<[string, object, string[], string[]]>([
    ['what it is compared with', parameter({ Default: 'prod' }), ['test'], ['test']],
    ['another one where the default is compared with', parameter({ Default: 'prod' }), ['prod'], ['any-other-value']],
    ['allowed values only', parameter({ Default: 'prod', AllowedValues: ['prod', 'beta'] }), ['test'], ['beta']],
    ['words of a pattern only', parameter({ Default: 'prod', AllowedPattern: '^(prod|beta)$' }), ['test'], ['beta']],
    ['what fits the pattern', parameter({ Default: 'ab', AllowedPattern: '[a-z]{2}' }), ['test', 'xy'], ['xy']],
    ['what fits the pattern, as a whole', parameter({ Default: 'a', AllowedPattern: 'a|x' }), ['ax'], ['x']],
    ['another one that fits the pattern', parameter({ Default: 'a', AllowedPattern: '[a-z]+' }), ['a'], ['other']],
    ['what is long enough', parameter({ Default: 'prod', MinLength: 4 }), ['dev', 'test'], ['test']],
    ['numbers within the bounds', { Type: 'Number', Default: 3, MinValue: 2, MaxValue: 4 }, ['1', '4', '9'], ['4', '2']],
    ['everything where the pattern cannot be read', parameter({ Default: 'a', AllowedPattern: '(?<bad' }), ['b'], ['b']],
  ])('are %s', (_, declaration, literals, expected) => {
    expect(comparing(declaration, ...literals)).toEqual(expected);
  });
});

describe('ways that several values take together', () => {
  const yes = (name: string) => ({ 'Fn::Equals': [{ Ref: name }, 'yes'] });
  const Parameters = Object.fromEntries(['A', 'B', 'C'].map((name) => [name, parameter({ Default: 'no' })]));
  const waysOf = (Conditions: object) => worlds({ Parameters, Conditions }).ways;

  it('make a conjunction true, through conditions that it names', () => {
    const Conditions = { Both: { 'Fn::And': [yes('A'), yes('B')] }, All: { 'Fn::And': [{ Condition: 'Both' }, yes('C')] } };
    expect(waysOf(Conditions)).toEqual([
      { A: 'yes', B: 'yes' },
      { A: 'yes', B: 'yes', C: 'yes' },
    ]);
  });

  it('make a negated disjunction false, and nothing larger than needed', () => {
    expect(waysOf({ Any: { 'Fn::Or': [yes('A'), yes('B')] } })).toEqual([]);
    const notA = { 'Fn::Not': [yes('A')] };
    expect(waysOf({ Odd: { 'Fn::Not': [{ 'Fn::Or': [notA, { 'Fn::Not': [yes('B')] }] }] } })).toEqual([{ A: 'yes', B: 'yes' }]);
  });

  it('are none where conditions contradict, name themselves, or are not understood', () => {
    const Split = { 'Fn::Split': [',', { Ref: 'A' }] };
    expect(waysOf({ Never: { 'Fn::And': [yes('A'), { 'Fn::Not': [yes('A')] }] } })).toEqual([]);
    expect(waysOf({ Loop: { 'Fn::And': [{ Condition: 'Loop' }, yes('B')] } })).toEqual([]);
    expect(waysOf({ Odd: { 'Fn::Equals': [Split, 'x'] } })).toEqual([]);
  });
});

describe('rules of a template', () => {
  const inTemplate = (rule: object) =>
    worlds({
      Parameters: { Stage: parameter({ Default: 'prod' }), Zones: parameter({ Default: 'a,b' }) },
      Rules: { Rule: rule },
    });
  const asserted = (Assert: object) => inTemplate({ Assertions: [{ Assert }] });

  it.each<[string, object, boolean]>([
    ['one of a list', { 'Fn::Contains': [['prod', 'beta'], { Ref: 'Stage' }] }, false],
    ['every member in a list', { 'Fn::EachMemberIn': [{ Ref: 'Zones' }, ['a', 'b']] }, true],
    ['every member the same', { 'Fn::EachMemberEquals': [{ Ref: 'Zones' }, 'a'] }, false],
    ['one or the other', { 'Fn::Or': [{ 'Fn::Equals': [{ Ref: 'Stage' }, 'prod'] }, { 'Fn::Equals': ['a', 'a'] }] }, true],
    ['not', { 'Fn::Not': [{ 'Fn::Equals': [{ Ref: 'Stage' }, 'test'] }] }, false],
    ['something that is not decided', { 'Fn::Contains': [{ 'Fn::RefAll': 'AWS::EC2::VPC::Id' }, 'x'] }, true],
  ])('ask for %s', (_, assertion, passes) => {
    expect(asserted(assertion).allows({ Stage: 'test' })).toBe(passes);
  });

  it('ask only while their condition holds', () => {
    const rule = { RuleCondition: { 'Fn::Equals': [{ Ref: 'Stage' }, 'prod'] }, Assertions: [{ Assert: false }] };
    expect(inTemplate(rule).allows({})).toBe(false);
    expect(inTemplate(rule).allows({ Stage: 'test' })).toBe(true);
  });
});

describe('the parameters behind a property', () => {
  const { behind, at } = worlds({
    Parameters: { A: parameter(), B: parameter(), C: parameter(), D: parameter() },
    Conditions: {
      IsA: { 'Fn::Equals': [{ Ref: 'A' }, 'yes'] },
      Either: { 'Fn::Or': [{ Condition: 'IsA' }, { 'Fn::Equals': [{ Ref: 'B' }, 'yes'] }] },
    },
    Resources: {
      Mail: {
        Type: 'AWS::SQS::Queue',
        Properties: {
          QueueName: { 'Fn::Sub': 'mail-${C}-${!D}' },
          DelaySeconds: { 'Fn::If': ['Either', 1, { Ref: 'AWS::NoValue' }] },
          FifoQueue: false,
        },
      },
    },
  });
  const mail = at({}).resources.get('shop/Mail');

  it.each<[string, string[]]>([
    ['QueueName', ['C']],
    ['DelaySeconds', ['A', 'B']],
    ['FifoQueue', []],
  ])('of %s are %j', (name, expected) => {
    expect(mail === undefined ? undefined : [...behind.of(mail, name)].sort()).toEqual(expected);
  });
});
