/**
 * From a system to verdicts: units and places, dependencies, one formula, functions, and what each failure domain takes.
 * Asks `knowledge` what a resource is and never looks at its type. Start with `analyze.ts`.
 */

export type { Analysis } from './analyze';
export { analyze } from './analyze';
export { ArnNames } from './arns';
export type { Dependency } from './dependency-graph';
export type { FailureDomain } from './failure-domains';
export { type HealthQuestion, healthQuestions } from './health-questions';
export type { DefaultRoute, Place, Places, Subnet } from './network';
export { Permissions } from './permissions';
export type { Shift } from './recovery-times';
export type { WrongSetting } from './settings';
export type { Annotations, Subject } from './subject';
export { toldOf } from './subject';
export type { SystemFunction } from './system-function';
export type { UnitGroup } from './units';
export type { Doubt, Loss, Verdicts } from './verdicts';
export { whyIdle } from './why-idle';
export { tellZones } from './zone-hints';
export type { Zone } from './zones';
export { zonesInUse } from './zones-in-use';
