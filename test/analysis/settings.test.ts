import { analyze } from '../../lib/analysis';
import { aws, Knowledge } from '../../lib/knowledge';
import { type System, Unknown, type Value } from '../../lib/model';
import { type Resources, systemOf } from '../knowledge/support/system-of';

const knowledge = new Knowledge(aws);

/** What is wrong with a setting of the resource called Catalog, in the words of the messages. */
function wrongIn(system: System, kind: string): readonly string[] {
  const { subjects, settings } = analyze(system, knowledge);
  return [...subjects]
    .filter(({ resource }) => resource.id === 'Catalog')
    .flatMap((subject) => settings.wrong(subject, kind).map(({ found, expected }) => `${found}, expected ${expected}`));
}

const database = (properties: Readonly<Record<string, Value>>): Resources => ({ Catalog: ['AWS::RDS::DBInstance', properties] });

describe('a setting', () => {
  it('is wrong where its value, or the default of the provider, is', () => {
    const days = (given: Readonly<Record<string, Value>>) => wrongIn(systemOf(database(given)), 'backups-short');
    expect(days({ BackupRetentionPeriod: '3' })).toEqual(['"BackupRetentionPeriod" is 3, expected 7 or more']);
    expect(days({})).toEqual(['"BackupRetentionPeriod" is not given, expected 7 or more']);
    expect(days({ BackupRetentionPeriod: '7' })).toEqual([]);
  });

  it('is not wrong where it is not known', () => {
    const parameter = new Unknown('parameter Shop/Days', 'parameter "Days" has no default', '--parameter Days=…');
    expect(wrongIn(systemOf(database({ BackupRetentionPeriod: parameter })), 'backups-short')).toEqual([]);
  });

  it('is not wrong by its absence in an input that may call it something else', () => {
    const system = systemOf(database({ MultiAZ: true }));
    const elsewhere = [...system.resources].map(
      ([key, resource]) => [key, { ...resource, source: { ...resource.source, path: ['planned_values', 0] } }] as const,
    );
    expect(wrongIn({ ...system, resources: new Map(elsewhere) }, 'deletion-protection-off')).toEqual([]);
    expect(wrongIn(system, 'deletion-protection-off')).toHaveLength(1);
  });
});
