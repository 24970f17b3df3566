import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { RULES } from '../../lib/rules';

interface Row {
  readonly row: number;
  readonly name: string;
  readonly rules?: readonly string[];
  readonly proof?: readonly string[];
  readonly part?: boolean;
  readonly note?: string;
  readonly out?: string;
}

const root = join(__dirname, '../..');
const rows: readonly Row[] = JSON.parse(readFileSync(join(root, 'docs/coverage.json'), 'utf8'));
const ids = new Set(RULES.map(({ id }) => id));

/** A golden case by its folder, or a test by its file and title. */
function exists(place: string): boolean {
  const [file = '', title] = place.split(': ');
  if (title === undefined) return existsSync(join(root, 'test/cases', place, 'expected.json'));
  return existsSync(join(root, file)) && readFileSync(join(root, file), 'utf8').includes(`'${title}'`);
}

describe('the table of coverage', () => {
  it('has each row once, in order', () => {
    expect(rows.map(({ row }) => row)).toEqual(rows.map((_, index) => index + 1));
    expect(rows.length).toBe(163);
  });

  it('answers every row: by a rule, by the proof, or by why it is out of scope', () => {
    const unanswered = rows.filter(({ rules = [], proof = [], out }) => rules.length + proof.length > 0 === (out !== undefined));
    expect(unanswered).toEqual([]);
    expect(rows.filter(({ part, note }) => part === true && note === undefined)).toEqual([]);
  });

  it('covers at least 120 rows as a whole', () => {
    expect(rows.filter(({ out, part }) => out === undefined && part !== true).length).toBeGreaterThanOrEqual(120);
  });

  it('names rules that exist', () => {
    expect(rows.flatMap(({ rules = [] }) => rules).filter((id) => !ids.has(id))).toEqual([]);
  });

  it('names cases and tests that exist, and would notice one that does not', () => {
    expect(rows.flatMap(({ proof = [] }) => proof).filter((place) => !exists(place))).toEqual([]);
    expect(exists('group-of-one/never-written')).toBe(false);
    expect(exists('test/knowledge/verdicts.test.ts: never written')).toBe(false);
  });
});
