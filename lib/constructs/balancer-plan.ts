import type { Connections } from 'aws-cdk-lib/aws-ec2';
import type * as elb from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import type * as s3 from 'aws-cdk-lib/aws-s3';
import type { SettledService } from '../blueprints';
import type { ResilientNetwork } from './resilient-network';
import type { ScalablePool } from './scalable-pool';
import type { AlarmPlan } from './service-alarms';

/** What stands behind one name of a service map. */
export interface Backend {
  /** What a target group takes in for a port inside. */
  targetFor(port: number): elb.IApplicationLoadBalancerTarget & elb.INetworkLoadBalancerTarget;
  readonly connections: Connections;
  readonly pool: ScalablePool;
}

/** Everything that a balancer renders; checked before. */
export interface BalancerPlan extends Omit<SettledService, 'accessLogs'> {
  readonly network: ResilientNetwork;
  readonly backends: Readonly<Record<string, Backend>>;
  readonly certificateArns: readonly string[];
  readonly accessLogs: s3.IBucket | undefined;
}

/** A balancer that stands. */
export interface BuiltBalancer {
  readonly loadBalancer: elb.ApplicationLoadBalancer | elb.NetworkLoadBalancer;
  readonly alarms: readonly AlarmPlan[];
}
