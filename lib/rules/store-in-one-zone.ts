import { defineLossRule } from './rule';

export const storeInOneZone = defineLossRule({
  id: 'store-in-one-zone',
  category: 'SINGLE_POINT_OF_FAILURE',
  title: 'data lives in one zone',
  why: 'when the zone fails the data cannot be reached, and what was not copied elsewhere may be gone',
  how: 'all nodes of the store are in one zone, by its deployment type, its zone setting or its subnets',
  fix: 'choose a deployment over several zones, or replicate to another zone with failover',
  sources: [
    'https://docs.aws.amazon.com/wellarchitected/latest/reliability-pillar/rel_fault_isolation_multiaz_region_system.html',
  ],
  claims: ({ culprit }) => culprit.facts.role === 'store',
  // Units that are one per subnet are doors: the data behind them stands in zones that the provider chooses.
  words: ([loss]) => {
    const { facts, resource } = loss?.culprit ?? {};
    const state = facts?.units?.count === 'per-subnet' ? 'is reached through one zone only' : 'keeps its data in one zone';
    return { message: `${facts?.noun} "${resource?.id}" ${state}` };
  },
});
