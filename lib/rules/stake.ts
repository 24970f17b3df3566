import type { Analysis, Subject } from '../analysis';
import type { FunctionKind, Severity } from '../diagnostics';
import { append } from '../multimap';

/** What is lost for a while when all units of something stop and come back. */
export interface Stake {
  readonly severity: Severity;
  readonly function: FunctionKind;
  readonly loses: readonly string[];
}

/** The weightiest first. */
const KINDS: readonly FunctionKind[] = ['serve', 'egress', 'recover', 'admin', 'auxiliary'];

/** The functions that are offered through a subject. Undefined: nobody uses it. */
export function stakeOf(subject: Subject, analysis: Analysis): Stake | undefined {
  const { users, functions } = knownOf(analysis);
  const reached = new Set([subject]);
  for (const next of reached) for (const user of users.get(next) ?? []) reached.add(user);
  const offered = [...reached].flatMap((each) => functions.get(each) ?? []);
  const kind = KINDS.find((candidate) => offered.some((each) => each.kind === candidate));
  if (kind === undefined) return undefined;
  const names = offered.filter((each) => each.kind === kind).map(({ name }) => name);
  return {
    severity: kind === 'admin' || kind === 'auxiliary' ? 'info' : 'warning',
    function: kind,
    loses: [...new Set(names)].sort(),
  };
}

interface Known {
  /** Who needs each subject to serve, or has it as a member. */
  readonly users: ReadonlyMap<Subject, readonly Subject[]>;
  readonly functions: ReadonlyMap<Subject, Analysis['functions']>;
}

const known = new WeakMap<Analysis, Known>();

/** Gathered when the first rule asks. */
function knownOf(analysis: Analysis): Known {
  const existing = known.get(analysis);
  if (existing !== undefined) return existing;
  const users = new Map<Subject, Subject[]>();
  for (const subject of analysis.subjects) {
    for (const { to, kind } of analysis.dependencies.of(subject))
      if (kind === 'hard' || kind === 'choice') append(users, to, subject);
    for (const member of analysis.dependencies.membersOf(subject)) append(users, member, subject);
  }
  const functions = new Map<Subject, Analysis['functions'][number][]>();
  for (const each of analysis.functions) append(functions, each.subject, each);
  const found = { users, functions };
  known.set(analysis, found);
  return found;
}
