import { holds } from '../knowledge';
import { defineCheckRule } from './rule';

export const healthCheckOnAnotherPort = defineCheckRule({
  id: 'health-check-on-another-port',
  category: 'MISCONFIGURATION_AND_BUGS',
  title: 'the health check looks at another port than the one that serves',
  why: 'the process behind the checked port can be well while the one that serves is not, and the balancer keeps sending',
  how: 'the port of the check is compared with the port of the pool',
  severity: 'info',
  unknown: 'a port that is not known makes no finding',
  fix: 'check the traffic port, or make the checked endpoint report on the service itself',
  sources: ['https://docs.aws.amazon.com/elasticloadbalancing/latest/application/target-group-health-checks.html'],
  remedy: 'traffic-port',
  *check({ subjects, dependencies }) {
    for (const subject of subjects) {
      const { health, noun, role } = subject.facts;
      if (role !== 'pool' || health?.checkPort === undefined || health.port === undefined) continue;
      if (health.wrappedWhen !== undefined && holds(health.wrappedWhen, subject.resource, subjects.find) !== false) continue;
      if (dependencies.membersOf(subject).length === 0) continue;
      const checked = Number(subjects.value(subject, health.checkPort));
      const serves = Number(subjects.value(subject, health.port));
      if (!Number.isInteger(checked) || !Number.isInteger(serves) || checked === serves) continue;
      yield {
        severity: 'info',
        function: 'serve',
        loses: [subject.resource.id],
        scope: 'component',
        recovery: 'none',
        subject,
        failureDomain: `component ${subject.resource.id}`,
        message: `the health check of ${noun} "${subject.resource.id}" looks at port ${checked}, and port ${serves} serves`,
        fix: this.fix,
        evidence: [],
      };
    }
  },
});
