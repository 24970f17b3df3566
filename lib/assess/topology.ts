import type { Analysis, Subject } from '../analysis';
import type { Topology, TopologyDependency, TopologyDomain, TopologyResource } from '../diagnostics';
import { addTo } from '../multimap';
import { resourceRef } from './finding';

/** What stands where and needs what: the part of the report that pictures are drawn from. */
export function toTopology(analysis: Analysis): Topology {
  const shown = new Set<Subject>();
  for (const subject of analysis.subjects) if (isShown(subject, analysis)) shown.add(subject);
  return {
    zones: analysis.zones.all().map(({ label, region, unknown }) => ({ label, region, unknown: unknown !== undefined })),
    resources: [...shown].map((subject) => toResource(subject, analysis)),
    dependencies: [...dependenciesAmong(shown, analysis)],
    functions: analysis.functions.map(({ kind, name, subject }) => ({ kind, name, entry: subject.key })),
    domains: toDomains(analysis, shown),
  };
}

const IN_A_REGION: ReadonlySet<string> = new Set(['zone', 'zones', 'region', 'none']);

function isShown(subject: Subject, { dependencies }: Analysis): boolean {
  const { role, inert, units } = subject.facts;
  if (role === 'template' || role === 'network') return false;
  // What cannot fail by itself is shown where something else says what it needs it for.
  if (inert === true) return role === 'gateway' || dependencies.isUsed(subject);
  if (role === 'identity' || role === 'operations') return false;
  return units !== undefined || dependencies.isUsed(subject) || dependencies.of(subject).length > 0 || role !== 'configuration';
}

function toResource(subject: Subject, { units, subjects }: Analysis): TopologyResource {
  const { count, places } = units.of(subject);
  const zones = [...new Set(places.places.map(({ zone }) => zone.label))];
  return {
    key: subject.key,
    ref: resourceRef(subject, subjects.system),
    noun: subject.facts.noun,
    role: subject.facts.role,
    ...(IN_A_REGION.has(subject.facts.locality) ? { region: subject.resource.stack.region } : {}),
    zones,
    ...(typeof count === 'number' ? { units: count } : {}),
  };
}

function* dependenciesAmong(
  shown: ReadonlySet<Subject>,
  { dependencies, units, network }: Analysis,
): Generator<TopologyDependency> {
  for (const subject of shown) {
    for (const { to, kind, because } of dependencies.of(subject))
      if (shown.has(to)) yield { from: subject.key, to: to.key, kind: kind === 'choice' ? 'hard' : kind, because };
    for (const member of dependencies.membersOf(subject)) {
      if (shown.has(member)) yield { from: subject.key, to: member.key, kind: 'member', because: 'it is a member' };
    }
    if (subject.facts.usesEgress !== true) continue;
    const hops = new Set<Subject>();
    for (const { subnet } of units.of(subject).places.places) {
      const route = subnet === undefined ? undefined : network.defaultRouteOf(subnet);
      if (route?.kind === 'via') hops.add(route.subject);
    }
    for (const hop of hops)
      if (shown.has(hop)) yield { from: subject.key, to: hop.key, kind: 'route', because: 'its subnets route there' };
  }
}

function toDomains({ model, verdicts, functions, units }: Analysis, shown: ReadonlySet<Subject>): TopologyDomain[] {
  const lost = new Map<number, Set<number>>();
  const stops = new Map<number, Set<string>>();
  const unproven = new Map<number, Set<number>>();
  const indexOf = new Map(functions.map((offered, index) => [offered, index]));
  for (const { event, function: offered } of verdicts.losses) addTo(lost, event, indexOf.get(offered) ?? -1);
  const zones = [...model.domains.keys()].filter((event) => model.isZone(event));
  for (const [index, offered] of functions.entries()) {
    const cut = verdicts.cuts[offered.node];
    if (cut === undefined) continue;
    const open = new Set([...cut.may, ...(cut.anyOfClass ? zones : [])]);
    for (const event of open)
      if (!cut.must.includes(event)) addTo(verdicts.lostByChance.has(offered) ? lost : unproven, event, index);
  }
  const capacity = new Map<number, Record<string, number>>();
  for (const subject of shown) {
    for (const event of verdicts.cuts[model.nodeOf(subject)]?.must ?? []) addTo(stops, event, subject.key);
    const { count, places } = units.of(subject);
    const zones = new Set(places.places.map(({ zone }) => zone));
    if (typeof count !== 'number' || count < 1 || places.unknownLists.length > 0) continue;
    for (const zone of zones) {
      const event = model.zoneEvent(zone);
      const left = Math.max(0, count - Math.ceil(count / zones.size)) / count;
      const shares = capacity.get(event);
      if (shares === undefined) capacity.set(event, { [subject.key]: left });
      else shares[subject.key] = left;
    }
  }
  const names = (indexes: readonly number[]) => [...new Set(indexes.flatMap((index) => functions[index]?.name ?? []))].sort();
  return model.domains.flatMap((domain, event) => {
    const lostFunctions = [...(lost.get(event) ?? [])].sort((a, b) => a - b);
    const unprovenFunctions = [...(unproven.get(event) ?? [])].sort((a, b) => a - b);
    const entry: TopologyDomain = {
      label: domain.label,
      scope: domain.scope,
      stops: [...(stops.get(event) ?? [])],
      lost: names(lostFunctions),
      unproven: names(unprovenFunctions),
      lostFunctions,
      unprovenFunctions,
      capacityLeft: capacity.get(event) ?? {},
    };
    return domain.scope !== 'component' || entry.lost.length > 0 ? [entry] : [];
  });
}
