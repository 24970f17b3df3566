import type { Analysis, Subject } from '../analysis';
import type { Scope, Severity } from '../diagnostics';
import { defineCheckRule } from './rule';

/** Automatic backups follow by this much at best; no other setting makes them younger. */
const BEST_BACKUP = 300;

export const dataOlderThanObjective = defineCheckRule({
  id: 'data-older-than-objective',
  category: 'EXCESSIVE_LATENCY',
  title: 'what comes back after a loss is older than allowed',
  why: 'whatever was written after the last backup, or had not reached the copy, is gone when the store comes back from there',
  how: 'for every store that is lost with its zone, or with its region where that is judged, the youngest data that is left is looked for: copies by how far they follow, automatic backups, plans of backups by the longest time between two; the age is compared with the objective rpo in nospof.yaml; of a mistake only backups are left. Plans that choose by tags leave it open',
  severity: 'warning; info for what only a mistake takes',
  unknown:
    'plans that choose by tags, and schedules that are not known, make no finding; without an objective in nospof.yaml nothing is compared',
  fix: 'use a standby that takes every write, a copy that follows more closely, point-in-time recovery, or more frequent backups; copy backups to another region where that is judged',
  sources: [
    'https://docs.aws.amazon.com/wellarchitected/latest/reliability-pillar/recovery-time-objective-rto-and-recovery-point-objective-rpo.html',
  ],
  *check(analysis) {
    const { subjects, annotations, model, dataAges } = analysis;
    const allowed = annotations.recoveryPointObjectiveSeconds;
    if (allowed === undefined) return;
    for (const store of subjects) {
      // Members of a cluster keep nothing of their own.
      if ((store.facts.dataAges ?? []).length === 0 || store.uncertain !== undefined || store.facts.repeatsSource === true)
        continue;
      const { region } = store.resource.stack;
      const questions = [
        { scope: 'zone', domain: 'its zone', event: 'its zone fails', after: dataAges.afterZone(store), most: allowed },
        ...(model.judges('region')
          ? [
              {
                scope: 'region',
                domain: `region ${region}`,
                event: `region ${region} fails`,
                after: dataAges.afterRegion(store),
                most: allowed,
              } as const,
            ]
          : []),
        {
          scope: 'component',
          domain: `component ${store.resource.id}`,
          event: 'data is deleted or spoilt by mistake',
          after: dataAges.afterMistake(store),
          most: Math.max(allowed, BEST_BACKUP),
        },
      ] as const;
      const worst = questions.find(
        ({ after, most }) => after !== undefined && (after.seconds ?? Number.POSITIVE_INFINITY) > most,
      );
      if (worst?.after === undefined) continue;
      yield {
        severity: severityOf(worst.scope),
        function: 'recover',
        loses: [store.resource.id],
        scope: worst.scope,
        recovery: 'none',
        subject: store,
        failureDomain: worst.domain,
        message: `${said(store, worst.after)} when ${worst.event}; ${allowed} s are allowed`,
        fix: this.fix,
        evidence: [],
      };
    }
  },
});

function severityOf(scope: Scope): Severity {
  return scope === 'component' ? 'info' : 'warning';
}

function said(
  { facts, resource }: Subject,
  { seconds, because }: NonNullable<ReturnType<Analysis['dataAges']['afterZone']>>,
): string {
  const what = `${facts.noun} "${resource.id}"`;
  if (because === undefined) return `${what} has neither a copy nor a backup elsewhere`;
  return seconds === undefined
    ? `nothing bounds how much of its newest data ${what} misses (${because})`
    : `${what} misses up to ${seconds} s of its newest data (${because})`;
}
