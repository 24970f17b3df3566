import { Firewall } from '@pulumi/gcp/compute/firewall';
import type { RegionInstanceGroupManager } from '@pulumi/gcp/compute/regionInstanceGroupManager';
import { Account } from '@pulumi/gcp/serviceaccount/account';
import { ComponentResource, type ComponentResourceOptions, type CustomResourceOptions, type Output } from '@pulumi/pulumi';
import {
  type CapacityPlan,
  type Fault,
  faultsOfGlobalServiceRequest,
  insidePortsOf,
  planCapacity,
  refuse,
  type ServiceMap,
  type SettledService,
  type Span,
  serviceTable,
  settleService,
  sizeOf,
  timeToDetect,
  timeToRecover,
} from '../../blueprints';
import { faultsOfOutputs } from '../outputs';
import { addAlarms } from './alarms';
import { balancer } from './balancer';
import { fleet } from './fleet';
import { healingCheck, servingCheck } from './health-checks';
import { accountIdOf, faultOfName } from './names';
import { alarmsOf } from './service-alarms';
import type { LoadBalancedServiceProps } from './service-props';

/** What was decided about the size of a pool. */
export interface DecidedPool {
  readonly plan: CapacityPlan;
  /** The redundant floor [units]. */
  readonly floor: number;
  readonly ceiling: number;
}

/** Where balancers of Google and their health checks come from. */
const GOOGLE_FRONT_ENDS = ['35.191.0.0/16', '130.211.0.0/22'];

/**
 * Active-active instances over every zone of the network, behind a global balancer that stands in no zone. Promises that
 * the loss of any one zone or component leaves every pool with its required capacity, and says how long the users notice.
 */
export class LoadBalancedService extends ComponentResource {
  /** The one address of the balancer, for a record of type A. */
  readonly address: Output<string>;
  /** Accounts of the units; allow a database from these. */
  readonly serviceAccounts: Readonly<Record<string, Account>>;
  readonly pools: Readonly<Record<string, DecidedPool>>;
  /** The service table, one line per member: `shop:80 -> web:5000 weight 1`. */
  readonly table: readonly string[];
  /** From the fault of a unit until it gets no requests any more. */
  readonly timeToDetect: Span;
  /** From its repair until it gets requests again. */
  readonly timeToRecover: Span;

  /** @throws {RefusedError} with every property that cannot be kept: value, bound, way out */
  constructor(name: string, props: LoadBalancedServiceProps, options: ComponentResourceOptions = {}) {
    const { network, pools, certificates = [] } = props;
    const settled = settleService(props, Object.keys(pools));
    const { services, timers } = settled;
    refuse(name, faultsOfService(name, props, services));
    super('nospof:google:LoadBalancedService', name, {}, options);
    const parent: CustomResourceOptions = { parent: this };
    this.serviceAccounts = Object.fromEntries(
      Object.keys(pools).map((pool) => {
        const id = `${name}-${pool}`;
        return [pool, new Account(id, { accountId: accountIdOf(id), displayName: `units of ${id}` }, parent)];
      }),
    );
    const groups = buildPools(name, props, settled, this.serviceAccounts, parent);
    const check = servingCheck(name, settled.healthCheck, timers, parent);
    const built = balancer(name, { ...settled, groups, check, certificates }, parent);
    this.address = built.address.address;
    this.pools = Object.fromEntries(
      Object.entries(pools).map(([pool, asked]) => {
        const { floor, ceiling } = sizeOf(asked, network.zones.length);
        return [pool, { plan: planCapacity({ ...asked, zones: network.zones.length }), floor, ceiling }];
      }),
    );
    this.table = serviceTable(name, services);
    this.timeToDetect = timeToDetect(timers);
    this.timeToRecover = timeToRecover(timers);
    addAlarms(name, alarmsOf(built, groups, this.pools), props.alarmTopic, parent);
    this.registerOutputs({ address: this.address });
  }
}

/** Everything wrong with what was asked. Values that are not known yet are told alone. */
function faultsOfService(name: string, props: LoadBalancedServiceProps, services: ServiceMap): readonly (Fault | undefined)[] {
  const { network, pools, certificates = [], alarmTopic: _told, ...rest } = props;
  const sizes = Object.entries(pools).flatMap(([pool, { requiredCapacity, spareUnits }]) => [
    [`pools.${pool}.requiredCapacity`, requiredCapacity] as const,
    [`pools.${pool}.spareUnits`, spareUnits] as const,
  ]);
  const { stickySeconds, drainingSeconds } = props;
  const unknown = faultsOfOutputs({ ...Object.fromEntries(sizes), stickySeconds, drainingSeconds });
  if (unknown.length > 0) return unknown;
  const zones = network.zones.length;
  const { tiers } = network;
  const names = [name, ...Object.keys(pools).map((pool) => `${name}-${pool}`)].map(faultOfName);
  return [
    ...names,
    ...faultsOfGlobalServiceRequest({ ...rest, pools, services, zones, tiers, certificates: certificates.length }),
  ];
}

/** @returns the group of each pool */
function buildPools(
  name: string,
  { network, pools }: LoadBalancedServiceProps,
  { services, healthCheck, timers }: SettledService,
  accounts: Readonly<Record<string, Account>>,
  options: CustomResourceOptions,
): ReadonlyMap<string, RegionInstanceGroupManager> {
  const groups = new Map<string, RegionInstanceGroupManager>();
  for (const [pool, asked] of Object.entries(pools)) {
    const id = `${name}-${pool}`;
    const account = accounts[pool];
    if (account === undefined) continue;
    const ports = insidePortsOf(services, pool);
    const checked = healthCheck.kind === 'icmp' ? undefined : healthCheck.port;
    const healing = healingCheck(`${id}-healing`, healthCheck, ports[0] ?? 80, timers, options);
    const size = sizeOf(asked, network.zones.length);
    groups.set(pool, fleet(id, asked, { network, size, ports, account, healing }, options));
    const open = [...new Set([...ports, ...(checked === undefined ? [] : [checked])])].map(String);
    new Firewall(
      `${id}-from-balancer`,
      {
        network: network.network.id,
        direction: 'INGRESS',
        sourceRanges: GOOGLE_FRONT_ENDS,
        // Who may change tags of machines cannot put one behind the balancer by them.
        targetServiceAccounts: [account.email],
        allows: [{ protocol: 'tcp', ports: open }],
      },
      options,
    );
  }
  return groups;
}
