/**
 * The main path: read, analyze, apply rules, and hand back one value.
 * Knows every engine folder and no output format. Start with `assess.ts`.
 */

export type { Rule } from '../rules';
export { RULES } from '../rules';
export type { AssessOptions } from './assess';
export { ASSUMED_REGION, assess, judgeSystem } from './assess';
export { assessProgram } from './assess-program';
export { formulaOf } from './formula-of';
export { openFindings } from './open-findings';
