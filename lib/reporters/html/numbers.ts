import type { Assessment } from '../../diagnostics';
import type { WordKey } from './words';

/** The one sentence that a report says first. */
export function headlineOf({ summary, topology, unproven }: Assessment): {
  readonly key: WordKey;
  readonly n?: number;
  readonly verdict: 'lost' | 'unproven' | 'survives';
} {
  const lost = new Set(
    topology.domains.flatMap(({ lost: names, lostFunctions }): readonly (string | number)[] => lostFunctions ?? names),
  ).size;
  if (summary.functions === 0) return { key: 'headline.nothing', verdict: 'unproven' };
  if (summary.lost > 0) return { key: 'headline.lost', n: Math.max(1, lost), verdict: 'lost' };
  if (openQuestions({ summary, unproven }) > 0)
    return { key: 'headline.unproven', n: Math.max(1, unproven.length), verdict: 'unproven' };
  return { key: 'headline.survives', verdict: 'survives' };
}

/** Pairs left open, and those about a failure domain that cannot even be named. */
export function openQuestions({ summary, unproven }: Pick<Assessment, 'summary' | 'unproven'>): number {
  return Math.max(summary.unproven, unproven.length);
}
