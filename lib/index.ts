/** Public API of the engine: judge files, render the assessment. No logic; every name is documented where it is made. */

export type { AssessOptions, Rule } from './assess';
export { assess, RULES } from './assess';
export type { Assessment, Evidence, Finding, Scope, Unproven, Witness } from './diagnostics';
export { InputError } from './diagnostics';
export type { ReportContext } from './reporters';
export { PLAIN_CONTEXT, reporterFor } from './reporters';
