import { defineLossRule } from './rule';

export const databaseWithoutStandby = defineLossRule({
  id: 'database-without-standby',
  category: 'SINGLE_POINT_OF_FAILURE',
  title: 'a data store runs on one node',
  why: 'the node fails with its hardware and its zone; without a standby in another zone the data cannot be reached until somebody restores it',
  how: 'the store has one unit, and neither a Multi-AZ setting, a replica with failover, nor a second node is declared',
  fix: 'turn on its Multi-AZ mode, or add a replica in another zone with automatic failover',
  sources: ['https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/Concepts.MultiAZ.html'],
  remedy: 'redundancy',
  claims: ({ culprit }, { units }) =>
    culprit.facts.role === 'store' && units.of(culprit).count !== 'many' && Number(units.of(culprit).count) < 2,
  words: ([loss]) => ({
    message: `${loss?.culprit.facts.noun} "${loss?.culprit.resource.id}" runs on one node without a standby: it is lost with that node and with its zone`,
  }),
});
