import type { Analysis, Loss, Subject } from '../analysis';
import type { Category, Evidence, Finding, FunctionKind, Recovery, Remedy, Scope, Severity } from '../diagnostics';

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
  /** Which severities its findings have, and when. */
  readonly severity: string;
  /** What it says where a value is not known. */
  readonly unknown: string;
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
  readonly effect?: Finding['effect'];
  readonly source?: string;
  /** Units that a repair must leave at least; 2 where nothing is said. */
  readonly wants?: number;
}

/** A hop whose file and line come from the resource it was seen in. */
export interface EvidenceDraft extends Pick<Evidence, 'from' | 'to' | 'because' | 'fromNoun' | 'toNoun'> {
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

/** What findings of proven losses have in common: `severityOf` gives the severity, the verdict what stays open. */
const OF_LOSSES = {
  severity:
    'error where something that is served is lost and nothing brings it back; warning where it is recreated by itself, and for ways out and recovery; info for ways in of operators and for auxiliary work',
  unknown:
    'a finding is a proven loss; where a value that decides it is not known, such as a zone, a count or what is declared outside the input, the report lists the function as unproven, with the value and what to say in nospof.yaml',
};

export function defineLossRule(rule: Omit<LossRule, keyof typeof OF_LOSSES>): LossRule {
  return { ...rule, ...OF_LOSSES };
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
