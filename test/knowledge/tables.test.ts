import { aws, beyondAws, type Facts, type FactTable, stepsOf } from '../../lib/knowledge';
import { inert } from '../../lib/knowledge/aws/inert';
import { pathsOf } from './support/paths-of';

const tables = [...aws, ...beyondAws()];
const rows = tables.flatMap((table) => Object.entries(table));
/** The day on which the facts are held against; a fact cannot have been checked later. */
const today = () => new Date().toISOString().slice(0, 10);

/** Everything a row says: its base, and each case laid over it. */
const layers = (facts: FactTable[string]): readonly Partial<Facts>[] => [facts, ...(facts.cases ?? []).map((each) => each.facts)];

/** Dates that are no ISO dates, or later than the day. */
function datesAfter(day: string, dates: readonly string[]): string[] {
  return dates.filter((date) => !/^\d{4}-\d{2}-\d{2}$/.test(date) || Number.isNaN(Date.parse(date)) || date > day);
}

function isReadable(path: string): boolean {
  try {
    return stepsOf(path).length > 0;
  } catch {
    return false;
  }
}

describe('the tables', () => {
  it('hold many types, and each in one table only', () => {
    const types = rows.map(([type]) => type);
    expect(types.length).toBeGreaterThan(1500);
    expect(types.filter((type, index) => types.indexOf(type) !== index)).toEqual([]);
  });

  it('spell types in one of the namespaces that resources have', () => {
    const types = aws.flatMap((table) => Object.keys(table));
    const odd = types.filter((type) => !/^(AWS|Alexa|AWSQS|Custom)(::[A-Za-z0-9-]+){1,2}$/.test(type));
    expect(odd).toEqual([]);
  });

  it('name every type with a noun that begins a sentence as well as it ends one', () => {
    const odd = rows.flatMap(([type, facts]) =>
      layers(facts)
        .filter(({ noun }) => noun !== undefined && (noun.trim() !== noun || noun === '' || /^(a|an|the) |\.$/i.test(noun)))
        .map(({ noun }) => `${type}: "${noun}"`),
    );
    expect(odd).toEqual([]);
  });

  it('say where each fact comes from, over https', () => {
    expect(rows.filter(([, { source }]) => !/^https:\/\/[a-z0-9.-]+\/\S+$/.test(source)).map(([type]) => type)).toEqual([]);
  });

  it('say when each fact was checked, and never in the future', () => {
    expect(datesAfter(today(), [...new Set(rows.map(([, { checked }]) => checked))])).toEqual([]);
  });

  it('would not pass with a date that is still to come', () => {
    const [, { checked } = { checked: '' }] = rows[0] ?? [];
    expect(datesAfter('2020-01-01', [checked])).toEqual([checked]);
    expect(datesAfter('2026-01-01', ['2025-12-31', '31.12.2025'])).toEqual(['31.12.2025']);
  });

  it('have only paths that can be read', () => {
    expect(
      rows.flatMap(([type, facts]) =>
        pathsOf(facts)
          .filter((path) => !isReadable(path))
          .map((path) => `${type}: ${path}`),
      ),
    ).toEqual([]);
    expect(isReadable('VpcConfig.SubnetIds[')).toBe(false);
  });

  it('have no case that an earlier one hides', () => {
    const hidden = rows.flatMap(([type, { cases = [] }]) =>
      cases.flatMap(({ when }, index) => {
        const entries = Object.entries(when);
        const earlier = cases
          .slice(0, index)
          .find((other) =>
            Object.entries(other.when).every(([path, wanted]) =>
              entries.some(([ours, value]) => ours === path && JSON.stringify(value) === JSON.stringify(wanted)),
            ),
          );
        return earlier === undefined ? [] : [`${type}: ${JSON.stringify(when)} after ${JSON.stringify(earlier.when)}`];
      }),
    );
    expect(hidden).toEqual([]);
  });

  it('give units a place or a number, and places to nothing that is inert', () => {
    const wrong = rows.filter(
      ([, { inert: isInert, units, placement, role }]) =>
        isInert === true && (units !== undefined || (placement !== undefined && !['subnet', 'template'].includes(role))),
    );
    expect(wrong.map(([type]) => type)).toEqual([]);
  });

  it('say a fix as messages are said: in lower case, without a full stop', () => {
    const fixes = rows.flatMap(([type, facts]) =>
      layers(facts).flatMap(({ fix }) => (fix === undefined ? [] : [[type, fix] as const])),
    );
    expect(fixes.length).toBeGreaterThan(30);
    expect(fixes.filter(([, fix]) => !/^[a-z].*[^.]$/.test(fix))).toEqual([]);
  });

  it('give seconds as a range that does not run backwards', () => {
    const backwards = rows.flatMap(([type, facts]) =>
      layers(facts)
        .map(({ recovery }) => recovery?.seconds)
        .filter((seconds) => seconds !== undefined && !(seconds[0] >= 0 && seconds[0] <= seconds[1]))
        .map(() => type),
    );
    expect(backwards).toEqual([]);
  });
});

describe('the tables of what cannot matter', () => {
  it.each(inert.map((table) => [Object.keys(table)[0] ?? '', table] as const))('from %s on are inert', (_, table) => {
    expect(Object.entries(table).filter(([, facts]) => facts.inert !== true)).toEqual([]);
  });
});
