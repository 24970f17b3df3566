import type { Path } from '../../path';
import type { Naming, SettingFact, SettingKind } from '../../setting';

/** A switch that is off where nothing is said. */
export const on = (kind: SettingKind, path: Path, more: Partial<SettingFact> = {}): SettingFact => ({
  kind,
  path,
  good: { is: [true] },
  absent: 'bad',
  ...more,
});

/** A switch that is on where nothing is said. */
export const notOff = (kind: SettingKind, path: Path, more: Partial<SettingFact> = {}): SettingFact =>
  on(kind, path, { absent: 'good', ...more });

/** A number that must not be lower; `absent` is the default of the provider. */
export const atLeast = (
  kind: SettingKind,
  path: Path,
  least: number,
  absent: number,
  more: Partial<SettingFact> = {},
): SettingFact => ({ kind, path, good: { atLeast: least }, absent, ...more });

/** Something that must be said. */
export const given = (kind: SettingKind, path: Path, more: Partial<SettingFact> = {}): SettingFact => ({
  kind,
  path,
  good: 'given',
  absent: 'bad',
  ...more,
});

/** A name that the input fixes: the resource cannot be replaced while the old one still has it. */
export const freeName = (path: Path): SettingFact => ({ kind: 'physical-name-fixed', path, good: 'absent', absent: 'good' });

/** A zone by its name or letter: the template works in one region, and there only while the account has that zone. */
export const zoneBySymbol = (path: Path): SettingFact => ({
  kind: 'zone-written-out',
  path,
  good: 'no-literal',
  absent: 'good',
});

/**
 * What becomes of it when its stack is deleted, or when it is replaced, which by default deletes the old one.
 *
 * @param absent - whether a last snapshot is made where nothing is said
 * @param more - `unless`: it is protected from being deleted at all
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-attribute-deletionpolicy.html
 */
export const outlivesItsStack = (absent: 'good' | 'bad', more: Partial<SettingFact> = {}): readonly SettingFact[] =>
  [
    { path: '@DeletionPolicy', absent },
    { path: '@UpdateReplacePolicy', absent: 'bad' as const },
  ].map((each) => ({ kind: 'gone-with-its-stack', good: { not: ['Delete'] }, ...each, ...more }));

const SELECTION: Naming = {
  type: 'AWS::Backup::BackupSelection',
  path: 'BackupSelection.Resources',
  selectsBy: ['BackupSelection.ListOfTags', 'BackupSelection.Conditions'],
};

/** A backup plan that names the resource. */
export const inBackupPlan = (more: Partial<SettingFact> = {}): SettingFact => ({
  kind: 'backup-plan-missing',
  orNamedBy: [SELECTION],
  ...more,
});

/** Something that changes the number of its units with the load. */
export const scaled = (more: Partial<SettingFact> = {}): SettingFact => ({
  kind: 'scaling-missing',
  orNamedBy: [{ type: 'AWS::ApplicationAutoScaling::ScalableTarget', path: 'ResourceId' }],
  ...more,
});
