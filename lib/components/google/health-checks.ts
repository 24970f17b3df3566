import { HealthCheck as GoogleCheck, type HealthCheckArgs } from '@pulumi/gcp/compute/healthCheck';
import { RegionHealthCheck } from '@pulumi/gcp/compute/regionHealthCheck';
import type { CustomResourceOptions } from '@pulumi/pulumi';
import type { HealthCheck, Timers } from '../../blueprints';

/** Asks each unit on the port that it serves on, for the balancer. */
export function servingCheck(name: string, check: HealthCheck, timers: Timers, options: CustomResourceOptions): GoogleCheck {
  return new GoogleCheck(name, { ...questionOf(check), ...whenOf(timers), logConfig: { enable: true } }, options);
}

/**
 * Asks each unit for the group, which replaces it. It gives up later than the balancer: a unit that is only busy is left
 * alone for a while, and replacing it would make the others busier.
 */
export function healingCheck(
  name: string,
  check: HealthCheck,
  port: number,
  timers: Timers,
  options: CustomResourceOptions,
): RegionHealthCheck {
  const patient = { ...timers, unhealthyThreshold: Math.min(10, 3 * timers.unhealthyThreshold) };
  return new RegionHealthCheck(name, { ...questionOf(check, port), ...whenOf(patient), logConfig: { enable: true } }, options);
}

function whenOf({ intervalSeconds, timeoutSeconds, unhealthyThreshold, healthyThreshold }: Timers): HealthCheckArgs {
  return { checkIntervalSec: intervalSeconds, timeoutSec: timeoutSeconds, unhealthyThreshold, healthyThreshold };
}

/** @param serving - the port to ask where the check names none; without it that of the backend service */
function questionOf(check: HealthCheck, serving?: number): HealthCheckArgs {
  const fixed = (check.kind === 'icmp' ? undefined : check.port) ?? serving;
  const where =
    fixed === undefined ? { portSpecification: 'USE_SERVING_PORT' } : { portSpecification: 'USE_FIXED_PORT', port: fixed };
  if (check.kind === 'http' || check.kind === 'content') {
    const asked = {
      ...where,
      requestPath: check.path,
      ...(check.kind === 'content' ? { response: check.contains } : {}),
    };
    return check.tls ? { httpsHealthCheck: asked } : { httpHealthCheck: asked };
  }
  return { tcpHealthCheck: where };
}
