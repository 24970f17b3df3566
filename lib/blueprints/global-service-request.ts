import type { NetworkTier } from './cidr-plan';
import type { PoolRequest } from './pool';
import type { Fault } from './refusal';
import type { ServiceMap } from './service-map';
import { faultsOfServing, faultsOfWeights } from './service-request';
import type { ServiceSettings } from './service-settings';

/**
 * What can be chosen for a service behind a global balancer, which stands in no zone and no region: of the settings of a
 * service those that such a balancer has.
 */
export type GlobalServiceSettings = Pick<
  ServiceSettings,
  'services' | 'healthCheck' | 'timers' | 'algorithm' | 'drainingSeconds' | 'stickySeconds' | 'accessLogs'
>;

/** What is asked of a service behind a global balancer. */
export interface GlobalServiceRequest extends GlobalServiceSettings {
  readonly pools: Readonly<Record<string, PoolRequest>>;
  readonly services: ServiceMap;
  readonly zones: number;
  readonly tiers: readonly NetworkTier[];
  /** How many there are. */
  readonly certificates: number;
}

const TWO_WEEKS = 1_209_600;

/** Everything wrong with what was asked of a service behind a global balancer of Google Cloud. */
export function faultsOfGlobalServiceRequest(asked: GlobalServiceRequest): readonly (Fault | undefined)[] {
  const { drainingSeconds = 30, tiers } = asked;
  return [
    ...faultsOfServing(asked, 'google-load-balancer'),
    ...faultsOfProtocols(asked),
    ...faultsOfWeights(asked),
    faultOfStatuses(asked),
    drainingSeconds >= 0 && drainingSeconds <= 3600
      ? undefined
      : { found: `drainingSeconds is ${drainingSeconds}`, bound: '0 to 3600 s is expected', wayOut: 'use 30' },
    ...faultsOfAffinity(asked),
    tiers.includes('private')
      ? undefined
      : {
          found: `the network has the tiers ${tiers.join(', ')}`,
          bound: 'the units of a service stand in private subnets',
          wayOut: 'add private to the tiers of the network',
        },
  ];
}

function faultsOfProtocols({ services, certificates }: GlobalServiceRequest): readonly (Fault | undefined)[] {
  return services.flatMap(({ port, protocol = 'http' }) => [
    protocol === 'http' || protocol === 'https'
      ? undefined
      : {
          found: `port ${port} speaks ${protocol}`,
          bound: 'a global application balancer speaks http and https',
          wayOut: 'use http or https',
        },
    protocol === 'https' && certificates === 0
      ? {
          found: `port ${port} speaks https and certificates is empty`,
          bound: 'TLS needs at least one certificate',
          wayOut: 'pass the self link of a certificate',
        }
      : undefined,
  ]);
}

/** Other balancers can be told what counts as an answer; this one takes 200 alone. */
function faultOfStatuses({ healthCheck }: GlobalServiceRequest): Fault | undefined {
  if (healthCheck?.kind !== 'http' || (healthCheck.statuses ?? '200') === '200') return undefined;
  return {
    found: `healthCheck.statuses is "${healthCheck.statuses}"`,
    bound: 'Google Cloud load balancer takes 200 for healthy and nothing else',
    wayOut: 'leave statuses out, and give the service a page that answers 200 when it works',
  };
}

function faultsOfAffinity({ stickySeconds = 0, algorithm }: GlobalServiceRequest): readonly (Fault | undefined)[] {
  return [
    stickySeconds >= 0 && stickySeconds <= TWO_WEEKS
      ? undefined
      : {
          found: `stickySeconds is ${stickySeconds}`,
          bound: `a global application balancer keeps a client for 1 to ${TWO_WEEKS} s`,
          wayOut: 'leave it out, and keep sessions in a store that all units share',
        },
    stickySeconds > 0 && algorithm === 'source-hash'
      ? {
          found: `stickySeconds is ${stickySeconds} and the algorithm is source-hash`,
          bound: 'a client is kept by its cookie or by its address',
          wayOut: 'leave one of them out',
        }
      : undefined,
  ];
}
