import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { RULES } from '../../lib/rules';

const lib = join(__dirname, '../../lib/rules');
const cases = join(__dirname, '../cases');
const ids = RULES.map(({ id }) => id);

/** A system of two providers takes programs of two tools, which no case holds. */
const WITHOUT_CLEAN_CASE = ['single-provider'];

/** Shown by a plan of Terraform, which is as long as it is. */
const SHOWN_BY_A_PLAN = ['answer-missing-at-a-dns-provider'];

interface Named {
  readonly rule: string;
  readonly severity: string;
}

/** The findings that a golden case shows. */
function findingsOf(id: string, name: string): readonly Named[] {
  return (JSON.parse(readFileSync(join(cases, id, name, 'expected.json'), 'utf8')) as { findings: Named[] }).findings;
}

/** Whether a golden case shows the rule. */
function shows(id: string, name: string): boolean {
  return findingsOf(id, name).some(({ rule }) => rule === id);
}

/** Files of a case that nospof reads, with their lines. */
function inputsOf(id: string, name: string): ReadonlyMap<string, readonly string[]> {
  const folder = join(cases, id, name);
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => /\.(yaml|json)$/.test(file));
  return new Map(
    files.filter((file) => file !== 'expected.json').map((file) => [file, readFileSync(join(folder, file), 'utf8').split('\n')]),
  );
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
    for (const words of [rule.title, rule.why, rule.how, rule.unknown, rule.fix]) {
      expect(words.length).toBeGreaterThan(15);
      expect(words).not.toMatch(/[.!]$|^[A-Z][a-z]|\bplease\b/);
    }
    expect(rule.sources.length).toBeGreaterThan(0);
    for (const source of rule.sources) expect(source).toMatch(/^https:\/\/\S+$/);
  });

  it.each(ids)('has a case that shows it and a clean one: %s', (id) => {
    const names = existsSync(join(cases, id)) ? readdirSync(join(cases, id)) : [];
    const showing = names.filter((name) => !name.startsWith('clean-') && shows(id, name));
    const clean = names.filter((name) => name.startsWith('clean-') || WITHOUT_CLEAN_CASE.includes(id));
    expect({ id, showing: showing.length > 0, clean: clean.length > 0 }).toEqual({ id, showing: true, clean: true });
  });

  // The page of the rule is made from these two: what nospof says of them is in their expected.txt.
  it.each(ids)('has a small example for its page, and the same system repaired: %s', (id) => {
    expect(shows(id, 'example')).toBe(true);
    const broken = inputsOf(id, 'example');
    for (const lines of SHOWN_BY_A_PLAN.includes(id) ? [] : broken.values()) {
      expect(lines.length).toBeLessThan(60);
      expect(Math.max(...lines.map(({ length }) => length))).toBeLessThan(110);
    }
    if (WITHOUT_CLEAN_CASE.includes(id)) return;
    const repaired = inputsOf(id, 'clean-example');
    expect([...repaired.keys()].sort()).toEqual([...broken.keys()].sort());
    expect(repaired).not.toEqual(broken);
  });

  it.each(RULES.map((rule) => [rule.id, rule] as const))(
    'says which severities it has, and no case shows another: %s',
    (id, rule) => {
      const names = readdirSync(join(cases, id));
      const seen = names.flatMap((name) => findingsOf(id, name).filter((finding) => finding.rule === id));
      for (const { severity } of seen) expect(rule.severity).toMatch(new RegExp(`\\b${severity}\\b`));
    },
  );
});
