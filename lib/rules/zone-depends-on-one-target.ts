import { defineCheckRule } from './rule';

export const zoneDependsOnOneTarget = defineCheckRule({
  id: 'zone-depends-on-one-target',
  category: 'SHARED_FATE',
  title: 'a balancer that stays in its zones has a single target in some of them',
  why: 'with cross-zone balancing off, a node of the balancer sends only to targets of its own zone: while the one target there is lost, clients that were given the address of that zone are turned away until it leaves DNS',
  how: 'cross-zone balancing is off, and the floor of the members over their zones leaves fewer than 2 in some zone',
  severity: 'warning',
  unknown: 'a setting, a floor or a zone that is not known makes no finding',
  fix: 'turn on cross-zone balancing, or raise the floor to at least 2 targets in every zone',
  sources: ['https://docs.aws.amazon.com/elasticloadbalancing/latest/network/network-load-balancers.html'],
  *check({ subjects, dependencies, units }) {
    for (const balancer of subjects) {
      const { crossZone, noun } = balancer.facts;
      if (crossZone === undefined || balancer.uncertain !== undefined) continue;
      const told = subjects.value(balancer, crossZone.path);
      if (told === undefined ? crossZone.absent : String(told).toLowerCase() !== 'false') continue;
      for (const { to: pool } of dependencies.of(balancer)) {
        for (const member of dependencies.membersOf(pool)) {
          const { count, places } = units.of(member);
          const zones = new Set(places.places.map(({ zone }) => zone.index)).size;
          const few = typeof count === 'number' && zones > 1 && Math.floor(count / zones) < 2;
          if (!few || places.unknownLists.length > 0) continue;
          yield {
            severity: 'warning',
            function: 'serve',
            loses: [balancer.resource.id],
            scope: 'component',
            effect: 'degraded',
            recovery: member.facts.recovery?.kind ?? 'none',
            subject: balancer,
            failureDomain: `component ${member.resource.id}`,
            message: `${noun} "${balancer.resource.id}" does not balance across zones, and "${member.resource.id}" has ${count} unit${count === 1 ? '' : 's'} for ${zones} zones: clients of a zone whose only target fails are turned away until its address leaves DNS`,
            fix: this.fix,
            evidence: [],
          };
        }
      }
    }
  },
});
