/**
 * The assessment as a policy pack of Pulumi: it runs inside `pulumi preview --policy-pack`, before anything is deployed.
 * Knows the policy SDK and nothing of services or architectures; the engine is loaded when there is a stack to judge.
 * Start with `no-spof-policies.ts`.
 */

export { noSpofPolicies, noSpofPolicyPack } from './no-spof-policies';
export type { NoSpofPolicyProps } from './props';
