import type { Analysis, Subject } from '../analysis';
import { isList, Reference, type Value } from '../model';
import { defineCheckRule } from './rule';

export const clusterWithoutInstances = defineCheckRule({
  id: 'cluster-without-instances',
  category: 'MISCONFIGURATION_AND_BUGS',
  title: 'a database cluster has no instances',
  why: 'the storage of such a cluster keeps data and answers nobody: without an instance there is no database',
  how: 'the instances that name the cluster are counted; copies in a global cluster and clusters whose identifier leaves the input are left alone; while an instance names a cluster that is not known, a cluster without instances is unproven',
  severity: 'warning',
  unknown: 'an instance whose cluster is not known may belong to any: a cluster without instances is unproven then',
  fix: 'add a writer and a reader of the same size, in two zones',
  sources: ['https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/Concepts.AuroraHighAvailability.html'],
  *check(analysis) {
    const { subjects, dependencies } = analysis;
    for (const subject of subjects) {
      const { madeOfMembers, copiesShare, noun } = subject.facts;
      if (madeOfMembers !== true || subject.uncertain !== undefined || dependencies.perhapsMembers.length > 0) continue;
      if (dependencies.membersOf(subject).length > 0 || isOffered(subject, analysis)) continue;
      // A copy in another region may keep only the data until it is needed.
      if (copiesShare !== undefined && subjects.value(subject, copiesShare) !== undefined) continue;
      yield {
        severity: 'warning',
        function: 'serve',
        loses: [subject.resource.id],
        scope: 'component',
        recovery: 'none',
        subject,
        failureDomain: `component ${subject.resource.id}`,
        message: `${noun} "${subject.resource.id}" has no instances, and nothing in the input adds any`,
        fix: this.fix,
        evidence: [],
      };
    }
  },
});

/** Whether the identifier of the cluster leaves the input, so that others can add instances. */
function isOffered({ key }: Subject, { subjects }: Analysis): boolean {
  const names = (value: Value): boolean =>
    value instanceof Reference ? value.resource === key && value.attribute === undefined : isList(value) && value.some(names);
  return subjects.system.offered.some(({ value }) => names(value));
}
