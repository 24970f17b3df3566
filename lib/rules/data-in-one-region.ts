import type { Analysis, Subject } from '../analysis';
import { ArnNames } from '../analysis';
import { Unknown } from '../model';
import { defineCheckRule } from './rule';

export const dataInOneRegion = defineCheckRule({
  id: 'data-in-one-region',
  category: 'SINGLE_POINT_OF_FAILURE',
  title: 'data that is needed is kept in one region only',
  why: 'a second region that serves on without the data of the first has lost it, however healthy it looks',
  how: 'in a system over several regions, every store that something needs is looked for in a second one: replicas, members of a global cluster, replication to a store elsewhere, backups that are kept there; a store that is only copied into keeps what is written to it alone',
  severity: 'error; warning for a copy that is written to and not copied back',
  unknown:
    'a copy that the input names and does not declare counts as one, and so does a region that is not known; whether it is there is not checked. Where what copies is in no template, nothing is said',
  fix: 'replicate the store to another region, or accept the finding where its content can be made again',
  sources: [
    'https://docs.aws.amazon.com/whitepapers/latest/disaster-recovery-workloads-on-aws/disaster-recovery-options-in-the-cloud.html',
  ],
  *check(analysis) {
    const { subjects, dependencies, model, verdicts, dataAges } = analysis;
    if (!model.judges('region') || regionsThatRun(analysis).size < 2) return;
    const names = new ArnNames(subjects);
    // A function that is lost with the region says so itself.
    const blamed = new Set(verdicts.losses.filter(({ domain }) => domain.scope === 'region').map(({ culprit }) => culprit));
    for (const store of subjects) {
      const { keepsData, copyIsWritable, noun } = store.facts;
      if (keepsData !== true || blamed.has(store) || !dependencies.isNeeded(store)) continue;
      const [region, another] = [...names.regionsOf(store)].sort();
      if (region === undefined || another !== undefined || dependencies.copyOutside(store) !== undefined) continue;
      if (hasOpenRegion(store, analysis) || dataAges.isBackedUpElsewhere(store)) continue;
      const isElsewhere = (copy: Subject) => copy.resource.stack.region !== region;
      if (dependencies.receiversOf(store).some(isElsewhere)) continue;
      const source = dependencies.standbysOf(store).find(isElsewhere);
      if (source !== undefined && copyIsWritable !== true) continue;
      const written =
        source === undefined ? 'its data' : `what is written to it, and not to its source in ${source.resource.stack.region},`;
      yield {
        // A copy may be there to be read only; what is in it is elsewhere too.
        severity: source === undefined ? 'error' : 'warning',
        function: 'serve',
        loses: [store.resource.id],
        scope: 'region',
        recovery: 'none',
        subject: store,
        failureDomain: `region ${region}`,
        message: `${noun} "${store.resource.id}" keeps ${written} in ${region} only`,
        fix: this.fix,
        evidence: [],
      };
    }
  },
});

/** One of the regions that it is in is not known. */
function hasOpenRegion(store: Subject, { subjects }: Analysis): boolean {
  return (store.facts.regions ?? []).some((path) => subjects.values(store, path).some((value) => value instanceof Unknown));
}

/** Regions in which something runs or keeps data. */
function regionsThatRun({ subjects }: Analysis): ReadonlySet<string> {
  const runs = ({ facts: { role } }: Subject) => role === 'compute' || role === 'store' || role === 'balancer';
  return new Set([...subjects].filter(runs).map(({ resource }) => resource.stack.region));
}
