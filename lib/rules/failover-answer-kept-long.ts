import { Unknown } from '../model';
import { defineCheckRule } from './rule';

/** Longest time to live that still lets a failover be quick, in seconds: what Trusted Advisor warns above. */
const LONGEST = 60;

export const failoverAnswerKeptLong = defineCheckRule({
  id: 'failover-answer-kept-long',
  category: 'EXCESSIVE_LATENCY',
  title: 'resolvers keep the old answer long after a failover',
  why: 'a resolver that holds the answer of the failed target goes on handing it out until its time to live is over',
  how: 'the time to live of records that fail over or are one of several is read; aliases take that of their target',
  severity: 'warning',
  unknown: 'a time to live that is not known makes no finding',
  fix: 'set TTL to 60 or less on every record of the set',
  sources: ['https://docs.aws.amazon.com/awssupport/latest/user/fault-tolerance-checks.html'],
  remedy: 'short-ttl',
  *check({ records, subjects }) {
    for (const group of records.groups) {
      for (const { subject, failover, routed } of group) {
        const path = subject.facts.dns?.ttl;
        const told = path === undefined || (failover === undefined && !routed) ? undefined : subjects.value(subject, path);
        const seconds = told === undefined || told instanceof Unknown ? 0 : Number(told);
        if (!(seconds > LONGEST)) continue;
        yield {
          severity: 'warning',
          function: 'serve',
          loses: [subject.resource.id],
          scope: 'component',
          recovery: 'failover',
          recoverySeconds: seconds,
          subject,
          failureDomain: `component ${subject.resource.id}`,
          message: `resolvers keep the answer of "${subject.resource.id}" for ${seconds} s after it changes; ${LONGEST} s are enough`,
          fix: this.fix,
          evidence: [],
        };
      }
    }
  },
});
