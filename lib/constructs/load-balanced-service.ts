import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import type * as elb from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import type * as sns from 'aws-cdk-lib/aws-sns';
import { Construct } from 'constructs';
import {
  type Algorithm,
  type CapacityPlan,
  type HealthCheck,
  type HealthCheckTimers,
  insidePortsOf,
  planCapacity,
  refuse,
  resolveTimers,
  type ServiceMap,
  type Span,
  timeToDetect,
  timeToRecover,
} from '../blueprints';
import { accessLogBucket } from './access-logs';
import { applicationBalancer } from './application-balancer';
import type { Backend, BalancerPlan } from './balancer-plan';
import { Containers } from './containers';
import { Fleet } from './fleet';
import { networkBalancer } from './network-balancer';
import { type Pool, sizeOf } from './pools';
import type { ResilientNetwork } from './resilient-network';
import { addAlarms } from './service-alarms';
import { faultsOfService } from './service-faults';

export interface LoadBalancedServiceProps {
  readonly network: ResilientNetwork;
  /** What serves, by name; each pool keeps its required capacity when a zone is lost. */
  readonly pools: Readonly<Record<string, Pool>>;
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
   * Certificates for HTTPS and TLS; managed ones renew themselves.
   * @default - none; services with TLS are refused
   */
  readonly certificateArns?: readonly string[];
  /**
   * Allow operators and AWS to move traffic out of a zone that misbehaves.
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
  /**
   * Who is told about alarms.
   * @default - alarms tell nobody
   */
  readonly alarmTopic?: sns.ITopic;
}

/**
 * Active-active servers behind a balancer, over every zone of the network. Promises that the loss of any one zone or
 * component leaves every pool with its required capacity, and says how long the users notice.
 */
export class LoadBalancedService extends Construct implements ec2.IConnectable {
  readonly loadBalancer: elb.ApplicationLoadBalancer | elb.NetworkLoadBalancer;
  /** What the pools may talk to; allow a database from this. */
  readonly connections: ec2.Connections;
  /** What was decided about each pool. */
  readonly capacity: Readonly<Record<string, CapacityPlan>>;
  /** From the fault of a unit until it gets no requests any more. */
  readonly timeToDetect: Span;
  /** From its repair until it gets requests again. */
  readonly timeToRecover: Span;

  /** @throws {RefusedError} with every property that cannot be kept: value, bound, way out */
  constructor(scope: Construct, id: string, props: LoadBalancedServiceProps) {
    super(scope, id);
    const { network, pools, balancer = 'application' } = props;
    const zones = network.zones.length;
    const names = Object.keys(pools);
    const services = props.services ?? [{ port: 80, members: names.map((name) => ({ name, port: 80 })) }];
    refuse(this.node.path, faultsOfService({ ...props, services, zones, tiers: network.tiers }));

    const plan: Omit<BalancerPlan, 'backends'> = {
      network,
      services,
      internetFacing: props.internetFacing ?? true,
      healthCheck: props.healthCheck ?? (balancer === 'application' ? { kind: 'http', path: '/' } : { kind: 'tcp' }),
      timers: resolveTimers(props.timers),
      algorithm: props.algorithm ?? (balancer === 'application' ? 'round-robin' : 'source-hash'),
      anomalyMitigation: props.anomalyMitigation ?? false,
      slowStartSeconds: props.slowStartSeconds ?? 0,
      drainingSeconds: props.drainingSeconds ?? 30,
      stickySeconds: props.stickySeconds ?? 0,
      zonalShift: props.zonalShift ?? true,
      deletionProtection: props.deletionProtection ?? true,
      certificateArns: props.certificateArns ?? [],
      accessLogs: (props.accessLogs ?? true) ? accessLogBucket(this, 'AccessLogs') : undefined,
    };
    const backends = this.buildPools(pools, plan);
    const built =
      balancer === 'application'
        ? applicationBalancer(this, { ...plan, backends })
        : networkBalancer(this, { ...plan, backends });
    this.loadBalancer = built.loadBalancer;
    this.connections = new ec2.Connections({
      securityGroups: Object.values(backends).flatMap(({ connections }) => connections.securityGroups),
    });
    this.capacity = Object.fromEntries(names.map((name) => [name, planCapacity({ requiredCapacity: 1, ...pools[name], zones })]));
    this.timeToDetect = timeToDetect(plan.timers);
    this.timeToRecover = timeToRecover(plan.timers);
    addAlarms(this, built.alarms, props.alarmTopic);
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
    const size = sizeOf(pool, network.zones.length);
    if (pool.kind === 'fleet') {
      const { group } = new Fleet(this, poolId(name), { network, pool, size, zonalShift });
      return { connections: group.connections, targetFor: () => group };
    }
    const ports = insidePortsOf(services, name);
    const { service } = new Containers(this, poolId(name), {
      network,
      cluster: cluster ?? this.buildCluster(network),
      pool,
      size,
      ports,
    });
    return {
      connections: service.connections,
      targetFor: (containerPort) => service.loadBalancerTarget({ containerName: 'Main', containerPort }),
    };
  }
}

function poolId(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}
