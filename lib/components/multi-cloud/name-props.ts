import type { Input } from '@pulumi/pulumi';
import type { StoredState } from './copied-state';

/** How the endpoints are asked whether they serve. */
export interface EndpointCheck {
  /** Path of a page that says whether this provider can serve. */
  readonly path: string;
  /** @default 80 */
  readonly port?: number;
  /**
   * Ask over TLS.
   * @default false
   */
  readonly tls?: boolean;
}

export interface TwoProviderNameProps {
  /** The domain that both providers answer for; clients ask for this very name. */
  readonly domain: string;
  /** IPv4 addresses of the service at each provider. A name would tie the answer to the DNS of its provider. */
  readonly endpoints: { readonly aws: readonly Input<string>[]; readonly google: readonly Input<string>[] };
  /**
   * `active-active`: clients are spread over both. `active-standby`: Google answers while AWS does not.
   * @default 'active-active'
   */
  readonly mode?: 'active-active' | 'active-standby';
  /** @default - GET / on port 80 */
  readonly healthCheck?: EndpointCheck;
  /**
   * How long an answer is kept by those who asked [s]; so much longer does the loss of a provider last for them.
   * @default 30
   */
  readonly ttlSeconds?: number;
  /**
   * The domain is registered with Route 53, which hands its name servers to the registry. With `false` hand out
   * `nameServers` where the domain is registered.
   * @default true
   */
  readonly registered?: boolean;
  /** What both providers keep and where, how consistent it is and how far behind one may be. */
  readonly state: readonly StoredState[];
}

/** What both DNS providers are told, with every default filled in. */
export type Answer = Required<Pick<TwoProviderNameProps, 'domain' | 'endpoints' | 'mode' | 'healthCheck' | 'ttlSeconds'>>;
