import { append } from '../multimap';
import type { ResourceRef } from './resource-ref';

/** Partners in `before`, by the item of `after`. */
export function matched<Before, After>(
  before: readonly Before[],
  after: readonly After[],
  nameOf: (item: Before | After) => readonly [kind: string, resource: Pick<ResourceRef, 'id' | 'type' | 'stack'>],
): ReadonlyMap<After, Before> {
  const pairs = new Map<After, Before>();
  const left = new Set(before);
  for (const key of [withStack, withoutStack]) {
    const waiting = groupBy(left, (item) => key(...nameOf(item)));
    const asking = groupBy(
      after.filter((item) => !pairs.has(item)),
      (item) => key(...nameOf(item)),
    );
    for (const [name, items] of asking) {
      const candidates = waiting.get(name) ?? [];
      // Without its stack a name may mean several resources; then nothing says which is which.
      if (key === withoutStack && (items.length > 1 || candidates.length > 1)) continue;
      for (const [index, item] of items.entries()) {
        const partner = candidates[index];
        if (partner === undefined) break;
        pairs.set(item, partner);
        left.delete(partner);
      }
    }
  }
  return pairs;
}

type Key = (kind: string, resource: Pick<ResourceRef, 'id' | 'type' | 'stack'>) => string;
const withStack: Key = (kind, { id, type, stack }) => [kind, type, id, stack ?? ''].join('\u0000');
const withoutStack: Key = (kind, { id, type }) => [kind, type, id].join('\u0000');

function groupBy<T>(items: Iterable<T>, keyOf: (item: T) => string): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    append(groups, key, item);
  }
  return groups;
}
