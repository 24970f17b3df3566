import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { aws, Knowledge, type SettingFact, settingTables, stepsOf } from '../../lib/knowledge';
import { RULES } from '../../lib/rules';
import { cloudFormationNames } from './support/cloudformation-names';

const names = cloudFormationNames();
const knowledge = new Knowledge(aws);
const rows = settingTables().flatMap((table) => Object.entries(table));
const cloudFormation = rows.filter(([type]) => type.includes('::'));

/** Maps and documents, whose members are no properties of a type. */
const FREE = new Set(['Parameters', 'Options', 'RedrivePolicy']);

/** Paths of a fact, each with the type whose properties it walks. */
function pathsOf(
  type: string,
  { each, path, when, unless, good, onlyFor, orNamedBy = [] }: SettingFact,
): readonly [string, string][] {
  const inEach = (below: string) => (each === undefined ? below : `${each}.${below}`);
  const times = typeof good === 'object' && 'times' in good ? [good.of] : [];
  const own = [...(path === undefined ? [] : [inEach(path)]), ...Object.keys(when ?? {}), ...Object.keys(unless ?? {}), ...times];
  return [
    ...[...own, ...(onlyFor === undefined ? [] : [onlyFor.path])].map((each): [string, string] => [type, each]),
    ...orNamedBy.flatMap((naming) =>
      [...(naming.path === undefined ? [] : [naming.path]), ...Object.keys(naming.when ?? {}), ...(naming.selectsBy ?? [])].map(
        (each): [string, string] => [naming.type, each],
      ),
    ),
  ];
}

/** Names on the path that no property has. */
function misspelt([type, path]: readonly [string, string]): readonly string[] {
  const wrong: string[] = [];
  let followed = false;
  for (const step of stepsOf(path)) {
    // What stands beside the properties is there for every type.
    if (step.kind === 'beside') return [];
    if (step.kind === 'follow') followed = true;
    const found = step.kind === 'member' ? [step.name] : step.kind === 'where' ? step.conditions.map(({ name }) => name) : [];
    const known = (name: string) => (followed ? names.hasPropertySomewhere(name) : names.hasProperty(type, name));
    wrong.push(...found.filter((name) => !known(name)));
    if (step.kind === 'member' && FREE.has(step.name)) break;
  }
  return wrong.map((name) => `${type}: ${name} in ${path}`);
}

describe('settings', () => {
  it('are of types that are known, each in one table', () => {
    const types = rows.map(([type]) => type);
    expect(new Set(types).size).toBe(types.length);
    expect(cloudFormation.map(([type]) => type).filter((type) => knowledge.of(type) === undefined)).toEqual([]);
  });

  it('are properties that the type has', () => {
    expect(cloudFormation.flatMap(([type, facts]) => facts.flatMap((fact) => pathsOf(type, fact).flatMap(misspelt)))).toEqual([]);
  });

  it('would not all pass: a misspelt setting is noticed', () => {
    expect(misspelt(['AWS::RDS::DBInstance', 'DeletionProtected'])).toHaveLength(1);
    expect(misspelt(['AWS::Lambda::EventSourceMapping', 'EventSourceArn->VisibilityTimeouts'])).toHaveLength(1);
  });

  it('ask for something, of the type itself or of another resource that names it', () => {
    const empty = rows.flatMap(([type, facts]) => facts.filter(({ path, orNamedBy }) => !path && !orNamedBy).map(() => type));
    expect(empty).toEqual([]);
  });

  it('have a rule for each kind, and no rule of theirs is without a setting', () => {
    const kinds = new Set(rows.flatMap(([, facts]) => facts.map(({ kind }) => kind)));
    const ids = new Set(RULES.map(({ id }) => id));
    expect([...kinds].filter((kind) => !ids.has(kind))).toEqual([]);
    const files = readdirSync(join(__dirname, '../../lib/rules/settings')).map((file) => file.replace(/\.ts$/, ''));
    const rules = files.filter((file) => file !== 'index' && file !== 'settings-rule');
    expect([...kinds].sort()).toEqual(rules.sort());
  });
});
