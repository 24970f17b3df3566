/**
 * One name in front of services at two providers, AWS and Google Cloud, answered by the DNS of both. Needs @pulumi/aws
 * and @pulumi/gcp. Start with `two-provider-name.ts`.
 */

export type { CrossingState } from '../../blueprints';
export { RefusedError } from '../../blueprints';
export type { StoredState } from './copied-state';
export { CopiedState } from './copied-state';
export type { EndpointCheck, TwoProviderNameProps } from './name-props';
export { TwoProviderName } from './two-provider-name';
