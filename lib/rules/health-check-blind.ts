import type { Analysis, Subject } from '../analysis';
import { Unknown, type Value } from '../model';
import { defineCheckRule } from './rule';

/** Ports that IANA assigns to HTTP and HTTPS and their usual alternatives. */
const HTTP_PORTS = new Set([80, 443, 8080, 8443]);

/** Lowest status that a matcher such as `200-499` or `200,404` takes for healthy and that says that the request failed. */
function failingStatusIn(matcher: string): number | undefined {
  for (const part of matcher.split(',')) {
    const [low, high] = part.split('-').map((text) => Number(text.trim()));
    const top = high ?? low;
    if (low === undefined || top === undefined || Number.isNaN(low) || Number.isNaN(top)) continue;
    if (top >= 400) return Math.max(low, 400);
  }
  return undefined;
}

export const healthCheckBlind = defineCheckRule({
  id: 'health-check-blind',
  category: 'MISCONFIGURATION_AND_BUGS',
  title: 'a health check cannot see that the service fails',
  why: 'a target that answers 404 or that only accepts connections is counted as healthy: the balancer keeps sending requests to it',
  how: 'the matcher is read for statuses of 400 and above; a TCP check is compared with the protocol that the pool serves',
  severity: 'warning',
  unknown: 'a matcher, protocol or port that is not known makes no finding',
  fix: 'check a path that answers 200 only when the service works, with a matcher of 200; use an HTTP check for an HTTP service',
  sources: [
    'https://docs.aws.amazon.com/elasticloadbalancing/latest/application/target-group-health-checks.html',
    'https://cloud.google.com/load-balancing/docs/health-check-concepts',
  ],
  remedy: 'strict-health',
  *check({ subjects, dependencies }) {
    for (const subject of subjects) {
      if (subject.facts.health === undefined || dependencies.membersOf(subject).length === 0) continue;
      const blind = blindness(subject, subjects);
      if (blind === undefined) continue;
      yield {
        severity: 'warning',
        function: 'serve',
        loses: [subject.resource.id],
        scope: 'component',
        recovery: 'none',
        subject,
        failureDomain: `component ${subject.resource.id}`,
        message: `the health check of ${subject.facts.noun} "${subject.resource.id}" ${blind}`,
        fix: this.fix,
        evidence: [],
      };
    }
  },
});

/** What the check cannot see, or undefined. */
function blindness(subject: Subject, subjects: Analysis['subjects']): string | undefined {
  const { health } = subject.facts;
  const read = (path: string | undefined) => (path === undefined ? undefined : subjects.value(subject, path));
  const matcher = read(health?.matcher);
  const status = matcher instanceof Unknown || matcher === undefined ? undefined : failingStatusIn(String(matcher));
  if (status !== undefined) return `takes status ${status} for healthy (matcher ${String(matcher)})`;
  const isOff = health?.enabled !== undefined && String(read(health.enabled)).toLowerCase() === 'false';
  const serves = wordsOf(health?.serviceProtocol === undefined ? [] : subjects.values(subject, health.serviceProtocol));
  // Functions have no protocol, and need no check.
  if (isOff && serves.length > 0) return 'is switched off';
  const [target] = wordsOf([read(health?.target) ?? '']).map((word) => word.split(':')[0]);
  // Without a protocol of its own a check follows the pool: HTTP for HTTP, a bare connection for everything else.
  const [told] = wordsOf([read(health?.protocol) ?? '']);
  const checks = target || told || (serves.some((word) => word.startsWith('HTTP')) || serves.length === 0 ? 'HTTP' : 'TCP');
  if (checks !== 'TCP' && checks !== 'SSL') return undefined;
  const spoken = serves.find((word) => word.startsWith('HTTP'));
  if (spoken !== undefined) return `only opens a ${checks} connection to a service that speaks ${spoken}`;
  const port = Number(read(health?.port));
  return HTTP_PORTS.has(port) ? `only opens a ${checks} connection to port ${port}, which speaks HTTP by assignment` : undefined;
}

function wordsOf(values: readonly Value[]): string[] {
  return values.flatMap((value) => (typeof value === 'string' && value !== '' ? [value.toUpperCase()] : []));
}
