import { type Fault, faultOfCount } from './refusal';

export type Protocol = 'http' | 'https' | 'tcp' | 'tls' | 'udp';

/** Who serves a virtual service: a pool of instances or containers in a cloud, a host on premises. */
export interface Member {
  readonly name: string;
  /** Port inside; may differ from the port outside. */
  readonly port: number;
  /**
   * Share of the requests in proportion to the other members, 0 to 999.
   * @default 1
   */
  readonly weight?: number;
}

/** One port of the virtual address, and who stands behind it. */
export interface VirtualService {
  /** Port outside. */
  readonly port: number;
  /** @default 'http' on an application balancer, 'tcp' on a network balancer */
  readonly protocol?: Protocol;
  readonly members: readonly Member[];
}

/** The service table of a balancer: every port of its address with the members behind it. */
export type ServiceMap = readonly VirtualService[];

/**
 * Everything wrong with a service map.
 *
 * @param known - names of the members that exist
 */
export function faultsOfServiceMap(map: ServiceMap, known: readonly string[]): readonly (Fault | undefined)[] {
  const ports = map.map(({ port }) => port);
  return [
    map.length === 0
      ? { found: 'services is empty', bound: 'a balancer serves at least one port', wayOut: 'add a virtual service' }
      : undefined,
    ...ports
      .filter((port, index) => ports.indexOf(port) !== index)
      .map((port) => ({
        found: `port ${port} is listed twice`,
        bound: 'a port of the virtual address has one list of members',
        wayOut: 'merge the members into one virtual service',
      })),
    ...map.flatMap((service) => faultsOfService(service, known)),
  ];
}

function faultsOfService({ port, members }: VirtualService, known: readonly string[]): readonly (Fault | undefined)[] {
  const names = members.map(({ name }) => name);
  const total = members.reduce((sum, { weight = 1 }) => sum + weight, 0);
  return [
    faultOfCount('port', port, 1, 65_535, 'a port of the virtual address', 'use a port such as 443'),
    total > 0
      ? undefined
      : {
          found: `port ${port} has ${members.length === 0 ? 'no member' : 'only members of weight 0'}`,
          bound: 'somebody must serve it',
          wayOut: 'give it a member with a weight of 1 or more',
        },
    ...names
      .filter((name, index) => names.indexOf(name) !== index)
      .map((name) => ({ found: `port ${port} lists ${name} twice`, bound: 'a member has one weight', wayOut: 'list it once' })),
    ...members.flatMap((member) => [
      known.includes(member.name)
        ? undefined
        : {
            found: `port ${port} is served by "${member.name}"`,
            bound: `the members are ${known.join(', ') || 'none'}`,
            wayOut: 'name one of them',
          },
      faultOfCount(`port of ${member.name}`, member.port, 1, 65_535, 'the port inside', 'use the port the service listens on'),
      faultOfCount(`weight of ${member.name}`, member.weight ?? 1, 0, 999, 'a share', 'leave the weight out'),
    ]),
  ];
}

/** The ports inside on which a member serves, ascending, each once. */
export function insidePortsOf(map: ServiceMap, name: string): readonly number[] {
  const ports = map.flatMap(({ members }) => members.filter((member) => member.name === name).map(({ port }) => port));
  return [...new Set(ports)].sort((a, b) => a - b);
}

/** The map as a table for people and for comparing: one line per member, `address:80 -> web:5000 weight 1`. */
export function serviceTable(address: string, map: ServiceMap): readonly string[] {
  return map.flatMap(({ port, members }) =>
    members.map(({ name, port: inside, weight = 1 }) => `${address}:${port} -> ${name}:${inside} weight ${weight}`),
  );
}
