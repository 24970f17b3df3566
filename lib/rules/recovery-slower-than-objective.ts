import { defineCheckRule } from './rule';

export const recoverySlowerThanObjective = defineCheckRule({
  id: 'recovery-slower-than-objective',
  category: 'EXCESSIVE_LATENCY',
  title: 'noticing a loss and moving away from it takes longer than allowed',
  why: 'a function that survives is still down while health checks count, caches of names expire and standbys are promoted',
  how: 'the timers that are set are composed along the path for every zone, and every region and provider where their loss is judged; the slowest part is compared with the objective in nospof.yaml',
  severity: 'warning',
  unknown: 'a timer that is not known counts with its default; without an objective in nospof.yaml nothing is compared',
  fix: 'shorten the interval, the threshold or the time to live, or choose a faster standby',
  sources: [
    'https://docs.aws.amazon.com/wellarchitected/latest/reliability-pillar/recovery-time-objective-rto-and-recovery-point-objective-rpo.html',
  ],
  *check({ annotations, functions, model, verdicts, recoveryTimes }) {
    const allowed = annotations.recoveryTimeObjectiveSeconds;
    if (allowed === undefined) return;
    const said = new Set<string>();
    for (const [event, domain] of model.domains.entries()) {
      if (domain.scope === 'component') continue;
      const slowest = recoveryTimes.under(event);
      for (const offered of functions) {
        if (offered.kind !== 'serve' || verdicts.cuts[offered.node]?.must.includes(event) === true) continue;
        const shift = slowest(offered.node);
        if (shift === undefined || shift.seconds <= allowed || said.has(shift.subject.key)) continue;
        said.add(shift.subject.key);
        yield {
          severity: 'warning',
          function: 'serve',
          loses: [offered.name],
          scope: domain.scope,
          recovery: 'failover',
          recoverySeconds: shift.seconds,
          subject: shift.subject,
          failureDomain: domain.label,
          message: `"${offered.name}" is down for up to ${shift.seconds} s when ${domain.label} fails (${shift.because}); ${allowed} s are allowed`,
          fix: this.fix,
          evidence: [],
        };
      }
    }
  },
});
