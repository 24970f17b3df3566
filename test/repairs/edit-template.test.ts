import { parse } from 'yaml';
import type { RepairValue } from '../../lib/diagnostics';
import { editJson } from '../../lib/repairs/edit-json';
import { editYaml } from '../../lib/repairs/edit-yaml';
import type { TemplateEdit } from '../../lib/repairs/template-text';

const edit = (property: string, values: readonly RepairValue[], action: TemplateEdit['action'] = 'set'): TemplateEdit => ({
  path: ['Resources', 'Orders', 'Properties', ...property.split('.')],
  action,
  values,
});
const textOf = (changed: ReturnType<typeof editYaml>) => ('text' in changed ? changed.text : `instead: ${changed.instead}`);
const inYaml = (text: string, ...change: Parameters<typeof edit>) => textOf(editYaml(text, edit(...change)));
const inJson = (text: string, ...change: Parameters<typeof edit>) => textOf(editJson(text, edit(...change)));

const ORDERS = `# the orders
Resources:
  Orders:
    Type: AWS::RDS::DBInstance   # one is enough?
    Properties:
      # the engine
      Engine: postgres
      Count: "1"
      Plain: 1
      Least: !Ref Least
      Chosen: !If [IsProd, 2, 1]
      Subnets: [!Ref A, !Ref B]
      Zones:
        - !Ref ZoneA
        # the second
        - !Ref ZoneB
      Matcher: { HttpCode: 200-499 }
Parameters:
  Least: { Type: Number, Default: 1 }
`;

describe('an edit of a YAML template', () => {
  it.each<[string, Parameters<typeof edit>, string, string]>([
    [
      'adds a property in front of the others',
      ['MultiAZ', [true]],
      '      # the engine\n      Engine',
      '      # the engine\n      MultiAZ: true\n      Engine',
    ],
    [
      'adds one below another that is not there',
      ['Deployment.Least', [100]],
      '      Engine',
      '      Deployment: { Least: 100 }\n      Engine',
    ],
    ['adds to a map on one line', ['Matcher.GrpcCode', ['0']], '{ HttpCode', '{ GrpcCode: "0", HttpCode'],
    ['replaces a word', ['Engine', ['mysql']], 'Engine: postgres', 'Engine: mysql'],
    ['replaces a number in quotes', ['Count', ['2']], '"1"', '"2"'],
    ['replaces a bare number', ['Plain', ['2']], 'Plain: 1', 'Plain: 2'],
    ['replaces inside a map on one line', ['Matcher.HttpCode', ['200']], '200-499', '200'],
    ['quotes what YAML would read as something else', ['Engine', ['on']], 'postgres', '"on"'],
    ['changes the default of a parameter that decides', ['Least', ['2']], 'Default: 1', 'Default: 2'],
    ['appends to a list on one line', ['Subnets', [{ ref: 'C' }, { ref: 'D' }], 'append'], '!Ref B]', '!Ref B, !Ref C, !Ref D]'],
    [
      'appends to a list of lines',
      ['Zones', [{ ref: 'ZoneC' }], 'append'],
      '        - !Ref ZoneB\n',
      '        - !Ref ZoneB\n        - !Ref ZoneC\n',
    ],
    ['starts a list', ['Groups', [{ ref: 'G' }], 'append'], '      Engine', '      Groups: [!Ref G]\n      Engine'],
    ['takes a line away', ['Engine', [], 'remove'], '      Engine: postgres\n', ''],
    [
      'takes a list of lines away',
      ['Zones', [], 'remove'],
      '      Zones:\n        - !Ref ZoneA\n        # the second\n        - !Ref ZoneB\n',
      '',
    ],
    ['takes the only member of a line away', ['Matcher.HttpCode', [], 'remove'], '{ HttpCode: 200-499 }', '{  }'],
    ['leaves alone what is not there', ['Nothing', [], 'remove'], '', ''],
  ])('%s', (_, change, before, after) => {
    const changed = inYaml(ORDERS, ...change);
    expect(changed).toBe(ORDERS.replace(before, after));
    expect(() => parse(changed, { logLevel: 'silent' })).not.toThrow();
  });

  it.each<[string, Parameters<typeof edit>, string]>([
    ['that a function works out', ['Chosen', ['2']], '"Chosen" of "Orders" is worked out by the template'],
    ['below what a function works out', ['Chosen.Least', ['2']], '"Chosen.Least" of "Orders" is worked out by the template'],
    ['of a list that is none', ['Engine', ['x'], 'append'], '"Engine" of "Orders" is no plain list'],
  ])('says so for a property %s', (_, change, instead) => {
    expect(inYaml(ORDERS, ...change)).toBe(`instead: ${instead}`);
  });

  it('says so for a resource that a loop or a module writes', () => {
    expect(inYaml('Resources:\n  Fn::ForEach::Orders: []\n', 'MultiAZ', [true])).toBe(
      'instead: "MultiAZ" of "Orders" is not written in this file',
    );
  });

  it.each([
    [
      'without properties',
      'Resources:\n  Orders:\n    Type: A   # note\n  Next: { Type: B }\n',
      'Resources:\n  Orders:\n    Type: A   # note\n    Properties: { MultiAZ: true }\n  Next: { Type: B }\n',
    ],
    [
      'on one line',
      'Resources: { Orders: { Type: A, Properties: { Engine: x } } }\n',
      'Resources: { Orders: { Type: A, Properties: { MultiAZ: true, Engine: x } } }\n',
    ],
    [
      'with empty properties',
      'Resources:\n  Orders: { Type: A, Properties: {} }\n',
      'Resources:\n  Orders: { Type: A, Properties: { MultiAZ: true } }\n',
    ],
    [
      'at the end of a file without a line break',
      'Resources:\n  Orders:\n    Type: A',
      'Resources:\n  Orders:\n    Type: A\n    Properties: { MultiAZ: true }\n',
    ],
  ])('finds a place in a resource %s', (_, before, after) => {
    expect(inYaml(before, 'MultiAZ', [true])).toBe(after);
  });

  it('takes the first, a middle and the last member out of a line', () => {
    const line = 'Resources: { Orders: { Properties: { A: 1, B: !Ref X, C: 3 } } }\n';
    expect(['A', 'B', 'C'].map((name) => /Properties: (.*?) \} \}/.exec(inYaml(line, name, [], 'remove'))?.[1])).toEqual([
      '{ B: !Ref X, C: 3',
      '{ A: 1, C: 3',
      '{ A: 1, B: !Ref X',
    ]);
  });
});

const JSON_ORDERS = JSON.stringify(
  {
    Resources: {
      Orders: {
        Type: 'AWS::RDS::DBInstance',
        Properties: {
          Engine: 'postgres',
          Least: { Ref: 'Least' },
          Chosen: { 'Fn::If': ['IsProd', 2, 1] },
          Subnets: [{ Ref: 'A' }],
        },
      },
    },
    Parameters: { Least: { Type: 'Number', Default: 1 } },
  },
  undefined,
  4,
);

describe('an edit of a JSON template', () => {
  it.each<[string, Parameters<typeof edit>, (properties: Record<string, unknown>) => unknown, unknown]>([
    ['adds a property', ['MultiAZ', [true]], ({ MultiAZ }) => MultiAZ, true],
    ['adds one below another that is not there', ['Deployment.Least', [100]], ({ Deployment }) => Deployment, { Least: 100 }],
    ['replaces a word', ['Engine', ['mysql']], ({ Engine }) => Engine, 'mysql'],
    ['appends references', ['Subnets', [{ ref: 'B' }], 'append'], ({ Subnets }) => Subnets, [{ Ref: 'A' }, { Ref: 'B' }]],
    ['starts a list', ['Groups', [{ ref: 'G' }], 'append'], ({ Groups }) => Groups, [{ Ref: 'G' }]],
    ['takes a property away', ['Engine', [], 'remove'], (properties) => 'Engine' in properties, false],
  ])('%s, and keeps the way the file is written', (_, change, look, expected) => {
    const changed = inJson(JSON_ORDERS, ...change);
    const { Resources } = JSON.parse(changed);
    expect(look(Resources.Orders.Properties)).toEqual(expected);
    expect(changed).toBe(JSON.stringify(JSON.parse(changed), undefined, 4));
  });

  it('changes the default of a parameter that decides', () => {
    expect(JSON.parse(inJson(JSON_ORDERS, 'Least', ['2'])).Parameters.Least.Default).toBe('2');
  });

  it('says so for what a function works out, and for a resource that is not there', () => {
    expect(inJson(JSON_ORDERS, 'Chosen', [2])).toBe('instead: "Chosen" of "Orders" is worked out by the template');
    expect(inJson('{"Resources": {}}', 'MultiAZ', [true])).toBe('instead: "MultiAZ" of "Orders" is not written in this file');
  });
});
