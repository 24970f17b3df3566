import type { TypeFacts } from '../../../lib/knowledge';

/** Keys whose text is words and no path. */
const WORDS = new Set([
  'noun',
  'role',
  'locality',
  'because',
  'tell',
  'kind',
  'source',
  'checked',
  'spread',
  'needed',
  'outside',
  'offers',
  'endsItselfWhen',
  'type',
  'seconds',
  'origin',
  'doubt',
  'opaque',
  'fix',
  'balancer',
  'service',
  'signIn',
  'absent',
  'safe',
  'filledBy',
  'what',
  'tries',
  'elsewhere',
  'delivering',
  'asksProvider',
  'before',
  'effect',
]);

/** Every path that a fact looks along, the conditions of its cases among them. */
export function pathsOf(facts: TypeFacts): readonly string[] {
  const found = new Set<string>();
  const pending: unknown[] = [facts];
  while (pending.length > 0) {
    const next = pending.pop();
    if (typeof next === 'string') found.add(next);
    else if (Array.isArray(next)) pending.push(...next);
    else if (typeof next === 'object' && next !== null) {
      for (const [key, value] of Object.entries(next)) {
        // What a rule of a security group calls its ports; rules of stores have none.
        if (key === 'ingress') {
          const { from: _from, to: _to, protocol: _protocol, ...paths } = value as Record<string, unknown>;
          pending.push(paths);
        } else if (key === 'when' || key === 'unless' || (/[a-z]When$/.test(key) && !WORDS.has(key)))
          for (const condition of [value].flat()) for (const path of Object.keys(condition as object)) found.add(path);
        else if (!WORDS.has(key) && !(key === 'count' && typeof value === 'string')) pending.push(value);
      }
    }
  }
  found.delete('');
  return [...found];
}
