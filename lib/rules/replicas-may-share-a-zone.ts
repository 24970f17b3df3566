import { defineCheckRule } from './rule';

export const replicasMayShareAZone = defineCheckRule({
  id: 'replicas-may-share-a-zone',
  category: 'SHARED_FATE',
  title: 'nothing keeps the copies of a store in different zones',
  why: 'copies that happen to stand in one zone fail together, and nobody notices before that day',
  how: 'the store has several nodes, and the setting that puts them into different zones is off or absent',
  fix: 'turn on its Multi-AZ setting, or name a zone for each node',
  sources: ['https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/AutoFailover.html'],
  remedy: 'redundancy',
  *check({ subjects, units }) {
    for (const subject of subjects) {
      if (subject.facts.units?.spread !== 'unsaid' || subject.uncertain !== undefined) continue;
      const { count, places } = units.of(subject);
      const zones = new Set(places.places.map(({ zone }) => zone.index)).size;
      if (typeof count !== 'number' || count < 2 || (zones === 1 && places.unknownLists.length === 0)) continue;
      yield {
        severity: subject.facts.role === 'cache' ? 'info' : 'warning',
        function: subject.facts.role === 'cache' ? 'auxiliary' : 'serve',
        loses: [subject.resource.id],
        scope: 'zone',
        recovery: subject.facts.recovery?.kind ?? 'none',
        subject,
        failureDomain: 'the zone that the copies share',
        message: `nothing keeps the ${count} nodes of ${subject.facts.noun} "${subject.resource.id}" in different zones`,
        fix: this.fix,
        evidence: [],
      };
    }
  },
});
