import type { TypeFacts } from './fact';
import { stepsOf } from './path';

/** Keys of facts whose text is words, or paths of which only what they name matters and not what they say. */
const NOT_READ: ReadonlySet<string> = new Set([
  ...[
    'noun',
    'role',
    'locality',
    'because',
    'tell',
    'kind',
    'source',
    'checked',
    'spread',
    'outside',
    'offers',
    'endsItselfWhen',
  ],
  ...[
    'type',
    'balancer',
    'service',
    'filledBy',
    'what',
    'before',
    'fix',
    'doubt',
    'opaque',
    'origin',
    'asksProvider',
    'likeness',
    'text',
    'names',
    'effect',
  ],
  ...['securityGroups', 'permits', 'arn'],
]);

const known = new WeakMap<TypeFacts, ReadonlySet<string>>();

/** The outermost properties that the facts of a type look at. */
export function propertiesRead(facts: TypeFacts): ReadonlySet<string> {
  const before = known.get(facts);
  if (before !== undefined) return before;
  const found = new Set<string>();
  const pending: unknown[] = [facts];
  while (pending.length > 0) {
    const next = pending.pop();
    if (typeof next === 'string') noteFirst(next, found);
    else if (Array.isArray(next)) pending.push(...next);
    else if (typeof next === 'object' && next !== null)
      for (const [key, value] of Object.entries(next)) {
        if (NOT_READ.has(key)) continue;
        if (/^(when|unless)$|[a-z]When$/.test(key)) for (const path of Object.keys(value as object)) noteFirst(path, found);
        else pending.push(value);
      }
  }
  known.set(facts, found);
  return found;
}

function noteFirst(path: string, found: Set<string>): void {
  // Words such as "majority" stand among paths; as names of properties they do no harm.
  const [first] = /^[\w@.[\]>=,!:/-]+$/.test(path) ? stepsOf(path) : [];
  if (first?.kind === 'member') found.add(first.name);
}
