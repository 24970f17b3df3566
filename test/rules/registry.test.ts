import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { RULES } from '../../lib/rules';

const lib = join(__dirname, '../../lib/rules');
const cases = join(__dirname, '../cases');
const ids = RULES.map(({ id }) => id);

/** A system of two providers takes programs of two tools, which no case holds. */
const WITHOUT_CLEAN_CASE = ['single-provider'];

/** Ids of the rules whose findings a golden case shows. */
function namedBy(id: string, name: string): readonly string[] {
  const { findings } = JSON.parse(readFileSync(join(cases, id, name, 'expected.json'), 'utf8')) as {
    findings: { rule: string }[];
  };
  return findings.map(({ rule }) => rule);
}

describe('every rule', () => {
  it('stands in the file of its id, and every such file is in the registry', () => {
    const files = ['.', 'settings'].flatMap((folder) => readdirSync(join(lib, folder)).map((file) => join(folder, file)));
    const rules = files.filter(
      (file) => file.endsWith('.ts') && /= define(Loss|Check|Settings)Rule\(/.test(readFileSync(join(lib, file), 'utf8')),
    );
    expect(rules.map((file) => basename(file, '.ts')).sort()).toEqual([...ids].sort());
  });

  it('has an id of lower-case words, none of them twice', () => {
    for (const id of ids) expect(id).toMatch(/^[a-z]+(-[a-z]+)+$/);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it.each(RULES.map((rule) => [rule.id, rule] as const))('says what, why, how and the way out, with a source: %s', (_, rule) => {
    for (const words of [rule.title, rule.why, rule.how, rule.fix]) {
      expect(words.length).toBeGreaterThan(15);
      expect(words).not.toMatch(/[.!]$|^[A-Z][a-z]|\bplease\b/);
    }
    expect(rule.sources.length).toBeGreaterThan(0);
    for (const source of rule.sources) expect(source).toMatch(/^https:\/\/\S+$/);
  });

  it.each(ids)('has a case that shows it and a clean one: %s', (id) => {
    const names = existsSync(join(cases, id)) ? readdirSync(join(cases, id)) : [];
    const showing = names.filter((name) => !name.startsWith('clean-') && namedBy(id, name).includes(id));
    const clean = names.filter((name) => name.startsWith('clean-') || WITHOUT_CLEAN_CASE.includes(id));
    expect({ id, showing: showing.length > 0, clean: clean.length > 0 }).toEqual({ id, showing: true, clean: true });
  });
});
