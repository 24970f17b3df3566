/**
 * nospof.yaml: what no template can say, and what somebody accepted with a reason.
 * Reads and checks the file, publishes its JSON schema, and marks acknowledged findings; keeps baselines. Knows nothing of resources,
 * readers or rules beyond their names. Start with `config.ts`, then `fields.ts`.
 */

export type { AcknowledgeOptions } from './acknowledge';
export { acknowledge } from './acknowledge';
export type { Baseline } from './baseline';
export { applyBaseline, baselineOf, readBaseline } from './baseline';
export type { Acknowledgement, Config, FailOn, OwnCount, OwnFact } from './config';
export { EMPTY_CONFIG, FAIL_ON, PACKS, SCOPES } from './config';
export { configJsonSchema } from './json-schema';
export type { OwnFacts } from './own-facts';
export { withFacts } from './own-facts';
export { parseConfig, readConfig } from './read-config';
export { starterConfig } from './starter-config';
export { unmatchedEntries } from './unmatched-entries';
