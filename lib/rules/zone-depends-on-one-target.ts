import type { Analysis, Subject } from '../analysis';
import { Unknown } from '../model';
import { defineCheckRule } from './rule';

export const zoneDependsOnOneTarget = defineCheckRule({
  id: 'zone-depends-on-one-target',
  category: 'SHARED_FATE',
  title: 'a balancer that stays in its zones has a single target in some of them',
  why: 'with cross-zone balancing off, a node of the balancer sends only to targets of its own zone: the loss of the one target there is the loss of the zone for its clients',
  how: 'cross-zone balancing is off, at the pool where it says so and at the balancer otherwise, and the floors of all members over their zones leave fewer than 2 in some zone',
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
        if (thin === undefined) continue;
        yield {
          severity: 'warning',
          function: 'serve',
          loses: [balancer.resource.id],
          scope: 'component',
          recovery: thin.member.facts.recovery?.kind ?? 'none',
          subject: balancer,
          failureDomain: `component ${thin.member.resource.id}`,
          message: `${balancer.facts.noun} "${balancer.resource.id}" does not balance across zones, and ${thin.because}`,
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

/** A member that leaves a zone of the balancer with fewer than two targets, where there are several and all of that is known. */
function thinlySpread(
  balancer: Subject,
  members: readonly Subject[],
  { units }: Analysis,
): { member: Subject; because: string } | undefined {
  const served = new Set(units.of(balancer).places.places.map(({ zone }) => zone.index));
  const floors = new Map<number, number>();
  for (const member of members) {
    const { count, places } = units.of(member);
    const zones = new Set(places.places.map(({ zone }) => zone.index));
    if (typeof count !== 'number' || zones.size === 0 || places.unknownLists.length > 0) return undefined;
    for (const zone of zones)
      if (served.has(zone)) floors.set(zone, (floors.get(zone) ?? 0) + Math.floor(count / zones.size));
  }
  const [thin] = [...floors].find(([, floor]) => floor < 2) ?? [];
  const member = members.find((each) => units.of(each).places.places.some(({ zone }) => zone.index === thin));
  if (floors.size < 2 || member === undefined) return undefined;
  const { count, places } = units.of(member);
  const { size } = new Set(places.places.map(({ zone }) => zone.index));
  const few = `has ${count} unit${count === 1 ? '' : 's'} for ${size} zones`;
  return { member, because: `"${member.resource.id}" ${size > 1 ? few : 'has no peer in its zone'}` };
}
