import { defineLossRule } from './rule';

export const clusterWithOneInstance = defineLossRule({
  id: 'cluster-with-one-instance',
  category: 'SINGLE_POINT_OF_FAILURE',
  title: 'a database cluster has a single instance, or all of them in one zone',
  why: 'the storage of the cluster spans zones, its instances do not: with no reader to promote, the writer is recreated in about ten minutes, and in the same zone',
  how: 'the instances that name the cluster are counted, and their zones compared',
  fix: 'add an instance of the same size in another zone (set AvailabilityZone on each)',
  sources: ['https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/Concepts.AuroraHighAvailability.html'],
  claims: ({ culprit }) => culprit.facts.role === 'member',
  words: (losses, { dependencies }) => {
    const [loss] = losses;
    if (loss === undefined) return { message: '' };
    const { culprit, domain } = loss;
    const whole = loss.path[loss.path.length - 2];
    const count = whole === undefined ? 1 : dependencies.membersOf(whole).length;
    if (losses.some((other) => other.domain.scope === 'component')) {
      return { message: `"${culprit.resource.id}" is the only instance of its cluster: no other takes over when it fails` };
    }
    return { message: `all ${count} instances of the cluster, "${culprit.resource.id}" among them, stand in ${domain.label}` };
  },
});
