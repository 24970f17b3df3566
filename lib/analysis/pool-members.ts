import { Unknown } from '../model';
import type { Subject } from './subject';
import type { UnitSources } from './unit-formulas';

/** What a pool leads to besides the members that are found: something outside, or nothing at all. */
export interface UnseenMembers {
  readonly unknown: Unknown;
  /** Nobody can join it elsewhere, so it serves nobody. */
  readonly never: boolean;
}

/** Members that a pool names and nobody declares; of a pool without any, that they must be declared elsewhere. */
export function unseenMembers(
  { subjects, dependencies }: Pick<UnitSources, 'subjects' | 'dependencies'>,
  pool: Subject,
): UnseenMembers | undefined {
  const { role, listed, namesAllMembers, members = [] } = pool.facts;
  if (role !== 'pool' && listed === undefined) return undefined;
  const named = members.flatMap((path) => subjects.values(pool, path));
  const stranger = named.find((value) => dependencies.targets([value], pool).length === 0);
  const tell = 'give the input that declares its members';
  const unseen = (because: string, never = false, what = tell): UnseenMembers => ({
    unknown: new Unknown(`members of ${pool.key}`, because, what),
    never,
  });
  if (stranger instanceof Unknown) return { unknown: stranger, never: false };
  // A parameter that is left empty until somebody fills it in.
  if (stranger === '') return unseen('a member of it has an empty id', false, 'give the parameter behind it the id of a member');
  if (stranger !== undefined) return unseen('a member is not declared in the input');
  const leadsOn =
    dependencies.membersOf(pool).length > 0 || (role === 'pool' && dependencies.of(pool).some(({ kind }) => kind === 'hard'));
  if (leadsOn) return undefined;
  return namesAllMembers === true
    ? unseen('it names no member that gets traffic', true, 'give it a member')
    : unseen('no member of it is declared in the input');
}
