/** What nospof may say about inputs and architectures, and where it points. Pure data: nothing here prints. */

export type { Assessment, Summary } from './assessment';
export type {
  Category,
  Evidence,
  Finding,
  FunctionKind,
  Recovery,
  ResourceRef,
  Scope,
  Severity,
  Unproven,
  Witness,
} from './finding';
export type { Position, Problem } from './problem';
export { InputError } from './problem';
