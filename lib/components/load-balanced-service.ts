import type { SecurityGroup } from '@pulumi/aws/ec2/securityGroup';
import { Cluster } from '@pulumi/aws/ecs/cluster';
import type { LoadBalancer } from '@pulumi/aws/lb/loadBalancer';
import { ComponentResource, type ComponentResourceOptions, type CustomResourceOptions } from '@pulumi/pulumi';
import {
  type CapacityPlan,
  type Fault,
  faultsOfServiceRequest,
  planCapacity,
  refuse,
  type ServiceMap,
  type Span,
  serviceTable,
  settleService,
  sizeOf,
  timeToDetect,
  timeToRecover,
} from '../blueprints';
import { accessLogBucket } from './access-logs';
import { addAlarms } from './alarms';
import { type BuiltBalancer, balancer } from './balancer';
import type { BalancerPlan } from './balancer-plan';
import { containers } from './containers';
import { fleet } from './fleet';
import { faultsOfOutputs } from './outputs';
import { allowFromGroup } from './security';
import { alarmsOf } from './service-alarms';
import type { LoadBalancedServiceProps } from './service-props';

/** What was decided about the size of a pool. */
export interface DecidedPool {
  readonly plan: CapacityPlan;
  /** The redundant floor [units]. */
  readonly floor: number;
  readonly ceiling: number;
}

/**
 * Active-active servers behind a balancer, over every zone of the network. Promises that the loss of any one zone or
 * component leaves every pool with its required capacity, and says how long the users notice.
 */
export class LoadBalancedService extends ComponentResource {
  readonly loadBalancer: LoadBalancer;
  /** Groups of the units; allow a database from these. */
  readonly securityGroups: Readonly<Record<string, SecurityGroup>>;
  readonly pools: Readonly<Record<string, DecidedPool>>;
  /** The service table, one line per member: `shop:80 -> web:5000 weight 1`. */
  readonly table: readonly string[];
  /** From the fault of a unit until it gets no requests any more. */
  readonly timeToDetect: Span;
  /** From its repair until it gets requests again. */
  readonly timeToRecover: Span;

  /** @throws {RefusedError} with every property that cannot be kept: value, bound, way out */
  constructor(name: string, props: LoadBalancedServiceProps, options: ComponentResourceOptions = {}) {
    const { network, pools } = props;
    const zones = network.zones.length;
    const settled = settleService(props, Object.keys(pools));
    const { services } = settled;
    refuse(name, faultsOfService(props, services));
    super('nospof:aws:LoadBalancedService', name, {}, options);
    const parent: CustomResourceOptions = { parent: this };
    const accessLogs = settled.accessLogs ? accessLogBucket(`${name}-logs`, parent) : undefined;
    const plan: BalancerPlan = { ...settled, network, pools, certificateArns: props.certificateArns ?? [], accessLogs };
    const built = balancer(name, plan, parent);
    this.loadBalancer = built.loadBalancer;
    this.securityGroups = buildPools(name, props, plan, built, parent);
    this.pools = Object.fromEntries(
      Object.entries(pools).map(([pool, asked]) => {
        const { floor, ceiling } = sizeOf(asked, zones);
        return [pool, { plan: planCapacity({ ...asked, zones }), floor, ceiling }];
      }),
    );
    this.table = serviceTable(name, services);
    this.timeToDetect = timeToDetect(plan.timers);
    this.timeToRecover = timeToRecover(plan.timers);
    addAlarms(name, alarmsOf(plan.balancer, built), props.alarmTopic, parent);
    this.registerOutputs({ dnsName: this.loadBalancer.dnsName });
  }
}

/** Everything wrong with what was asked. Values that are not known yet are told alone. */
function faultsOfService(props: LoadBalancedServiceProps, services: ServiceMap): readonly (Fault | undefined)[] {
  const { network, pools, certificateArns, alarmTopic: _told, ...rest } = props;
  const sizes = Object.entries(pools).flatMap(([name, { requiredCapacity, spareUnits }]) => [
    [`pools.${name}.requiredCapacity`, requiredCapacity] as const,
    [`pools.${name}.spareUnits`, spareUnits] as const,
  ]);
  const { slowStartSeconds, drainingSeconds } = props;
  const unknown = faultsOfOutputs({ ...Object.fromEntries(sizes), slowStartSeconds, drainingSeconds });
  if (unknown.length > 0) return unknown;
  return faultsOfServiceRequest({
    ...rest,
    pools,
    services,
    zones: network.zones.length,
    tiers: network.tiers,
    certificateArns: (certificateArns ?? []).map(String),
  });
}

/** @returns the security group of each pool */
function buildPools(
  name: string,
  { network, pools }: LoadBalancedServiceProps,
  { healthCheck, zonalShift }: BalancerPlan,
  built: BuiltBalancer,
  options: CustomResourceOptions,
): Record<string, SecurityGroup> {
  const hasContainers = Object.values(pools).some(({ kind }) => kind === 'containers');
  const settings = [{ name: 'containerInsights', value: 'enhanced' }];
  const cluster = hasContainers ? new Cluster(name, { settings }, options) : undefined;
  const groups: Record<string, SecurityGroup> = {};
  for (const [poolName, pool] of Object.entries(pools)) {
    const id = `${name}-${poolName}`;
    const bound = built.groups.filter((group) => group.pool === poolName);
    const size = sizeOf(pool, network.zones.length);
    const plan = { network, size, targetGroups: bound, listeners: built.listeners, zonalShift };
    const { securityGroup } =
      pool.kind === 'containers' && cluster !== undefined
        ? containers(id, pool, cluster, plan, options)
        : pool.kind === 'fleet'
          ? fleet(id, pool, plan, options)
          : unreachable(pool.kind);
    groups[poolName] = securityGroup;
    const ways = new Set(bound.map(({ port, udp }) => `${udp ? 'udp' : 'tcp'} ${port}`));
    if (healthCheck.kind !== 'icmp' && healthCheck.port !== undefined) ways.add(`tcp ${healthCheck.port}`);
    for (const { port, udp } of bound) if (udp) ways.add(`tcp ${port}`);
    for (const way of ways) {
      const [protocol = 'tcp', port = '0'] = way.split(' ');
      const rule = `${id}-from-balancer-${protocol}-${port}`;
      allowFromGroup(rule, securityGroup, built.securityGroup, Number(port), options, protocol === 'udp' ? 'udp' : 'tcp');
    }
  }
  return groups;
}

function unreachable(kind: string): never {
  throw new Error(`no renderer for pools of kind ${kind}`);
}
