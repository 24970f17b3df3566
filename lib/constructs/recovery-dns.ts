import { Duration } from 'aws-cdk-lib';
import * as route53 from 'aws-cdk-lib/aws-route53';
import { LoadBalancerTarget } from 'aws-cdk-lib/aws-route53-targets';
import type { Construct } from 'constructs';
import { type ContentCheck, type HealthCheckTimers, type RecoveryStrategy, recoveryTimers, resolveTimers } from '../blueprints';
import type { LoadBalancedService } from './load-balanced-service';

interface RecoveryRecordProps {
  readonly zone: route53.IHostedZone;
  readonly role: 'primary' | 'secondary';
  readonly strategy: RecoveryStrategy;
  readonly healthCheck: ContentCheck;
  readonly timers?: HealthCheckTimers;
  readonly recordName: string;
  readonly service: LoadBalancedService;
  readonly region: string;
  readonly setIdentifier: string;
}

/**
 * The record of this Region under the name that users know, with a health check of its own that looks for a text: by
 * failover where one Region waits, by latency where both serve. Made by the stack of its own Region, so that neither
 * stack needs the other; a Region that runs nothing has none, and its record is made when it is activated.
 */
export function addRecoveryRecord(scope: Construct, props: RecoveryRecordProps): void {
  const { zone, role, strategy, recordName, service, region, setIdentifier } = props;
  const target = route53.RecordTarget.fromAlias(new LoadBalancerTarget(service.loadBalancer, { evaluateTargetHealth: true }));
  const healthCheck = regionCheck(scope, service.loadBalancer.loadBalancerDnsName, props.healthCheck, props.timers);
  new route53.ARecord(scope, 'Record', {
    zone,
    recordName,
    target,
    setIdentifier,
    healthCheck,
    ...(strategy === 'active-active'
      ? { region }
      : { failover: role === 'primary' ? route53.Failover.PRIMARY : route53.Failover.SECONDARY }),
  });
}

function regionCheck(
  scope: Construct,
  fqdn: string,
  check: ContentCheck,
  asked: HealthCheckTimers | undefined,
): route53.IHealthCheck {
  const timers = resolveTimers(recoveryTimers(asked));
  return new route53.HealthCheck(scope, 'HealthCheck', {
    type: check.tls ? route53.HealthCheckType.HTTPS_STR_MATCH : route53.HealthCheckType.HTTP_STR_MATCH,
    fqdn,
    port: check.port ?? (check.tls ? 443 : 80),
    resourcePath: check.path,
    searchString: check.contains,
    requestInterval: Duration.seconds(timers.intervalSeconds),
    failureThreshold: timers.unhealthyThreshold,
  });
}
