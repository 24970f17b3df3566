import { stringify } from 'yaml';
import { Fault } from '../../lib/readers/fault';
import { parseDocument } from '../../lib/readers/parse-document';
import { sourceTexts } from '../../lib/readers/source-text';
import { fc } from '../support/laws';

/** Numbers with an exponent are text in YAML, so they are left out. */
const json = fc
  .jsonValue({ maxDepth: 5 })
  .filter((value) => typeof value === 'object' && value !== null && !/\de[+-]?\d/.test(JSON.stringify(value)));

const sample = `AWSTemplateFormatVersion: 2010-09-09
Parameters: { A: { Type: String, Default: &a [1, "2", { b: c }] } }
Resources:
  Db: # comment
    Type: AWS::RDS::DBInstance
    Properties:
      Text: |
        line
      Folded: >-
        more
      It: !Join [",", [!Ref A, *a]]
`;

describe('laws of parsing', () => {
  it('a document means the same in JSON and in YAML', () => {
    fc.assert(
      fc.property(json, (value) => {
        const expected = JSON.parse(JSON.stringify(value)) as unknown;
        expect(parseDocument(JSON.stringify(value, undefined, 2)).documents[0]).toEqual(expected);
        const text = stringify(expected, {
          defaultStringType: 'QUOTE_DOUBLE',
          defaultKeyType: 'QUOTE_DOUBLE',
          aliasDuplicateObjects: false,
          lineWidth: 0,
        });
        if (!/^[{[]/.test(text)) expect(parseDocument(text).documents[0]).toEqual(expected);
      }),
    );
  });

  it('every path of a JSON document is located at its key or item', () => {
    const visit = (
      value: unknown,
      path: (string | number)[],
      check: (path: (string | number)[], expected: string) => void,
    ): void => {
      if (Array.isArray(value))
        for (const [at, item] of value.entries()) visitChild(item, [...path, at], JSON.stringify(item), check);
      else if (typeof value === 'object' && value !== null) {
        for (const [name, item] of Object.entries(value)) visitChild(item, [...path, name], JSON.stringify(name), check);
      }
    };
    const visitChild = (
      item: unknown,
      path: (string | number)[],
      expected: string,
      check: (path: (string | number)[], expected: string) => void,
    ) => {
      check(path, expected);
      visit(item, path, check);
    };
    fc.assert(
      fc.property(json, (value) => {
        const text = JSON.stringify(value);
        const texts = sourceTexts();
        texts.add('shop', text, 'json');
        visit(JSON.parse(text), [], (path, expected) => {
          const at = texts.locate({ file: 'shop', path });
          expect(text.slice((at?.column ?? 0) - 1).startsWith(expected)).toBe(true);
        });
      }),
    );
  });

  it.each([
    ['YAML', sample],
    ['JSON', JSON.stringify(parseDocument(sample).documents[0], undefined, 1)],
  ])('a broken %s text is parsed or refused with an offset inside it', (_title, text) => {
    const position = fc.nat(text.length);
    const noise = fc.oneof(
      fc.string({ maxLength: 5 }),
      fc.constantFrom('"', '{', ']', '*a', '&a ', '!Ref ', '\t', '\0', '<<: *a\n', '? ', '---\n', '\u2028'),
    );
    fc.assert(
      fc.property(position, position, noise, (from, length, inserted) => {
        const broken = text.slice(0, from) + inserted + text.slice(from + (length % 20));
        try {
          parseDocument(broken);
        } catch (error) {
          if (!(error instanceof Fault)) throw error;
          expect(error.offset ?? 0).toBeLessThanOrEqual(broken.length);
        }
      }),
      { numRuns: 1000 },
    );
  });
});
