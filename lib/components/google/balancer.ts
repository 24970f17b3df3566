import { BackendService } from '@pulumi/gcp/compute/backendService';
import { GlobalAddress } from '@pulumi/gcp/compute/globalAddress';
import { GlobalForwardingRule } from '@pulumi/gcp/compute/globalForwardingRule';
import type { HealthCheck } from '@pulumi/gcp/compute/healthCheck';
import type { RegionInstanceGroupManager } from '@pulumi/gcp/compute/regionInstanceGroupManager';
import { SSLPolicy } from '@pulumi/gcp/compute/sslpolicy';
import { TargetHttpProxy } from '@pulumi/gcp/compute/targetHttpProxy';
import { TargetHttpsProxy } from '@pulumi/gcp/compute/targetHttpsProxy';
import { URLMap } from '@pulumi/gcp/compute/urlmap';
import type { CustomResourceOptions, Input } from '@pulumi/pulumi';
import type { SettledService, VirtualService } from '../../blueprints';
import { portNameOf } from './fleet';

/** Everything that a balancer renders; checked before. */
export interface BalancerPlan extends SettledService {
  readonly groups: ReadonlyMap<string, RegionInstanceGroupManager>;
  readonly check: HealthCheck;
  readonly certificates: readonly Input<string>[];
}

const SCHEME = 'EXTERNAL_MANAGED';

/** A balancer that stands. */
export interface BuiltBalancer {
  readonly address: GlobalAddress;
  /** By port outside. */
  readonly routes: ReadonlyMap<number, URLMap>;
}

/** One address that is announced everywhere, and behind it a rule per virtual service and a pool per group and port. */
export function balancer(name: string, plan: BalancerPlan, options: CustomResourceOptions): BuiltBalancer {
  const address = new GlobalAddress(name, { addressType: 'EXTERNAL', ipVersion: 'IPV4' }, options);
  const pools = new Map<string, BackendService>();
  for (const { members } of plan.services) {
    for (const { name: pool, port } of members) {
      const id = `${name}-${pool}-${port}`;
      const group = plan.groups.get(pool);
      if (group !== undefined && !pools.has(id)) pools.set(id, backendService(id, group, port, plan, options));
    }
  }
  const maps = new Map<number, URLMap>();
  for (const service of plan.services) {
    const id = `${name}-${service.port}`;
    const routes = routesOf(id, name, service, pools, options);
    maps.set(service.port, routes);
    forward(id, service.port, proxy(id, service, routes, plan, options), address, options);
  }
  redirectToTls(name, plan, address, options);
  return { address, routes: maps };
}

function backendService(
  id: string,
  group: RegionInstanceGroupManager,
  port: number,
  { check, drainingSeconds, stickySeconds, algorithm, accessLogs }: BalancerPlan,
  options: CustomResourceOptions,
): BackendService {
  return new BackendService(
    id,
    {
      loadBalancingScheme: SCHEME,
      protocol: 'HTTP',
      portName: portNameOf(port),
      backends: [{ group: group.instanceGroup, balancingMode: 'UTILIZATION', maxUtilization: 0.8, capacityScaler: 1 }],
      healthChecks: check.id,
      connectionDrainingTimeoutSec: drainingSeconds,
      // Clients are kept with their unit by a policy that hashes, and by no other.
      localityLbPolicy: stickySeconds > 0 || algorithm === 'source-hash' ? 'MAGLEV' : 'ROUND_ROBIN',
      ...(stickySeconds > 0 ? { sessionAffinity: 'GENERATED_COOKIE', affinityCookieTtlSec: stickySeconds } : {}),
      ...(algorithm === 'source-hash' ? { sessionAffinity: 'CLIENT_IP' } : {}),
      ...(accessLogs ? { logConfig: { enable: true, sampleRate: 1 } } : {}),
    },
    options,
  );
}

function routesOf(
  id: string,
  name: string,
  { members }: VirtualService,
  pools: ReadonlyMap<string, BackendService>,
  options: CustomResourceOptions,
): URLMap {
  const weighted = members.flatMap(({ name: pool, port, weight = 1 }) => {
    const backend = pools.get(`${name}-${pool}-${port}`);
    return backend === undefined ? [] : [{ backendService: backend.id, weight }];
  });
  const [first, second] = weighted;
  if (first !== undefined && second === undefined) return new URLMap(id, { defaultService: first.backendService }, options);
  return new URLMap(id, { defaultRouteAction: { weightedBackendServices: weighted } }, options);
}

function proxy(
  id: string,
  { protocol }: VirtualService,
  routes: URLMap,
  { certificates }: BalancerPlan,
  options: CustomResourceOptions,
): Input<string> {
  if (protocol !== 'https') return new TargetHttpProxy(id, { urlMap: routes.id }, options).id;
  const policy = new SSLPolicy(id, { profile: 'MODERN', minTlsVersion: 'TLS_1_2' }, options);
  return new TargetHttpsProxy(id, { urlMap: routes.id, sslCertificates: [...certificates], sslPolicy: policy.id }, options).id;
}

function forward(id: string, port: number, target: Input<string>, address: GlobalAddress, options: CustomResourceOptions): void {
  const to = { target, portRange: String(port), ipAddress: address.address };
  new GlobalForwardingRule(id, { ...to, loadBalancingScheme: SCHEME }, options);
}

/** Clients that come without TLS are sent to the TLS port, unless the map gives port 80 to somebody. */
function redirectToTls(name: string, { services }: BalancerPlan, address: GlobalAddress, options: CustomResourceOptions): void {
  const hasTls = services.some(({ port, protocol }) => port === 443 && protocol === 'https');
  if (!hasTls || services.some(({ port }) => port === 80)) return;
  const redirect = { httpsRedirect: true, redirectResponseCode: 'MOVED_PERMANENTLY_DEFAULT', stripQuery: false };
  const routes = new URLMap(`${name}-80`, { defaultUrlRedirect: redirect }, options);
  forward(`${name}-80`, 80, new TargetHttpProxy(`${name}-80`, { urlMap: routes.id }, options).id, address, options);
}
