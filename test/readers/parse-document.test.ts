import { Fault } from '../../lib/readers/fault';
import { parseDocument } from '../../lib/readers/parse-document';

function parsed(text: string): unknown {
  return parseDocument(text).documents[0];
}

function faultOf(text: string): Fault {
  try {
    parseDocument(text);
  } catch (error) {
    if (error instanceof Fault) return error;
    throw error;
  }
  throw new Error('no fault was found');
}

describe('plain scalars in YAML', () => {
  it.each([
    ['2010-09-09', '2010-09-09'],
    ['012345678901', '012345678901'],
    ['0777', '0777'],
    ['0o17', '0o17'],
    ['0x1F', '0x1F'],
    ['5.10', '5.10'],
    ['1_000', '1_000'],
    ['22:30', '22:30'],
    ['1e3', '1e3'],
    ['12345678901234567890', '12345678901234567890'],
    ['.inf', '.inf'],
    ['42', 42],
    ['-1', -1],
    ['1.5', 1.5],
    ['true', true],
    ['False', false],
    ['null', null],
    ['~', null],
    ['"true"', 'true'],
    ["'42'", '42'],
    ['!!str 42', '42'],
  ])('read %s as %j', (text, value) => {
    expect(parsed(`Value: ${text}`)).toEqual({ Value: value });
  });

  it('read yes and off as booleans in resources, as text elsewhere', () => {
    expect(parsed('Resources: { A: yes, B: Off, C: "no" }\nParameters: { A: yes, B: off }')).toEqual({
      Resources: { A: true, B: false, C: 'no' },
      Parameters: { A: 'yes', B: 'off' },
    });
  });

  it('never change keys', () => {
    expect(Object.keys(parsed('{ yes: 1, 0777: 2, null: 3, 1.0: 4 }') as object).sort()).toEqual(['0777', '1.0', 'null', 'yes']);
  });
});

describe('short tags', () => {
  it.each([
    ['!Ref A', { Ref: 'A' }],
    ['!Condition A', { Condition: 'A' }],
    ['!GetAtt A.B.C', { 'Fn::GetAtt': 'A.B.C' }],
    ['!GetAZs ""', { 'Fn::GetAZs': '' }],
    ['!GetAZs', { 'Fn::GetAZs': '' }],
    ['!GetAZs { Ref: "AWS::Region" }', { 'Fn::GetAZs': { Ref: 'AWS::Region' } }],
    ['!Join [",", [a, !Ref B]]', { 'Fn::Join': [',', ['a', { Ref: 'B' }]] }],
    ['!Equals [!Ref A, 007]', { 'Fn::Equals': [{ Ref: 'A' }, '007'] }],
    ['!Transform { Name: x }', { 'Fn::Transform': { Name: 'x' } }],
    ['!Rain::S3 file', { 'Rain::S3': 'file' }],
    ['!Cook a', { 'Fn::Cook': 'a' }],
  ])('%s gets its long form', (text, value) => {
    expect(parsed(`Value: ${text}`)).toEqual({ Value: value });
  });
});

describe('aliases', () => {
  it('repeat a value, and merge maps without overriding', () => {
    expect(parsed('a: &a { x: 1, y: 2 }\nb: *a\nc: { <<: *a, x: 3 }')).toEqual({
      a: { x: 1, y: 2 },
      b: { x: 1, y: 2 },
      c: { x: 3, y: 2 },
    });
  });

  it('fail without an anchor, inside their own anchor, and when they multiply', () => {
    expect(faultOf('a: *b').code).toMatch(/yaml-/);
    expect(faultOf('a: &a [*a]').code).toMatch(/yaml-/);
    const bomb = Array.from({ length: 30 }, (_, at) => `a${at + 1}: &a${at + 1} [${Array(9).fill(`*a${at}`).join(', ')}]`);
    expect(faultOf(['a0: &a0 [x, x]', ...bomb].join('\n'))).toMatchObject({
      code: 'yaml-alias',
      message: 'aliases repeat more than 200000 values',
    });
  });
});

describe('syntax', () => {
  it('is told by the content', () => {
    expect(parseDocument('{"a": 1}').syntax).toBe('json');
    expect(parseDocument('\n  {"a": 1}\n').syntax).toBe('json');
    expect(parseDocument('{a: 1}').syntax).toBe('yaml');
    expect(parseDocument('{"a": 1, # why\n}').syntax).toBe('yaml');
    expect(parseDocument('a: 1\n---\nb: 2').documents).toEqual([{ a: 1 }, { b: 2 }]);
  });

  it('keeps a key called __proto__ apart from the prototype', () => {
    for (const text of ['{"__proto__": {"a": 1}}', '__proto__: { a: 1 }']) {
      const value = parsed(text) as object;
      expect(Object.getPrototypeOf(value)).toBe(Object.prototype);
      expect(Object.keys(value)).toEqual(['__proto__']);
    }
  });

  it.each([
    ['{"a": 1, "b": {"c": 1,\n "c": 2}}', 'duplicate-key', 'key "c" stands twice in one object', 24],
    ['{"a\\n": 1, "a\\u000a": 2}', 'duplicate-key', 'key "a\n" stands twice in one object', 11],
    ['a: 1\na: 2', 'duplicate-key', 'key "a" stands twice in one map', 5],
    ['{"a": [1, 2', 'json-syntax', 'the text is not valid JSON', 11],
    ['{"a": 1,, }', 'json-syntax', 'the text is not valid JSON', 8],
    ['a: b: c', 'yaml-syntax', 'the text is not valid YAML: nested mappings are not allowed in compact mappings', 3],
    ['a:\n\t- b', 'yaml-syntax', 'the text is not valid YAML: tabs are not allowed as indentation', 3],
    [
      "a: '{\n  b\n}'\nc: d",
      'yaml-syntax',
      "the text is not valid YAML: a text in ' goes on in line 3, which is not indented deeper than its key",
      10,
    ],
    [
      'a:\n  b: "x\n  y"',
      'yaml-syntax',
      'the text is not valid YAML: a text in " goes on in line 3, which is not indented deeper than its key',
      13,
    ],
    ["a: 'x\nb: 1", 'yaml-syntax', "the text is not valid YAML: a text in ' has no closing quote", 10],
    ['{"@level":"info","type":"version"}\n{"@level":"info"}', 'json-syntax', 'the text is the log of "terraform plan -json"', 35],
    ['a: {{ .Values.a }}', 'yaml-key', 'the text is a Helm template that is not rendered', 4],
    [
      'a: 1\n{{- if .Release.IsInstall }}\nb: 2\n{{- end }}',
      'yaml-syntax',
      'the text is a Helm template that is not rendered',
      5,
    ],
    ['', 'empty-file', 'the file is empty', undefined],
    [' \n ', 'empty-file', 'the file is empty', undefined],
    ['? [a]\n: b', 'yaml-key', 'a key is a list, a map or an alias', 2],
  ])('of %j is a fault: %s', (text, code, message, offset) => {
    const fault = faultOf(text);
    expect([fault.code, fault.message, fault.offset]).toEqual([code, message, offset]);
  });

  it('does not take keys in different objects for repeated, nor colons in strings for keys', () => {
    expect(parsed('{"a": {"b": 1}, "c": {"b": "x\\": 1"}, "d": ["e", "f:"]}')).toBeDefined();
  });

  it.each(['[', '{"a":', '- ', '[{"a": '])('that nests %j too deep is refused, not overflown', (opening) => {
    expect(['nesting-too-deep', 'json-syntax', 'yaml-syntax']).toContain(faultOf(opening.repeat(30_000)).code);
  });

  it.each([
    ['braces', `{"a": "${'{{ '.repeat(400_000)}`, 'json-syntax'],
    ['an open quote before empty lines', `a: 'x\n${`${' '.repeat(200)}\n`.repeat(5_000)}b`, 'yaml-syntax'],
  ])('names the fault in a long text of %s, and does not go through it again and again', (_, text, code) => {
    expect(faultOf(text).code).toBe(code);
  });

  it('refuses nesting that is closed properly too', () => {
    expect(faultOf(`${'['.repeat(5000)}${']'.repeat(5000)}`).code).toBe('nesting-too-deep');
    expect(faultOf(`a: ${'{b: '.repeat(300)}1${'}'.repeat(300)}`).code).toBe('nesting-too-deep');
  });

  it('refuses more YAML than it can read in time', () => {
    expect(faultOf(`a: ${'x'.repeat(1_500_000)}`).code).toBe('file-too-large');
  });
});
