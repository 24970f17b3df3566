/**
 * Turns files into the model: one folder per input format, one `System` for all that is given together.
 * Knows what formats mean; must not know what a resource type does or which architecture is good.
 * Start with `read-system.ts`; the evaluator of templates is `cloudformation/evaluate.ts`.
 */

export { type ProgramOptions, readProgram } from './read-program';
export { type PulumiRegistration, readRegistrations, typeInModel } from './read-registrations';
export { readStacks, type StackTemplate } from './read-stacks';
export { type ParsedTemplate, readSystem, readTemplates } from './read-system';
export { readWorlds, type Worlds } from './read-worlds';
export { inOwnNames } from './translation/own-names';
