import { ArnNames, type Subject } from '../analysis';
import { type ArnText, arnsIn } from '../knowledge';
import { defineCheckRule } from './rule';

const KEEPS = new Set(['store', 'queue', 'member', 'cache']);

export const missingInItsRegion = defineCheckRule({
  id: 'missing-in-its-region',
  category: 'SINGLE_POINT_OF_FAILURE',
  title: 'something is asked for in a region that it is not in',
  why: 'a second region that asks for a table, a secret or an image of its own, and has none, cannot take over: what it asks for is lost with the first region',
  how: 'ARNs and addresses of images in all properties are read; each that names something of the input is looked for in the region that is written there, with replicas and replication counted',
  severity: 'error for what keeps data; warning for everything else',
  unknown: 'names whose region is not known make no finding',
  fix: 'replicate it to that region: a replica of the table or the secret, a replication rule for images',
  sources: [
    'https://docs.aws.amazon.com/whitepapers/latest/disaster-recovery-workloads-on-aws/disaster-recovery-options-in-the-cloud.html',
  ],
  *check({ subjects, model }) {
    if (!model.judges('region')) return;
    const names = new ArnNames(subjects);
    const told = new Set<string>();
    for (const asker of subjects) {
      for (const arn of arnsIn(asker.resource.properties)) {
        // A permission may allow more than there is, in regions beside its own.
        const isMeant = arn.region === asker.resource.stack.region || asker.facts.role !== 'identity';
        for (const missing of isMeant ? missingOf(arn, names) : []) {
          const key = `${missing.key} ${arn.region}`;
          if (told.has(key)) continue;
          told.add(key);
          const { noun, role } = missing.facts;
          const places = [...names.regionsOf(missing)].sort();
          yield {
            severity: KEEPS.has(role) ? 'error' : 'warning',
            function: KEEPS.has(role) ? 'serve' : 'recover',
            loses: [asker.resource.id],
            scope: 'region',
            recovery: 'none',
            subject: missing,
            failureDomain: `region ${places[0]}`,
            message: `${noun} "${missing.resource.id}" is in ${places.join(', ')} only, and "${asker.resource.id}" asks for it in ${arn.region}`,
            fix: this.fix,
            evidence: [{ from: asker.resource.id, to: missing.resource.id, because: `it names ${arn.resource}`, seenIn: asker }],
          };
        }
      }
    }
  },
});

/** What an ARN names where none that bears the name is in its region; nothing while a region is not known. */
function missingOf(arn: ArnText, names: ArnNames): readonly Subject[] {
  const bearers = names.bearersOf(arn);
  const places = bearers.map((bearer) => names.regionsOf(bearer));
  const isThere = places.some((regions) => regions.has(arn.region) || [...regions].some((name) => name.startsWith('region of ')));
  return isThere ? [] : bearers;
}
