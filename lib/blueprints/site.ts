import { contains, parseCidr } from './cidr';
import { type Fault, faultOfCount } from './refusal';

/** A switch of a site; fails with its rack and by itself. */
export interface SiteSwitch {
  readonly name: string;
  readonly rack: string;
}

/** A router or firewall of a site that ends tunnels and lines. */
export interface SiteGateway {
  readonly name: string;
  readonly rack: string;
  /** Switches it is linked to. */
  readonly switches: readonly string[];
  /** Public IPv4 address. */
  readonly address: string;
  /** Who carries its line to the internet. */
  readonly carrier: string;
}

/** A machine of a site. */
export interface SiteHost {
  readonly name: string;
  readonly rack: string;
  /** IPv4 address inside the site. */
  readonly address: string;
  /** Switches it is linked to. */
  readonly switches: readonly string[];
  /**
   * How its links act as one: both at once (LACP), or one and a spare.
   * @default - a single link
   */
  readonly bond?: '802.3ad' | 'active-backup';
  /**
   * What runs on it: names of services.
   * @default - nothing yet
   */
  readonly runs?: readonly string[];
}

/** A data centre of one's own, or one hosted for one customer: what stands in which rack, and who is linked to whom. */
export interface Site {
  readonly name: string;
  readonly tenancy: 'on-premises' | 'hosted';
  /** Addresses inside. */
  readonly cidr: string;
  /** Autonomous system number towards the cloud: 64512 to 65534. */
  readonly asn: number;
  /** Domain whose names the site itself answers for: `corp.example`. */
  readonly domain: string;
  readonly racks: readonly string[];
  readonly switches: readonly SiteSwitch[];
  readonly gateways: readonly SiteGateway[];
  readonly hosts: readonly SiteHost[];
  /** Names of the hosts that answer for the domain. */
  readonly resolvers: readonly string[];
}

/** The hosts that run a service. */
export function hostsThatRun(site: Site, service: string): readonly SiteHost[] {
  return site.hosts.filter(({ runs = [] }) => runs.includes(service));
}

/** The hosts that answer for the domain of the site. */
export function resolversOf(site: Site): readonly SiteHost[] {
  return site.hosts.filter(({ name }) => site.resolvers.includes(name));
}

/** Everything wrong with a site: names that lead nowhere, and what takes the whole of it when one thing fails. */
export function faultsOfSite(site: Site): readonly (Fault | undefined)[] {
  return [...faultsOfNames(site), ...faultsOfAddresses(site), ...faultsOfGateways(site), ...faultsOfHosts(site)];
}

function faultsOfNames({ racks, switches, gateways, hosts, resolvers }: Site): readonly (Fault | undefined)[] {
  const names = [...switches, ...gateways, ...hosts].map(({ name }) => name);
  const missing = (what: string, name: string, of: string, known: readonly string[]) =>
    known.includes(name)
      ? undefined
      : {
          found: `${of} names the ${what} "${name}"`,
          bound: `the ${what}s are ${known.join(', ') || 'none'}`,
          wayOut: 'name one of them',
        };
  const switchNames = switches.map(({ name }) => name);
  return [
    ...names
      .filter((name, index) => names.indexOf(name) !== index)
      .map((name) => ({ found: `"${name}" is listed twice`, bound: 'a name means one thing', wayOut: 'rename one' })),
    ...[...switches, ...gateways, ...hosts].map(({ name, rack }) => missing('rack', rack, name, racks)),
    ...[...gateways, ...hosts].flatMap((thing) => thing.switches.map((name) => missing('switch', name, thing.name, switchNames))),
    ...resolvers.map((name) =>
      missing(
        'host',
        name,
        'resolvers',
        hosts.map((host) => host.name),
      ),
    ),
  ];
}

function faultsOfAddresses({ cidr, asn, hosts }: Site): readonly (Fault | undefined)[] {
  const block = parseCidr(cidr);
  return [
    block === undefined
      ? { found: `cidr of the site is ${cidr}`, bound: 'an IPv4 block is expected', wayOut: 'use a block such as 10.64.0.0/16' }
      : undefined,
    faultOfCount('asn of the site', asn, 64_512, 65_534, 'a private number', 'use 65010'),
    ...hosts.map(({ name, address }) => {
      const own = parseCidr(`${address}/32`);
      if (block === undefined || (own !== undefined && contains(block, own))) return undefined;
      return {
        found: `${name} has the address ${address}`,
        bound: `addresses of the site are in ${cidr}`,
        wayOut: 'correct one of them',
      };
    }),
  ];
}

function faultsOfGateways({ gateways }: Site): readonly (Fault | undefined)[] {
  const shared = (what: string, values: readonly string[], wayOut: string) =>
    gateways.length > 1 && new Set(values).size === 1
      ? { found: `all gateways share the ${what} ${values[0]}`, bound: 'they would be lost together', wayOut }
      : undefined;
  const addresses = gateways.map(({ address }) => address);
  return [
    faultOfCount(
      'the number of gateways',
      gateways.length,
      2,
      8,
      'because a site with one is cut off with it',
      'add a second gateway, in another rack and with another carrier',
    ),
    shared(
      'rack',
      gateways.map(({ rack }) => rack),
      'move one of them to another rack',
    ),
    shared(
      'carrier',
      gateways.map(({ carrier }) => carrier),
      'give one of them a line of another carrier',
    ),
    ...addresses
      .filter((address, index) => addresses.indexOf(address) !== index)
      .map((address) => ({
        found: `two gateways have the address ${address}`,
        bound: 'two devices have two addresses',
        wayOut: 'correct one of them',
      })),
  ];
}

function faultsOfHosts({ gateways, hosts, resolvers }: Site): readonly (Fault | undefined)[] {
  const racks = new Set(hosts.filter(({ name }) => resolvers.includes(name)).map(({ rack }) => rack));
  return [
    ...[...gateways, ...hosts].map(({ name, switches }) =>
      new Set(switches).size > 1
        ? undefined
        : {
            found: `${name} is linked to ${switches.length === 0 ? 'no switch' : `the switch ${switches[0]} only`}`,
            bound: 'it is cut off with that switch',
            wayOut: 'link it to a second switch',
          },
    ),
    racks.size > 1
      ? undefined
      : {
          found: `resolvers are ${resolvers.join(', ') || 'none'}`,
          bound: 'names of the site are answered from two racks',
          wayOut: 'name hosts in two racks',
        },
  ];
}
