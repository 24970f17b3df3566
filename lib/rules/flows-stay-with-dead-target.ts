import { holds } from '../knowledge';
import { defineCheckRule } from './rule';

export const flowsStayWithDeadTarget = defineCheckRule({
  id: 'flows-stay-with-dead-target',
  category: 'EXCESSIVE_LATENCY',
  title: 'flows stay with an appliance that is gone',
  why: 'a balancer of packets keeps each flow on the appliance that it began with: without rebalancing, flows of a dead appliance hang until clients or timers end them',
  how: 'pools that take wrapped packets are looked at for the setting that moves flows of unhealthy targets',
  severity: 'info',
  unknown: 'a protocol or an attribute that is not known makes no finding',
  fix: 'set the attributes target_failover.on_unhealthy and target_failover.on_deregistration to rebalance',
  sources: ['https://docs.aws.amazon.com/elasticloadbalancing/latest/gateway/edit-target-group-attributes.html'],
  *check({ subjects, dependencies }) {
    for (const subject of subjects) {
      const { health, noun } = subject.facts;
      if (health?.wrappedWhen === undefined || health.flowsMoveWhen === undefined || subject.uncertain !== undefined) continue;
      if (holds(health.wrappedWhen, subject.resource, subjects.find) !== true) continue;
      if (holds(health.flowsMoveWhen, subject.resource, subjects.find) !== false) continue;
      if (dependencies.membersOf(subject).length === 0) continue;
      yield {
        severity: 'info',
        function: 'serve',
        loses: [subject.resource.id],
        scope: 'component',
        recovery: 'failover',
        subject,
        failureDomain: `component ${subject.resource.id}`,
        message: `${noun} "${subject.resource.id}" does not move the flows of an appliance that fails`,
        fix: this.fix,
        evidence: [],
      };
    }
  },
});
