import { defineCheckRule } from './rule';
import { stakeOf } from './stake';

export const replicasMayShareANode = defineCheckRule({
  id: 'replicas-may-share-a-node',
  category: 'SHARED_FATE',
  title: 'nothing keeps replicas on different nodes',
  why: 'replicas on one node are lost with it, and replicas in one zone with that; a scheduler that only does its best puts them together when the rest is full',
  how: 'there are several replicas, and neither a topology spread constraint nor an anti-affinity, required or preferred, names their own labels',
  severity: 'warning; info for what is auxiliary',
  unknown: 'a number of replicas or a constraint that is not known makes no finding; the zones are unproven either way',
  fix: 'add topologySpreadConstraints on kubernetes.io/hostname and on topology.kubernetes.io/zone that select the own pods',
  sources: ['https://kubernetes.io/docs/concepts/scheduling-eviction/topology-spread-constraints/'],
  *check(analysis) {
    const { subjects, units } = analysis;
    for (const subject of subjects) {
      const { keptApart, keptApartFails, noun } = subject.facts;
      if (keptApart === undefined || subject.uncertain !== undefined) continue;
      const { count } = units.of(subject);
      if (typeof count !== 'number' || count < 2 || subjects.value(subject, keptApart) !== 'nothing') continue;
      const stake = stakeOf(subject, analysis);
      if (stake === undefined) continue;
      const failing = keptApartFails === undefined ? undefined : subjects.value(subject, keptApartFails);
      const reason = typeof failing === 'string' ? `: ${failing}` : '';
      yield {
        ...stake,
        scope: 'component',
        recovery: subject.facts.recovery?.kind ?? 'none',
        subject,
        failureDomain: 'the node that the replicas share',
        message: `nothing keeps the ${count} pods of ${noun} "${subject.resource.id}" on different nodes, or in different zones${reason}`,
        fix: this.fix,
        evidence: [],
      };
    }
  },
});
