import { defineLossRule } from './rule';

export const cacheWithoutReplica = defineLossRule({
  id: 'cache-without-replica',
  category: 'SINGLE_POINT_OF_FAILURE',
  title: 'a cache has no replica that takes over',
  why: 'when the node fails the cache is empty or gone, and what stands behind it takes the whole load at once',
  how: 'the cache has one node, its replicas do not fail over automatically, or all its nodes stand in one zone',
  fix: 'use a replication group with automatic failover, Multi-AZ and at least one replica per shard',
  sources: ['https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/AutoFailover.html'],
  remedy: 'redundancy',
  claims: ({ culprit }) => culprit.facts.role === 'cache',
  words: ([loss], { units }) => {
    if (loss === undefined) return { message: '' };
    const { culprit } = loss;
    const one = units.of(culprit).count === 1;
    return {
      message: `${culprit.facts.noun} "${culprit.resource.id}" ${one ? 'has no replica that takes over' : 'has all its nodes in one zone'}`,
    };
  },
});
