import type { Analysis, Subject } from '../analysis';
import { defineCheckRule } from './rule';

export const healthCheckBlocked = defineCheckRule({
  id: 'health-check-blocked',
  category: 'MISCONFIGURATION_AND_BUGS',
  title: 'the balancer cannot reach the port that it checks',
  why: 'a target whose security group lets nobody in on the checked port is never healthy: it gets no traffic, or is replaced for ever',
  how: 'the security groups of balancer and targets are known; no rule of the targets opens the port of the pool, to the group of the balancer or to any address',
  severity: 'warning',
  unknown: 'a security group that the input does not declare may open anything, and makes no finding',
  fix: 'let the security group of the balancer in on the port of the pool',
  sources: ['https://docs.aws.amazon.com/elasticloadbalancing/latest/application/target-group-register-targets.html'],
  *check({ subjects, dependencies }) {
    const groups = dependencies.securityGroups;
    for (const balancer of subjects) {
      const own = groups.groupsWith(balancer);
      if (balancer.facts.role !== 'balancer' || own.length === 0) continue;
      for (const { to: pool } of dependencies.of(balancer)) {
        const port = checkedPort(pool, subjects);
        if (pool.facts.role !== 'pool' || port === undefined) continue;
        for (const member of dependencies.membersOf(pool)) {
          const doors = groups.groupsWith(member);
          // Tasks on hosts take any port of the host; groups declared elsewhere may open anything.
          if (member.facts.placement?.hosts !== undefined || doors.length === 0) continue;
          if (doors.some((group) => subjects.get(group) === undefined)) continue;
          if (doors.some((group) => groups.lets(group, own, port))) continue;
          yield {
            severity: 'warning',
            function: 'serve',
            loses: [balancer.resource.id],
            scope: 'component',
            recovery: 'none',
            subject: pool,
            failureDomain: `component ${member.resource.id}`,
            message: `no security group of "${member.resource.id}" lets "${balancer.resource.id}" in on port ${port}, which ${pool.facts.noun} "${pool.resource.id}" checks`,
            fix: this.fix,
            evidence: [],
          };
        }
      }
    }
  },
});

/** The port that is checked, where it is known. */
function checkedPort(pool: Subject, subjects: Analysis['subjects']): number | undefined {
  const { health } = pool.facts;
  const told = health?.checkPort === undefined ? undefined : subjects.value(pool, health.checkPort);
  const port =
    told === undefined || told === 'traffic-port'
      ? health?.port === undefined
        ? undefined
        : subjects.value(pool, health.port)
      : told;
  const number = Number(port);
  return Number.isInteger(number) && number > 0 ? number : undefined;
}
