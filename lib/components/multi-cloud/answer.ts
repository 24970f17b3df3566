import type { TwoProviderNameProps } from './two-provider-name';

/** What both DNS providers are told, with every default filled in. */
export type Answer = Required<Pick<TwoProviderNameProps, 'domain' | 'endpoints' | 'mode' | 'healthCheck' | 'ttlSeconds'>>;
