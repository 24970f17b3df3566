import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import type * as elb from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import { Construct } from 'constructs';
import {
  insidePortsOf,
  planCapacity,
  refuse,
  type Span,
  serviceTable,
  settleService,
  sizeOf,
  timeToDetect,
  timeToRecover,
} from '../blueprints';
import { accessLogBucket } from './access-logs';
import { applicationBalancer } from './application-balancer';
import { addAutoshift } from './autoshift';
import type { Backend, BalancerPlan } from './balancer-plan';
import { Containers } from './containers';
import { Fleet } from './fleet';
import { networkBalancer } from './network-balancer';
import type { Pool } from './pools';
import type { ResilientNetwork } from './resilient-network';
import { resizeGroup, resizeTasks, type ScalablePool } from './scalable-pool';
import { addAlarms } from './service-alarms';
import { faultsOfService } from './service-faults';
import type { LoadBalancedServiceProps } from './service-props';

/**
 * Active-active servers behind a balancer, over every zone of the network. Promises that the loss of any one zone or
 * component leaves every pool with its required capacity, and says how long the users notice.
 */
export class LoadBalancedService extends Construct implements ec2.IConnectable {
  readonly loadBalancer: elb.ApplicationLoadBalancer | elb.NetworkLoadBalancer;
  /** What the pools may talk to; allow a database from this. */
  readonly connections: ec2.Connections;
  /** What was decided about each pool, and how its size is moved. */
  readonly pools: Readonly<Record<string, ScalablePool>>;
  /** The service table, one line per member: `Service:80 -> web:5000 weight 1`. */
  readonly table: readonly string[];
  /** From the fault of a unit until it gets no requests any more. */
  readonly timeToDetect: Span;
  /** From its repair until it gets requests again. */
  readonly timeToRecover: Span;

  /** @throws {RefusedError} with every property that cannot be kept: value, bound, way out */
  constructor(scope: Construct, id: string, props: LoadBalancedServiceProps) {
    super(scope, id);
    const { network, pools, certificateArns = [] } = props;
    const settled = settleService(props, Object.keys(pools));
    const { balancer, services } = settled;
    refuse(this.node.path, faultsOfService({ ...props, services, zones: network.zones.length, tiers: network.tiers }));

    const accessLogs = settled.accessLogs ? accessLogBucket(this, 'AccessLogs') : undefined;
    const plan: Omit<BalancerPlan, 'backends'> = { ...settled, network, certificateArns, accessLogs };
    const backends = this.buildPools(pools, plan);
    const built =
      balancer === 'application'
        ? applicationBalancer(this, { ...plan, backends })
        : networkBalancer(this, { ...plan, backends });
    this.loadBalancer = built.loadBalancer;
    this.connections = new ec2.Connections({
      securityGroups: Object.values(backends).flatMap(({ connections }) => connections.securityGroups),
    });
    this.pools = Object.fromEntries(Object.entries(backends).map(([name, { pool }]) => [name, pool]));
    this.table = serviceTable(this.node.id, services);
    this.timeToDetect = timeToDetect(plan.timers);
    this.timeToRecover = timeToRecover(plan.timers);
    const alarms = addAlarms(this, built.alarms, props.alarmTopic);
    if (props.zonalAutoshift) addAutoshift(this, this.loadBalancer.loadBalancerArn, alarms);
    // The balancer answers from public subnets, so it needs the way to the internet to stand first.
    if (plan.internetFacing) this.loadBalancer.node.addDependency(network.vpc.internetConnectivityEstablished);
  }

  private buildPools(pools: Readonly<Record<string, Pool>>, plan: Omit<BalancerPlan, 'backends'>): Record<string, Backend> {
    const hasContainers = Object.values(pools).some(({ kind }) => kind === 'containers');
    const cluster = hasContainers ? this.buildCluster(plan.network) : undefined;
    return Object.fromEntries(Object.entries(pools).map(([name, pool]) => [name, this.buildPool(name, pool, plan, cluster)]));
  }

  private buildCluster({ vpc }: ResilientNetwork): ecs.ICluster {
    return new ecs.Cluster(this, 'Cluster', { vpc, containerInsightsV2: ecs.ContainerInsights.ENABLED }) as ecs.ICluster;
  }

  private buildPool(
    name: string,
    pool: Pool,
    { network, services, zonalShift }: Omit<BalancerPlan, 'backends'>,
    cluster: ecs.ICluster | undefined,
  ): Backend {
    const zones = network.zones.length;
    const size = sizeOf(pool, zones);
    const decided = { plan: planCapacity({ ...pool, zones }), floor: size.floor, ceiling: size.ceiling };
    if (pool.kind === 'fleet') {
      const { group } = new Fleet(this, poolId(name), { network, pool, size, tier: 'private', zonalShift });
      return {
        connections: group.connections,
        targetFor: () => group,
        pool: { ...decided, role: group.role, resize: resizeGroup(group) },
      };
    }
    const ports = insidePortsOf(services, name);
    const { service, scaling } = new Containers(this, poolId(name), {
      network,
      cluster: cluster ?? this.buildCluster(network),
      pool,
      size,
      ports,
    });
    return {
      connections: service.connections,
      targetFor: (containerPort) => service.loadBalancerTarget({ containerName: 'Main', containerPort }),
      pool: { ...decided, role: service.taskDefinition.taskRole, resize: resizeTasks(scaling) },
    };
  }
}

function poolId(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}
