import type { Assessment } from './assessment';
import type { Finding, Severity, Unproven } from './finding';
import { matched } from './matched';
import type { ResourceRef } from './resource-ref';

/** A finding that a change brings in; `was` where it stood there already, and weighed less. */
export interface Newcomer {
  readonly finding: Finding;
  readonly was?: Severity | 'acknowledged';
}

/** What lies between two assessments. Findings are named by rule and resource; where they stand does not matter. */
export interface Change {
  /** Open findings that are new, weigh more than before, or are no longer acknowledged; in the order of the head. */
  readonly broughtIn: readonly Newcomer[];
  /** Findings that are gone, as the base saw them. */
  readonly takenAway: readonly Finding[];
  /** Findings that stay, as the head sees them; acknowledged ones included. */
  readonly stillThere: readonly Finding[];
  /** New findings that somebody has accepted already. */
  readonly acknowledged: readonly Finding[];
  readonly unproven: {
    readonly broughtIn: readonly Unproven[];
    readonly takenAway: readonly Unproven[];
    readonly stillThere: readonly Unproven[];
  };
}

/**
 * Compares two assessments.
 *
 * Findings match by rule, type, id and stack. What is left is matched once more without the stack, where only one on
 * each side can be meant: a stack that was renamed, or a template in another file, brings nothing in.
 */
export function compareAssessments(base: Assessment, head: Assessment): Change {
  const pairs = matched(base.findings, head.findings, ({ rule, resource }) => [rule, resource]);
  const broughtIn: Newcomer[] = [];
  const stillThere: Finding[] = [];
  const acknowledged: Finding[] = [];
  for (const finding of head.findings) {
    const before = pairs.get(finding);
    if (before === undefined) {
      if (finding.acknowledged) acknowledged.push(finding);
      else broughtIn.push({ finding });
    } else if (weight(finding) > weight(before)) {
      broughtIn.push({ finding, was: before.acknowledged ? 'acknowledged' : before.severity });
    } else stillThere.push(finding);
  }
  const kept = new Set(pairs.values());
  const open = matched(base.unproven, head.unproven, (entry) => [
    `${entry.function}\u0000${entry.of}\u0000${entry.resource === undefined ? entry.because : ''}`,
    entry.resource ?? NOWHERE,
  ]);
  const keptOpen = new Set(open.values());
  return {
    broughtIn,
    takenAway: base.findings.filter((finding) => !kept.has(finding)),
    stillThere,
    acknowledged,
    unproven: {
      broughtIn: head.unproven.filter((entry) => !open.has(entry)),
      takenAway: base.unproven.filter((entry) => !keptOpen.has(entry)),
      stillThere: head.unproven.filter((entry) => open.has(entry)),
    },
  };
}

const NOWHERE: ResourceRef = { id: '', type: '', file: '' };
const WEIGHTS: Readonly<Record<Severity, number>> = { info: 1, warning: 2, error: 3 };

/** How much a finding weighs; an accepted one nothing. */
export function weight({ severity, acknowledged }: { readonly severity: Severity; readonly acknowledged?: unknown }): number {
  return acknowledged ? 0 : WEIGHTS[severity];
}
