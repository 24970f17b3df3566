import type { Analysis, Subject } from '../analysis';
import { defineCheckRule } from './rule';
import { type Stake, stakeOf } from './stake';

export const replicasMayShareAZone = defineCheckRule({
  id: 'replicas-may-share-a-zone',
  category: 'SHARED_FATE',
  title: 'nothing keeps copies in different zones',
  why: 'copies that happen to stand in one zone fail together, and nobody notices before that day',
  how: 'there are several copies, and the setting that puts them into different zones is off or absent; pods must be kept apart by zone and not only by node',
  severity: 'warning; info for a cache',
  unknown: 'a number of nodes that is not known makes no finding; where the nodes stand is unproven either way',
  fix: 'turn on its Multi-AZ setting, or name a zone for each node',
  sources: [
    'https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/AutoFailover.html',
    'https://kubernetes.io/docs/concepts/scheduling-eviction/topology-spread-constraints/',
  ],
  remedy: 'redundancy',
  *check(analysis) {
    const { subjects, units } = analysis;
    for (const subject of subjects) {
      const noun = mayShare(subject, analysis);
      if (noun === undefined || subject.uncertain !== undefined) continue;
      const { count, places } = units.of(subject);
      const zones = new Set(places.places.map(({ zone }) => zone.index)).size;
      if (typeof count !== 'number' || count < 2 || (zones === 1 && places.unknownLists.length === 0)) continue;
      // Pods that are not kept apart have a list of places that is not known, which says what keeps them apart.
      const [told] = noun === 'pods' ? places.unknownLists : [];
      const stake = noun === 'nodes' ? stakeOfStore(subject) : stakeOf(subject, analysis);
      if (stake === undefined) continue;
      yield {
        ...stake,
        scope: 'zone',
        recovery: subject.facts.recovery?.kind ?? 'none',
        subject,
        failureDomain: 'the zone that the copies share',
        message: `nothing keeps the ${count} ${noun} of ${subject.facts.noun} "${subject.resource.id}" in different zones`,
        fix: told?.tell ?? subject.facts.units?.unsaid?.tell ?? subject.facts.fix ?? this.fix,
        evidence: [],
      };
    }
  },
});

/** What its copies are called, where nothing keeps them in different zones. */
function mayShare(subject: Subject, { subjects }: Analysis): 'nodes' | 'pods' | 'units' | undefined {
  const { role, units, keptApart } = subject.facts;
  // What certainly stands in one zone is a loss, not a chance.
  if (units?.spread === 'one-place') return undefined;
  if (units?.spread === 'unsaid') return role === 'compute' ? 'units' : 'nodes';
  return keptApart !== undefined && subjects.value(subject, keptApart) === 'nodes' ? 'pods' : undefined;
}

function stakeOfStore({ facts: { role }, resource: { id } }: Subject): Stake {
  const loses = [id];
  return role === 'cache'
    ? { severity: 'info', function: 'auxiliary', loses }
    : { severity: 'warning', function: 'serve', loses };
}
