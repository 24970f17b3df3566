import { Unknown, type Value } from '../model';
import { defineCheckRule } from './rule';

export const groupIgnoresBalancerHealth = defineCheckRule({
  id: 'group-ignores-balancer-health',
  category: 'MISCONFIGURATION_AND_BUGS',
  title: 'a group keeps units that its balancer finds unhealthy',
  why: 'the group looks at the machine only: one whose application hangs is taken out by the balancer and never replaced, until none is left',
  how: 'the group is behind a pool or balancer, and its health check type is not that of the balancer, or it has no check of its own',
  severity: 'warning',
  unknown: 'a type of health check that is not known makes no finding',
  fix: 'set the health check type of the group to that of the load balancer, with a grace period that covers the start',
  sources: [
    'https://docs.aws.amazon.com/autoscaling/ec2/userguide/as-add-elb-healthcheck.html',
    'https://cloud.google.com/compute/docs/instance-groups/autohealing-instances-in-migs',
  ],
  remedy: 'balancer-health',
  *check({ subjects, dependencies }) {
    for (const whole of subjects) {
      if (whole.facts.role !== 'pool' && whole.facts.role !== 'balancer') continue;
      for (const group of dependencies.membersOf(whole)) {
        const decider = group.facts.health?.decider;
        if (decider === undefined || group.uncertain !== undefined) continue;
        const told = subjects.value(group, decider.path);
        if (told instanceof Unknown || isAsked(told, decider.balancer)) continue;
        yield {
          severity: 'warning',
          function: 'serve',
          loses: [whole.resource.id],
          scope: 'component',
          recovery: 'none',
          subject: group,
          failureDomain: `component ${group.resource.id}`,
          message: `${group.facts.noun} "${group.resource.id}" keeps units that "${whole.resource.id}" finds unhealthy (${decider.noun} ${told === undefined ? 'not set' : String(told)})`,
          fix:
            decider.balancer === undefined ? `give the group an ${decider.noun}, with a delay that covers the start` : this.fix,
          evidence: [{ from: whole.resource.id, to: group.resource.id, because: 'it is a member of it', seenIn: group }],
        };
      }
    }
  },
});

/** @param word - what has to be among the words told; without it anything told will do */
function isAsked(told: Value | undefined, word: string | undefined): boolean {
  if (word === undefined) return told !== undefined;
  return String(told ?? '')
    .toUpperCase()
    .split(',')
    .includes(word);
}
