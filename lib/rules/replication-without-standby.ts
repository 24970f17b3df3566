import { defineLossRule } from './rule';

export const replicationWithoutStandby = defineLossRule({
  id: 'replication-without-standby',
  category: 'SINGLE_POINT_OF_FAILURE',
  title: 'a replication instance has no standby',
  why: 'change capture stops with the instance; it can go on only while the source still keeps its log',
  how: 'the replication instance is not Multi-AZ',
  fix: 'set MultiAZ to true',
  sources: ['https://docs.aws.amazon.com/dms/latest/userguide/CHAP_ReplicationInstance.html'],
  remedy: 'redundancy',
  claims: ({ culprit }) => culprit.facts.role === 'replication',
  words: ([loss]) => ({
    message: `${loss?.culprit.facts.noun} "${loss?.culprit.resource.id}" has no standby: replication stops when it or its zone fails`,
  }),
});
