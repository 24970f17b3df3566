import type { Checker } from './checkers';
import type { NetworkTier } from './cidr-plan';
import { faultsOfPool, type PoolRequest, sizeOf } from './pool';
import { type Fault, faultOfCount } from './refusal';
import { faultsOfServiceMap, type ServiceMap } from './service-map';
import type { ServiceSettings } from './service-settings';
import { faultsOfAlgorithm, faultsOfHealthCheck } from './suitability';
import { faultsOfTimers } from './timers';

/** What is asked of a load-balanced service, whatever renders it. */
export interface ServiceRequest extends ServiceSettings {
  readonly pools: Readonly<Record<string, PoolRequest>>;
  readonly services: ServiceMap;
  readonly zones: number;
  readonly tiers: readonly NetworkTier[];
  readonly certificateArns?: readonly string[];
  readonly zonalAutoshift?: boolean;
}

const LAYER_7 = ['http', 'https'];
const LAYER_4 = ['tcp', 'tls', 'udp'];

/** What every balancer has to keep, whoever runs it. */
type Serving = Pick<ServiceRequest, 'pools' | 'services' | 'zones' | 'healthCheck' | 'timers' | 'algorithm'>;

/** Everything wrong with what was asked of a load-balanced service. */
export function faultsOfServiceRequest(asked: ServiceRequest): readonly (Fault | undefined)[] {
  return [
    ...faultsOfServing(asked, (asked.balancer ?? 'application') === 'application' ? 'alb' : 'nlb'),
    ...faultsOfProtocols(asked),
    ...faultsOfWeights(asked),
    ...faultsOfSpeed(asked),
    faultOfTier(asked),
    ...faultsOfZones(asked),
  ];
}

/** Pools that cannot keep their promise, a service map that leads nowhere, checks that the balancer cannot do. */
export function faultsOfServing(asked: Serving, checker: Checker): readonly (Fault | undefined)[] {
  const { services, pools, zones } = asked;
  const names = Object.keys(pools);
  return [
    names.length === 0
      ? { found: 'pools is empty', bound: 'somebody must serve', wayOut: 'add a fleet or containers' }
      : undefined,
    ...names.flatMap((name) => {
      const pool = pools[name];
      return pool === undefined ? [] : faultsOfPool(name, pool, zones);
    }),
    ...(names.length === 0 ? [] : faultsOfServiceMap(services, names)),
    ...(asked.healthCheck === undefined ? [] : faultsOfHealthCheck(asked.healthCheck, checker)),
    ...faultsOfTimers(asked.timers, checker),
    ...(asked.algorithm === undefined ? [] : faultsOfAlgorithm(asked.algorithm, checker)),
  ];
}

function faultsOfProtocols({
  balancer = 'application',
  services,
  certificateArns = [],
}: ServiceRequest): readonly (Fault | undefined)[] {
  const able = balancer === 'application' ? LAYER_7 : LAYER_4;
  return services.flatMap(({ port, protocol = able[0] ?? 'http' }) => [
    able.includes(protocol)
      ? undefined
      : {
          found: `port ${port} speaks ${protocol}`,
          bound: `a balancer of kind ${balancer} speaks ${able.join(', ')}`,
          wayOut: `use ${able.join(' or ')}, or balancer: '${balancer === 'application' ? 'network' : 'application'}'`,
        },
    (protocol === 'https' || protocol === 'tls') && certificateArns.length === 0
      ? {
          found: `port ${port} speaks ${protocol} and certificateArns is empty`,
          bound: 'TLS needs at least one certificate',
          wayOut: 'pass the ARN of a certificate of this Region',
        }
      : undefined,
  ]);
}

/** Shares that nothing minds. */
export function faultsOfWeights({
  services,
  algorithm,
  balancer = 'application',
}: Pick<ServiceRequest, 'services' | 'algorithm' | 'balancer'>): readonly (Fault | undefined)[] {
  if (algorithm === 'weighted-round-robin') return [];
  return services
    .filter(({ members }) => new Set(members.map(({ weight = 1 }) => weight)).size > 1)
    .map(({ port }) => ({
      found: `the members of port ${port} have different weights and the algorithm is ${algorithm ?? (balancer === 'application' ? 'round-robin' : 'source-hash')}`,
      bound: 'weights count in weighted-round-robin',
      wayOut: "set algorithm to 'weighted-round-robin', or give all members one weight",
    }));
}

function faultsOfSpeed(asked: ServiceRequest): readonly (Fault | undefined)[] {
  const { balancer = 'application', slowStartSeconds = 0, drainingSeconds = 30, stickySeconds = 0, anomalyMitigation } = asked;
  const algorithm = asked.algorithm ?? 'round-robin';
  const inTurn = balancer === 'application' && (algorithm === 'round-robin' || algorithm === 'weighted-round-robin');
  return [
    slowStartSeconds === 0 || (slowStartSeconds >= 30 && slowStartSeconds <= 900)
      ? undefined
      : { found: `slowStartSeconds is ${slowStartSeconds}`, bound: '30 to 900 s, or 0 for none, is expected', wayOut: 'use 30' },
    slowStartSeconds > 0 && (!inTurn || anomalyMitigation)
      ? {
          found: `slowStartSeconds is ${slowStartSeconds} with balancer ${balancer}, algorithm ${algorithm}${anomalyMitigation ? ' and anomaly mitigation' : ''}`,
          bound: 'AWS has slow start on an application balancer in turn, without anomaly mitigation',
          wayOut: "leave slowStartSeconds out, or use algorithm 'round-robin'",
        }
      : undefined,
    anomalyMitigation && !(balancer === 'application' && algorithm === 'round-robin')
      ? {
          found: `anomalyMitigation is on with balancer ${balancer} and algorithm ${asked.algorithm ?? 'its default'}`,
          bound: 'AWS has it on an application balancer, in place of round robin',
          wayOut: "leave it out, or use algorithm 'round-robin'",
        }
      : undefined,
    drainingSeconds >= 0 && drainingSeconds <= 3600
      ? undefined
      : { found: `drainingSeconds is ${drainingSeconds}`, bound: '0 to 3600 s is expected', wayOut: 'use 30' },
    stickySeconds === 0 || (balancer === 'application' && stickySeconds > 0 && stickySeconds <= 604_800)
      ? undefined
      : {
          found: `stickySeconds is ${stickySeconds} on a balancer of kind ${balancer}`,
          bound: 'an application balancer keeps a client for 1 to 604800 s',
          wayOut: 'leave it out, and keep sessions in a store that all units share',
        },
  ];
}

function faultOfTier({ internetFacing = true, tiers }: ServiceRequest): Fault | undefined {
  const missing = (internetFacing ? (['public', 'private'] as const) : (['private'] as const)).filter(
    (tier) => !tiers.includes(tier),
  );
  if (missing.length === 0) return undefined;
  return {
    found: `the network has the tiers ${tiers.join(', ')}`,
    bound: `a service that is ${internetFacing ? 'reached from the internet' : 'internal'} needs ${missing.join(' and ')}`,
    wayOut: `add ${missing.join(' and ')} to the tiers of the network`,
  };
}

function faultsOfZones(asked: ServiceRequest): readonly (Fault | undefined)[] {
  const { crossZone = true, zonalShift = true, zonalAutoshift = false, minimumHealthyPercent, pools, zones } = asked;
  const thin = Object.entries(pools).filter(([name, pool]) => {
    const sound = faultsOfPool(name, pool, zones).every((fault) => fault === undefined);
    return !crossZone && sound && sizeOf(pool, zones).floor < 2 * zones;
  });
  return [
    ...thin.map(([name, pool]) => ({
      found: `crossZone is off and ${name} has ${sizeOf(pool, zones).floor} units over ${zones} zones`,
      bound: `a zone with one unit leaves the balancer with it; ${2 * zones} are needed`,
      wayOut: `require more of ${name}, or leave crossZone on`,
    })),
    !crossZone && (asked.stickySeconds ?? 0) > 0
      ? { found: 'crossZone is off and stickySeconds is set', bound: 'AWS has one or the other', wayOut: 'leave one of them out' }
      : undefined,
    zonalAutoshift && !zonalShift
      ? {
          found: 'zonalAutoshift is on and zonalShift is off',
          bound: 'AWS shifts what may be shifted',
          wayOut: 'leave zonalShift on',
        }
      : undefined,
    minimumHealthyPercent === undefined
      ? undefined
      : faultOfCount('minimumHealthyPercent', minimumHealthyPercent, 1, 100, 'a share of the units', 'leave it out'),
  ];
}
