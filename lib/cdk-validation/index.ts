/**
 * The assessment as a validation plugin of the CDK: it runs inside `cdk synth`, before anything is deployed.
 * Knows the CDK's report and nothing of services or architectures; the engine is loaded when there is something to judge.
 * Start with `no-spof.ts`.
 */

export { NoSpof } from './no-spof';
export type { NoSpofProps } from './props';
