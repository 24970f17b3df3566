import { healthQuestions } from '../analysis';
import { defineCheckRule } from './rule';

export const healthCheckTooDeep = defineCheckRule({
  id: 'health-check-too-deep',
  category: 'MISCONFIGURATION_AND_BUGS',
  title: 'a health check asks something that all units share',
  why: 'one dip of what is shared fails the check of every unit at the same time: units that are well are restarted or get no more requests, and the dip becomes an outage that ends later than its cause',
  how: 'hosts and commands of liveness and readiness probes and of health checks of essential containers are followed to what they name: references, names of Kubernetes services, and variables of the container that hold one; what the units themselves are behind does not count',
  severity: 'warning where units are restarted or replaced; info where they only get no more requests',
  unknown:
    'what a path such as /health or a program asks is not known and makes no finding; nor does a name that nothing in the input bears',
  fix: 'ask the process itself only, and let calls to what is shared fail, be tried again and be told by an alarm',
  sources: [
    'https://docs.aws.amazon.com/wellarchitected/latest/reliability-pillar/rel_mitigate_interaction_failure_graceful_degradation.html',
    'https://aws.amazon.com/builders-library/implementing-health-checks/',
    'https://kubernetes.io/docs/concepts/configuration/liveness-readiness-startup-probes/',
  ],
  *check({ dependencies }) {
    for (const { asker, asked, question, owner } of healthQuestions(dependencies)) {
      const units = `${asker.facts.noun} "${asker.resource.id}"`;
      yield {
        severity: question.ends ? 'warning' : 'info',
        function: 'serve',
        loses: [asker.resource.id],
        scope: 'component',
        recovery: 'self-healing',
        subject: asker,
        failureDomain: `component ${asked.resource.id}`,
        message: `the ${question.noun} of ${units} asks ${asked.facts.noun} "${asked.resource.id}": all units ${question.effect} when that does not answer`,
        fix: this.fix,
        evidence: [
          {
            from: asker.resource.id,
            to: asked.resource.id,
            because: `the ${question.noun} asks it`,
            seenIn: owner,
          },
        ],
      };
    }
  },
});
