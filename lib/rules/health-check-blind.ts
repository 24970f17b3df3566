import { Unknown } from '../model';
import { defineCheckRule } from './rule';

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
  fix: 'check a path that answers 200 only when the service works, with a matcher of 200; use an HTTP check for an HTTP service',
  sources: ['https://docs.aws.amazon.com/elasticloadbalancing/latest/application/target-group-health-checks.html'],
  *check({ subjects, dependencies }) {
    for (const subject of subjects) {
      const { health, role } = subject.facts;
      if (role !== 'pool' || health === undefined || dependencies.membersOf(subject).length === 0) continue;
      const read = (path: string | undefined) => (path === undefined ? undefined : subjects.value(subject, path));
      const matcher = read(health.matcher);
      const status = matcher instanceof Unknown || matcher === undefined ? undefined : failingStatusIn(String(matcher));
      const checks = String(read(health.protocol) ?? '').toUpperCase();
      const serves = String(read(health.serviceProtocol) ?? '').toUpperCase();
      const blind =
        status !== undefined
          ? `takes status ${status} for healthy (matcher ${String(matcher)})`
          : checks === 'TCP' && serves.startsWith('HTTP')
            ? `only opens a TCP connection to a service that speaks ${serves}`
            : undefined;
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
