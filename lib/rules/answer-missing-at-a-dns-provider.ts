import { defineCheckRule } from './rule';

export const answerMissingAtADnsProvider = defineCheckRule({
  id: 'answer-missing-at-a-dns-provider',
  category: 'MISCONFIGURATION_AND_BUGS',
  title: 'a name is answered by some of the DNS providers that its domain is handed to',
  why: 'whoever asks turns to any of the name servers: one that knows no answer says that the name does not exist, every time, and fails over to nobody',
  how: 'zones of one name that a delegation hands it to are read together; each has to have a record for every name and type that another one answers',
  severity: 'error',
  unknown: 'records and zones that the input does not hold cannot be seen; a name whose delegation is not known is unproven',
  fix: 'give every zone the same records, from one source',
  sources: ['https://www.rfc-editor.org/rfc/rfc2182'],
  *check({ records }) {
    for (const [first] of records.groups) {
      if (first === undefined) continue;
      const { sets, silent, undelegated } = records.questionOf(first.subject);
      const [zone] = silent;
      // Every set of a question would say the same.
      if (zone === undefined || undelegated !== undefined || sets[0]?.[0]?.subject !== first.subject) continue;
      const { id } = first.subject.resource;
      yield {
        severity: 'error',
        function: 'serve',
        loses: [id],
        scope: 'component',
        recovery: 'none',
        subject: zone,
        failureDomain: `component ${zone.resource.id}`,
        message: `${zone.facts.noun} "${zone.resource.id}" is asked for the name of "${id}" too, and has no record of it`,
        fix: this.fix,
        evidence: [],
      };
    }
  },
});
