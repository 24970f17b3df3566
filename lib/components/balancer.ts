import type { SecurityGroup } from '@pulumi/aws/ec2/securityGroup';
import { Listener, type ListenerArgs } from '@pulumi/aws/lb/listener';
import { ListenerCertificate } from '@pulumi/aws/lb/listenerCertificate';
import { LoadBalancer } from '@pulumi/aws/lb/loadBalancer';
import type { TargetGroup } from '@pulumi/aws/lb/targetGroup';
import type { CustomResourceOptions } from '@pulumi/pulumi';
import type { VirtualService } from '../blueprints';
import type { BalancerPlan } from './balancer-plan';
import { allowFromBlock, securityGroup } from './security';
import { targetGroup } from './target-group';

/** One pool behind one port inside. */
export interface BoundTargets {
  readonly pool: string;
  readonly port: number;
  readonly udp: boolean;
  readonly targets: TargetGroup;
}

/** A balancer that stands. */
export interface BuiltBalancer {
  readonly loadBalancer: LoadBalancer;
  readonly securityGroup: SecurityGroup;
  readonly groups: readonly BoundTargets[];
  readonly listeners: readonly Listener[];
}

const TLS_POLICY = 'ELBSecurityPolicy-TLS13-1-2-2021-06';

/** A balancer with a node in every zone, a listener per virtual service, a target group per pool and port. */
export function balancer(name: string, plan: BalancerPlan, options: CustomResourceOptions): BuiltBalancer {
  const { network, balancer: kind, internetFacing, accessLogs } = plan;
  const group = securityGroup(`${name}-balancer`, 'the balancer', network.vpc.id, options);
  const loadBalancer = new LoadBalancer(
    name,
    {
      loadBalancerType: kind,
      internal: !internetFacing,
      subnets: network.subnetsOf(internetFacing ? 'public' : 'private').map(({ id }) => id),
      securityGroups: [group.id],
      enableDeletionProtection: plan.deletionProtection,
      enableZonalShift: plan.zonalShift,
      ...(kind === 'application' ? { dropInvalidHeaderFields: true } : { enableCrossZoneLoadBalancing: plan.crossZone }),
      ...(accessLogs === undefined ? {} : { accessLogs: { enabled: true, bucket: accessLogs.bucket.bucket } }),
    },
    // The balancer tries to write when it is made.
    accessLogs === undefined ? options : { ...options, dependsOn: [accessLogs.policy] },
  );
  const groups = new Map<string, BoundTargets>();
  for (const { protocol, members } of plan.services) {
    const udp = protocol === 'udp';
    for (const { name: pool, port } of members) {
      const id = targetsId(name, pool, port, udp);
      if (!groups.has(id)) groups.set(id, { pool, port, udp, targets: targetGroup(id, { pool, port, udp }, plan, options) });
    }
  }
  const targetsFor = (pool: string, port: number, udp: boolean) => groups.get(targetsId(name, pool, port, udp))?.targets;
  const listeners = plan.services.map((service) => listener(name, service, loadBalancer, plan, targetsFor, options));
  for (const { port, protocol } of plan.services) {
    const from = internetFacing ? '0.0.0.0/0' : network.cidr;
    allowFromBlock(`${name}-in-${port}`, group, from, port, options, protocol === 'udp' ? 'udp' : 'tcp');
  }
  redirectToTls(name, loadBalancer, group, plan, options);
  return { loadBalancer, securityGroup: group, groups: [...groups.values()], listeners };
}

function targetsId(name: string, pool: string, port: number, udp: boolean): string {
  return `${name}-${pool}-${udp ? 'udp-' : ''}${port}`;
}

function listener(
  name: string,
  { port, protocol, members }: VirtualService,
  loadBalancer: LoadBalancer,
  { balancer: kind, certificateArns }: BalancerPlan,
  targetsFor: (pool: string, port: number, udp: boolean) => TargetGroup | undefined,
  options: CustomResourceOptions,
): Listener {
  const spoken = (protocol ?? (kind === 'application' ? 'http' : 'tcp')).toUpperCase();
  const weighted = members.flatMap((member) => {
    const targets = targetsFor(member.name, member.port, protocol === 'udp');
    return targets === undefined ? [] : [{ arn: targets.arn, weight: member.weight ?? 1 }];
  });
  const [first] = weighted;
  const action: ListenerArgs['defaultActions'] =
    weighted.length === 1 && first !== undefined
      ? [{ type: 'forward', targetGroupArn: first.arn }]
      : [{ type: 'forward', forward: { targetGroups: weighted } }];
  const [certificate, ...more] = spoken === 'HTTPS' || spoken === 'TLS' ? certificateArns : [];
  const made = new Listener(
    `${name}-${port}`,
    {
      loadBalancerArn: loadBalancer.arn,
      port,
      protocol: spoken,
      defaultActions: action,
      ...(certificate === undefined ? {} : { certificateArn: certificate, sslPolicy: TLS_POLICY }),
    },
    options,
  );
  for (const [index, certificateArn] of more.entries()) {
    new ListenerCertificate(`${name}-${port}-${index + 2}`, { listenerArn: made.arn, certificateArn }, options);
  }
  return made;
}

/** Clients that come without TLS are sent to the TLS port, unless the map gives port 80 to somebody. */
function redirectToTls(
  name: string,
  loadBalancer: LoadBalancer,
  group: SecurityGroup,
  { balancer: kind, services, internetFacing, network }: BalancerPlan,
  options: CustomResourceOptions,
): void {
  const hasTls = services.some(({ port, protocol }) => port === 443 && protocol === 'https');
  if (kind !== 'application' || !hasTls || services.some(({ port }) => port === 80)) return;
  const redirect = { port: '443', protocol: 'HTTPS', statusCode: 'HTTP_301' };
  const to = { loadBalancerArn: loadBalancer.arn, port: 80, protocol: 'HTTP' };
  new Listener(`${name}-80`, { ...to, defaultActions: [{ type: 'redirect', redirect }] }, options);
  allowFromBlock(`${name}-in-80`, group, internetFacing ? '0.0.0.0/0' : network.cidr, 80, options);
}
