/**
 * Opinions with names: each rule is one file, its id the file's name, its words beside its check.
 * Rules ask the analysis and never look at a resource type. Start with `rule.ts`.
 */
export { applyRules } from './apply-rules';
export { RULES } from './registry';
export type { RepairRequest } from './remedies';
export { requestsFor } from './remedies';
export type { Draft, EvidenceDraft, Rule } from './rule';
