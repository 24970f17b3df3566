import { sourceTexts } from '../../lib/readers/source-text';

const json =
  '{\n  "Resources": {\n    "Db": { "Type": "T", "Properties": { "Tags": ["a", {"b": "}"}] } },\n    "We\\"b": 1\n  }\n}';
const yaml = `Shared: &shared
  MultiAZ: true
Resources:
  Db:
    Properties:
      <<: *shared
      Tags: [a, { b: c }]
      Url: !Sub "x"
      Name: !Join
        - ","
        - [a, b]
  Web: *shared
`;

function locator(text: string, syntax: 'json' | 'yaml') {
  const texts = sourceTexts();
  texts.add('shop', text, syntax);
  return (...path: (string | number)[]) => {
    const at = texts.locate({ file: 'shop', path });
    return at && `${at.line}:${at.column}`;
  };
}

describe('positions in JSON', () => {
  const at = locator(json, 'json');

  it('are those of keys and of list items', () => {
    expect(at()).toBe('1:1');
    expect(at('Resources')).toBe('2:3');
    expect(at('Resources', 'Db')).toBe('3:5');
    expect(at('Resources', 'Db', 'Properties', 'Tags', 1)).toBe('3:56');
    expect(at('Resources', 'Db', 'Properties', 'Tags', 1, 'b')).toBe('3:57');
    expect(at('Resources', 'We"b')).toBe('4:5');
  });

  it('are undefined for what is not there', () => {
    expect(at('Resources', 'Cache')).toBeUndefined();
    expect(at('Resources', 'Db', 'Type', 'x')).toBeUndefined();
    expect(at('Resources', 'Db', 'Properties', 'Tags', 2)).toBeUndefined();
  });
});

describe('positions in YAML', () => {
  const at = locator(yaml, 'yaml');

  it('are those of keys and of list items, short tags standing for their long form', () => {
    expect(at('Resources', 'Db')).toBe('4:3');
    expect(at('Resources', 'Db', 'Properties', 'Tags', 1, 'b')).toBe('7:19');
    expect(at('Resources', 'Db', 'Properties', 'Url', 'Fn::Sub')).toBe('8:7');
    expect(at('Resources', 'Db', 'Properties', 'Name', 'Fn::Join', 1, 0)).toBe('11:12');
  });

  it('are found through aliases and merged maps', () => {
    expect(at('Resources', 'Web', 'MultiAZ')).toBe('2:3');
    expect(at('Resources', 'Db', 'Properties', 'MultiAZ')).toBe('2:3');
  });

  it('are undefined for what is not there', () => {
    expect(at('Resources', 'Cache')).toBeUndefined();
    expect(at('Resources', 'Db', 'Properties', 'Tags', 'x')).toBeUndefined();
  });
});

describe('lines', () => {
  it('come without their ends, and only those that exist', () => {
    const texts = sourceTexts();
    texts.add('shop', 'a\r\nb\nc', 'yaml');
    expect([0, 1, 2, 3, 4].map((line) => texts.lineOf('shop', line))).toEqual([undefined, 'a', 'b', 'c', undefined]);
    expect(texts.lineOf('mail', 1)).toBeUndefined();
    expect(texts.locate({ file: 'mail', path: [] })).toBeUndefined();
  });
});
