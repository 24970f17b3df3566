import type { Analysis, Place, Subject } from '../analysis';
import { Unknown } from '../model';
import { defineCheckRule, quoted } from './rule';

export const zoneDependsOnOneTarget = defineCheckRule({
  id: 'zone-depends-on-one-target',
  category: 'SHARED_FATE',
  title: 'a balancer that stays in its zones has a single target in some of them',
  why: 'with cross-zone balancing off, a node of the balancer sends only to targets of its own zone: while the one target there is lost, clients that were given the address of that zone are turned away until it leaves DNS',
  how: 'cross-zone balancing is off, at the pool where it says so and at the balancer otherwise, and the floors of all members over their zones, 2 or more together, leave fewer than 2 in some zone',
  severity: 'warning',
  unknown: 'a setting, a floor or a zone that is not known makes no finding',
  fix: 'turn on cross-zone balancing, or raise the floor to at least 2 targets in every zone',
  sources: ['https://docs.aws.amazon.com/elasticloadbalancing/latest/network/network-load-balancers.html'],
  *check(analysis) {
    const { subjects, dependencies } = analysis;
    for (const balancer of subjects) {
      if (balancer.facts.role !== 'balancer' || balancer.uncertain !== undefined) continue;
      const pools = dependencies.of(balancer).flatMap(({ kind, to }) => (kind === 'hard' ? [to] : []));
      for (const pool of [balancer, ...pools]) {
        if (isAcrossZones(pool, analysis) ?? isAcrossZones(balancer, analysis) ?? true) continue;
        const thin = thinlySpread(balancer, dependencies.membersOf(pool), analysis);
        const [first] = thin;
        if (first === undefined) continue;
        const { count, places } = analysis.units.of(first);
        const { size } = new Set(places.places.map(({ zone }) => zone.index));
        const names = thin.map(({ resource }) => resource.id).sort();
        const few = `"${names[0]}" has ${count} unit${count === 1 ? '' : 's'} for ${size} zones`;
        yield {
          severity: 'warning',
          function: 'serve',
          loses: [balancer.resource.id],
          scope: 'component',
          effect: 'degraded',
          recovery: thin.every(({ facts }) => facts.recovery?.kind === 'self-healing') ? 'self-healing' : 'none',
          subject: balancer,
          failureDomain: thin.length === 1 ? `component ${names[0]}` : 'the last target of a zone',
          message: `${balancer.facts.noun} "${balancer.resource.id}" does not balance across zones, and ${thin.length === 1 && size > 1 ? few : `${quoted(names)} leave${names.length === 1 ? 's' : ''} a zone with fewer than 2 targets`}`,
          fix: this.fix,
          evidence: [],
        };
      }
    }
  },
});

/** Undefined where it says nothing, or leaves it to its balancer. */
function isAcrossZones(subject: Subject, { subjects }: Analysis): boolean | undefined {
  const { crossZone } = subject.facts;
  const told = crossZone === undefined ? undefined : subjects.value(subject, crossZone.path);
  const word = String(told).toLowerCase();
  if (told instanceof Unknown || word === 'true') return true;
  return word === 'false' ? false : crossZone?.absent;
}

/** The members in zones of the balancer with fewer than two targets, where it has several zones and all of that is known. */
function thinlySpread(balancer: Subject, members: readonly Subject[], { units }: Analysis): readonly Subject[] {
  const served = new Set(units.of(balancer).places.places.map(({ zone }) => zone.index));
  const floors = new Map<number, number>();
  let targets = 0;
  for (const member of members) {
    const { count, places } = units.of(member);
    const zones = new Set(places.places.map(({ zone }) => zone.index));
    if (typeof count !== 'number' || zones.size === 0 || places.unknownLists.length > 0) return [];
    targets += count;
    for (const zone of zones) if (served.has(zone)) floors.set(zone, (floors.get(zone) ?? 0) + Math.floor(count / zones.size));
  }
  // Where there is one target in all, no setting of the balancer finds it another: its own finding says so.
  if (targets < 2) return [];
  const isThin = ({ zone }: Place) => (floors.get(zone.index) ?? 2) < 2;
  return floors.size < 2 ? [] : members.filter((member) => units.of(member).places.places.some(isThin));
}
