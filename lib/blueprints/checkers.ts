import type { Algorithm } from './algorithm';
import type { HealthCheck } from './health-check';

/** What decides that a member is healthy and shares out the load, and what it can do. */
export interface CheckerFacts {
  readonly title: string;
  readonly kinds: readonly HealthCheck['kind'][];
  readonly algorithms: readonly Algorithm[];
  /** Bounds in seconds and counts, both included; undefined: any. */
  readonly intervalSeconds?: readonly [number, number];
  /** The only intervals it knows. */
  readonly intervals?: readonly number[];
  readonly timeoutSeconds?: readonly [number, number];
  readonly threshold: readonly [number, number];
  /** Whether it probes a member that is down at another interval. */
  readonly deadInterval: boolean;
  readonly source: string;
}

/** Facts of 2026-08, keys in the order in which alternatives are named. */
export const CHECKERS = {
  alb: {
    title: 'Application Load Balancer',
    kinds: ['http'],
    algorithms: ['round-robin', 'least-connections', 'weighted-round-robin'],
    intervalSeconds: [5, 300],
    timeoutSeconds: [2, 120],
    threshold: [2, 10],
    deadInterval: false,
    source: 'https://docs.aws.amazon.com/elasticloadbalancing/latest/application/target-group-health-checks.html',
  },
  nlb: {
    title: 'Network Load Balancer',
    kinds: ['tcp', 'http'],
    algorithms: ['source-hash', 'weighted-round-robin'],
    intervalSeconds: [5, 300],
    timeoutSeconds: [2, 120],
    threshold: [2, 10],
    deadInterval: false,
    source: 'https://docs.aws.amazon.com/elasticloadbalancing/latest/network/target-group-health-checks.html',
  },
  gwlb: {
    title: 'Gateway Load Balancer',
    kinds: ['tcp', 'http'],
    algorithms: ['source-hash'],
    intervalSeconds: [5, 300],
    timeoutSeconds: [2, 120],
    threshold: [2, 10],
    deadInterval: false,
    source: 'https://docs.aws.amazon.com/elasticloadbalancing/latest/gateway/health-checks.html',
  },
  route53: {
    title: 'Route 53 health check',
    kinds: ['tcp', 'http', 'content'],
    algorithms: ['weighted-round-robin'],
    intervals: [10, 30],
    threshold: [1, 10],
    deadInterval: false,
    source: 'https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/dns-failover-determining-health-of-endpoints.html',
  },
  'global-accelerator': {
    title: 'Global Accelerator',
    kinds: ['tcp', 'http'],
    algorithms: ['source-hash', 'weighted-round-robin'],
    intervals: [10, 30],
    threshold: [1, 10],
    deadInterval: false,
    source: 'https://docs.aws.amazon.com/global-accelerator/latest/dg/about-endpoint-groups-health-check-options.html',
  },
  haproxy: {
    title: 'HAProxy',
    kinds: ['tcp', 'http', 'content'],
    algorithms: ['round-robin', 'least-connections', 'weighted-round-robin', 'weighted-least-connections', 'source-hash'],
    threshold: [1, 100],
    deadInterval: true,
    source: 'https://docs.haproxy.org/2.6/configuration.html',
  },
  keepalived: {
    title: 'keepalived',
    kinds: ['icmp', 'tcp', 'http', 'content'],
    algorithms: ['round-robin', 'least-connections', 'weighted-round-robin', 'weighted-least-connections', 'source-hash'],
    threshold: [1, 100],
    deadInterval: false,
    source: 'https://www.keepalived.org/manpage.html',
  },
  'google-load-balancer': {
    title: 'Google Cloud load balancer',
    kinds: ['tcp', 'http', 'content'],
    algorithms: ['round-robin', 'weighted-round-robin', 'source-hash'],
    intervalSeconds: [1, 300],
    timeoutSeconds: [1, 300],
    threshold: [1, 10],
    deadInterval: false,
    source: 'https://docs.cloud.google.com/load-balancing/docs/health-check-concepts',
  },
} as const satisfies Record<string, CheckerFacts>;

export type Checker = keyof typeof CHECKERS;

/** Facts of one checker with the optional ones in reach. */
export function factsOf(checker: Checker): CheckerFacts {
  return CHECKERS[checker];
}

/** Titles of the checkers that satisfy a condition, for the way out of a refusal. */
export function titlesWhere(condition: (facts: CheckerFacts) => boolean): string {
  const titles = Object.values<CheckerFacts>(CHECKERS)
    .filter(condition)
    .map((facts) => facts.title);
  return titles.length < 2 ? titles.join('') : `${titles.slice(0, -1).join(', ')} or ${titles.at(-1)}`;
}
