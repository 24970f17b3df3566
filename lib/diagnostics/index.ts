/** What nospof may say about inputs and architectures, and where it points. Pure data: nothing here prints. */

export type { Assessment, Idle, Override, Summary } from './assessment';
export type { Change, Newcomer } from './change';
export { compareAssessments, weight } from './change';
export { didYouMean, nearestWord } from './did-you-mean';
export type {
  Category,
  Evidence,
  Finding,
  FunctionKind,
  Recovery,
  Scope,
  Severity,
  Unproven,
  Witness,
} from './finding';
export { findingId, isNamed, parseFindingId } from './finding-id';
export { matched } from './matched';
export type { Position, Problem } from './problem';
export { InputError } from './problem';
export type { Remedy, Repair, RepairCost, RepairEdit, RepairValue } from './repair';
export type { ResourceRef } from './resource-ref';
export { kindOf, wordsFor } from './resource-ref';
export type { FormulaDomain, FormulaFunction, FormulaNode, SystemFormula } from './system-formula';
export type { Topology, TopologyDependency, TopologyDomain, TopologyFunction, TopologyResource, TopologyZone } from './topology';
