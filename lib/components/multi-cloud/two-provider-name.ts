import { Zone } from '@pulumi/aws/route53/zone';
import { RegisteredDomain } from '@pulumi/aws/route53domains/registeredDomain';
import { ManagedZone } from '@pulumi/gcp/dns/managedZone';
import { ComponentResource, type ComponentResourceOptions, type Output } from '@pulumi/pulumi';
import { type Fault, faultOfCount, faultsOfCrossingState, refuse, sayCrossingState } from '../../blueprints';
import { CopiedState } from './copied-state';
import { answersOfGoogle } from './google-answers';
import type { TwoProviderNameProps } from './name-props';
import { answersOfRoute53 } from './route53-answers';

/**
 * One name answered by two DNS providers, each of which knows the services at both clouds and looks at their health
 * itself. Promises that the loss of either provider, or of the DNS of either, leaves the name with an answer that works.
 */
export class TwoProviderName extends ComponentResource {
  /** Two servers of each provider: those of one are enough to be found, and those of both outlive one. */
  readonly nameServers: readonly Output<string>[];
  /** What users of the state can rely on, one sentence per kind. */
  readonly state: readonly string[];

  /** @throws {RefusedError} with every property that cannot be kept: value, bound, way out */
  constructor(name: string, props: TwoProviderNameProps, options: ComponentResourceOptions = {}) {
    refuse(name, faultsOfName(props));
    super('nospof:multicloud:TwoProviderName', name, {}, options);
    const { domain, endpoints, mode = 'active-active', healthCheck = { path: '/' }, ttlSeconds = 30 } = props;
    const parent = { parent: this };
    const route53 = new Zone(`${name}-route53`, { name: domain }, parent);
    const google = new ManagedZone(
      `${name}-google`,
      { dnsName: `${domain}.`, description: `${domain}, beside Route 53` },
      parent,
    );
    const answer = { domain, endpoints, mode, healthCheck, ttlSeconds };
    answersOfRoute53(name, route53, answer, parent);
    answersOfGoogle(name, google, answer, parent);
    this.nameServers = [route53, google].flatMap(({ nameServers }) =>
      [0, 1].map((index) => nameServers.apply((servers) => servers[index] ?? '')),
    );
    if (props.registered !== false) {
      new RegisteredDomain(
        name,
        { domainName: domain, nameServers: this.nameServers.map((server) => ({ name: server })), autoRenew: true },
        parent,
      );
    }
    for (const state of props.state) new CopiedState(`${name}-${state.name}`, state, parent);
    this.state = props.state.map(sayCrossingState);
    this.registerOutputs({ nameServers: this.nameServers, state: this.state });
  }
}

function faultsOfName({ domain, endpoints, mode = 'active-active', healthCheck, ttlSeconds = 30, state }: TwoProviderNameProps) {
  const empty = (['aws', 'google'] as const).map((provider): Fault | undefined =>
    endpoints[provider].length > 0
      ? undefined
      : {
          found: `endpoints.${provider} is empty`,
          bound: 'a name that survives a provider needs an endpoint at each of them',
          wayOut: `give the addresses of the service at ${provider}`,
        },
  );
  return [
    /^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,}$/.test(domain)
      ? undefined
      : {
          found: `domain is "${domain}"`,
          bound: 'a domain in lower case without the closing dot is expected',
          wayOut: 'write it as "shop.example.com"',
        },
    ...empty,
    faultOfCount('ttlSeconds', ttlSeconds, 1, 60, 'a longer one keeps users at a provider that is gone', 'use 30'),
    healthCheck === undefined || healthCheck.path.startsWith('/')
      ? undefined
      : {
          found: `healthCheck.path is "${healthCheck.path}"`,
          bound: 'a path begins with a slash',
          wayOut: `use "/${healthCheck.path}"`,
        },
    faultOfCount('healthCheck.port', healthCheck?.port ?? 80, 1, 65_535, 'a port that is asked', 'use 80 or 443'),
    state.length > 0
      ? undefined
      : {
          found: 'state is empty',
          bound: 'a service at two providers keeps something at both, if only who is signed in',
          wayOut: 'name it, with its consistency and how far behind one side may be',
        },
    ...faultsOfCrossingState(state, mode),
  ];
}
