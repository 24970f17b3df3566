import { defineCheckRule } from './rule';

export const failoverRecordWithoutSecondary = defineCheckRule({
  id: 'failover-record-without-secondary',
  category: 'MISCONFIGURATION_AND_BUGS',
  title: 'a failover record has nowhere to fail over to',
  why: 'failover routing answers with the secondary when the primary is unhealthy; without one it goes on answering with the primary',
  how: 'records of one zone, name and type are read together; a PRIMARY is looked at for its SECONDARY and a SECONDARY for its PRIMARY',
  severity: 'warning',
  unknown: 'a record that stands in an input that was not given cannot be seen: give all of them at once',
  fix: 'add the missing record of the pair, with its own health evaluation, or use a simple record',
  sources: ['https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/dns-failover-types.html'],
  *check({ records }) {
    for (const group of records.groups) {
      const kinds = new Set(group.map(({ failover }) => failover));
      const [first] = group;
      if (first === undefined || first.failover === undefined || (kinds.has('PRIMARY') && kinds.has('SECONDARY'))) continue;
      const missing = first.failover === 'PRIMARY' ? 'SECONDARY' : 'PRIMARY';
      yield {
        severity: 'warning',
        function: 'serve',
        loses: [first.subject.resource.id],
        scope: 'component',
        recovery: 'none',
        subject: first.subject,
        failureDomain: `component ${first.subject.resource.id}`,
        message: `failover record "${first.subject.resource.id}" is ${first.failover} and has no ${missing}`,
        fix: this.fix,
        evidence: [],
      };
    }
  },
});
