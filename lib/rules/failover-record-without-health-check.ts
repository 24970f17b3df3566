import { defineCheckRule } from './rule';

export const failoverRecordWithoutHealthCheck = defineCheckRule({
  id: 'failover-record-without-health-check',
  category: 'MISCONFIGURATION_AND_BUGS',
  title: 'a record that should fail over is never found unhealthy',
  why: 'a record without a health check counts as healthy for ever, so the answer never changes when its target fails',
  how: 'each record of a failover, weighted, latency or multi-value set is looked at for a health check or target evaluation; a SECONDARY and one of weight 0 may go without',
  severity: 'warning',
  unknown: 'an evaluation that is not known makes no finding',
  fix: 'set HealthCheckId, or EvaluateTargetHealth: true on the alias target',
  sources: ['https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/dns-failover-types.html'],
  remedy: 'target-health',
  *check({ records }) {
    for (const group of records.groups) {
      for (const { subject, standby, failover, evaluated, routed } of group) {
        if (evaluated !== false || standby || (failover === undefined && !(routed && group.length > 1))) continue;
        yield {
          severity: 'warning',
          function: 'serve',
          loses: [subject.resource.id],
          scope: 'component',
          recovery: 'none',
          subject,
          failureDomain: `component ${subject.resource.id}`,
          message: `${failover === undefined ? 'one of several records' : `${failover} failover record`} "${subject.resource.id}" has no health evaluation, so it always counts as healthy`,
          fix: this.fix,
          evidence: [],
        };
      }
    }
  },
});
