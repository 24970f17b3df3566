/** Public API of the engine: judge files, render the assessment. No logic; every name is documented where it is made. */

export type { AssessOptions, Rule } from './assess';
export { assess, formulaOf, RULES } from './assess';
export type { OwnFact, OwnFacts } from './config';
export type {
  Assessment,
  Evidence,
  Finding,
  FormulaDomain,
  FormulaFunction,
  FormulaNode,
  Scope,
  SystemFormula,
  Unproven,
  Witness,
} from './diagnostics';
export { InputError } from './diagnostics';
export type { ReportContext } from './reporters';
export { PLAIN_CONTEXT, reporterFor } from './reporters';
