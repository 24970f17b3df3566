import type { Algorithm } from './algorithm';
import type { HealthCheck } from './health-check';
import type { ServiceMap } from './service-map';
import { type HealthCheckTimers, resolveTimers, type Timers } from './timers';

/** What can be chosen for a load-balanced service in plain values, whatever renders it. */
export interface ServiceSettings {
  /**
   * The service table: which port of the balancer is served by which pools, at which port and weight.
   * @default - port 80 (HTTP or TCP) to port 80 of every pool
   */
  readonly services?: ServiceMap;
  /**
   * `application` balances requests (HTTP), `network` connections (TCP, TLS, UDP).
   * @default 'application'
   */
  readonly balancer?: 'application' | 'network';
  /**
   * Reached from the internet, or from inside the network only.
   * @default true
   */
  readonly internetFacing?: boolean;
  /**
   * How a unit is asked whether it can serve.
   * @default - HTTP 200 from `/` on an application balancer, TCP on a network balancer
   */
  readonly healthCheck?: HealthCheck;
  /**
   * When it is asked [s]; together they decide how long a dead unit is noticed by users.
   * @default - every 10 s, 5 s for an answer, down after 2, up after 2
   */
  readonly timers?: HealthCheckTimers;
  /**
   * How the unit for a request is chosen.
   * @default 'round-robin' on an application balancer, 'source-hash' on a network balancer
   */
  readonly algorithm?: Algorithm;
  /**
   * Give less to units that answer worse than the others (application balancer, round robin only).
   * @default false
   */
  readonly anomalyMitigation?: boolean;
  /**
   * Time over which a new unit gets its full share [s], 30 to 900; 0 for at once. Application balancer, not with least
   * connections.
   * @default 0
   */
  readonly slowStartSeconds?: number;
  /**
   * Time that requests under way have to end when a unit leaves [s].
   * @default 30
   */
  readonly drainingSeconds?: number;
  /**
   * Time that a client stays with its unit [s], by cookie; 0 for not at all. Application balancer only.
   * @default 0
   */
  readonly stickySeconds?: number;
  /**
   * Balancer nodes of every zone reach the units of every zone. Without it traffic stays in its zone: nothing is paid
   * for crossing, and a zone whose own units are down is lost although the others could serve it, so every pool needs
   * two units per zone.
   * @default true
   */
  readonly crossZone?: boolean;
  /**
   * Share of healthy units below which a zone leaves the names of the balancer [percent].
   * @default - a zone stays while one unit is healthy
   */
  readonly minimumHealthyPercent?: number;
  /**
   * Let traffic be moved out of a zone that misbehaves.
   * @default true
   */
  readonly zonalShift?: boolean;
  /**
   * Refuse to delete the balancer until this is switched off.
   * @default true
   */
  readonly deletionProtection?: boolean;
  /**
   * Keep access logs in a private bucket for 90 days. A network balancer logs TLS connections only.
   * @default true
   */
  readonly accessLogs?: boolean;
}

/** The same with what stands for whatever was not chosen. */
export type SettledService = Required<Omit<ServiceSettings, 'timers'>> & { readonly timers: Timers };

/** @param pools - names of all that serves */
export function settleService(settings: ServiceSettings, pools: readonly string[]): SettledService {
  const { balancer = 'application' } = settings;
  const isApplication = balancer === 'application';
  return {
    balancer,
    services: settings.services ?? [{ port: 80, members: pools.map((name) => ({ name, port: 80 })) }],
    internetFacing: settings.internetFacing ?? true,
    healthCheck: settings.healthCheck ?? (isApplication ? { kind: 'http', path: '/' } : { kind: 'tcp' }),
    timers: resolveTimers(settings.timers),
    algorithm: settings.algorithm ?? (isApplication ? 'round-robin' : 'source-hash'),
    anomalyMitigation: settings.anomalyMitigation ?? false,
    slowStartSeconds: settings.slowStartSeconds ?? 0,
    drainingSeconds: settings.drainingSeconds ?? 30,
    stickySeconds: settings.stickySeconds ?? 0,
    crossZone: settings.crossZone ?? true,
    minimumHealthyPercent: settings.minimumHealthyPercent ?? 0,
    zonalShift: settings.zonalShift ?? true,
    deletionProtection: settings.deletionProtection ?? true,
    accessLogs: settings.accessLogs ?? true,
  };
}
