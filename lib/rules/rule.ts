import type { Analysis, Loss, Subject } from '../analysis';
import type { Category, Evidence, FunctionKind, Recovery, Remedy, Scope, Severity } from '../diagnostics';

/** What every rule says of itself; `explain` prints it and the docs are made from it. */
export interface Rule {
  /** Kebab-case words naming the wrong state; stable for ever. */
  readonly id: string;
  readonly category: Category;
  /** The wrong state in one sentence. */
  readonly title: string;
  readonly why: string;
  /** How it is decided. */
  readonly how: string;
  readonly fix: string;
  readonly sources: readonly string[];
  /** What one edit may give, where one edit can repair it. */
  readonly remedy?: Remedy;
}

/** A finding before positions are looked up. */
export interface Draft {
  readonly rule: Rule;
  readonly severity: Severity;
  readonly function: FunctionKind;
  readonly loses: readonly string[];
  readonly scope: Scope;
  readonly recovery: Recovery;
  readonly recoverySeconds?: number;
  readonly subject: Subject;
  readonly failureDomain: string;
  readonly message: string;
  readonly fix: string;
  readonly evidence: readonly EvidenceDraft[];
  /** Units that a repair must leave at least; 2 where nothing is said. */
  readonly wants?: number;
}

/** A hop whose file and line come from the resource it was seen in. */
export interface EvidenceDraft extends Pick<Evidence, 'from' | 'to' | 'because'> {
  readonly seenIn: Subject;
}

/** A rule that puts words to proven losses of one kind: all losses of one culprit that it claims become one finding. */
export interface LossRule extends Rule {
  claims(loss: Loss, analysis: Analysis): boolean;
  /** The message and, where it depends on the case, the fix. `losses` is not empty and has one culprit. */
  words(losses: readonly Loss[], analysis: Analysis): { readonly message: string; readonly fix?: string };
}

/** A rule that looks for a misconfiguration that no proven loss shows. */
export interface CheckRule extends Rule {
  check(analysis: Analysis): Iterable<Omit<Draft, 'rule'>>;
}

export function defineLossRule(rule: LossRule): LossRule {
  return rule;
}

export function defineCheckRule(rule: CheckRule): CheckRule {
  return rule;
}

/** `"a"`, `"a" and "b"`, `"a", "b" and 3 more`; sorted by the caller. */
export function quoted(names: readonly string[]): string {
  const shown = names.slice(0, names.length > 4 ? 3 : 4).map((name) => `"${name}"`);
  const rest = names.length - shown.length;
  if (rest > 0) return `${shown.join(', ')} and ${rest} more`;
  const last = shown.pop();
  return shown.length === 0 ? (last ?? '') : `${shown.join(', ')} and ${last}`;
}
