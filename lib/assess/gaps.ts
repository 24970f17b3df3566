import { type Analysis, type Doubt, type Subject, type Subnet, tellZones } from '../analysis';
import type { Unknown } from '../model';

/** Something that is missing to decide: a number, a list, the zone of a subnet or of something else. */
export interface Gap {
  readonly unknown: Unknown;
  /** Whose zone it is. */
  readonly subnet?: Subnet;
}

/** All that is missing about a subject, so that nobody is asked for one value after the other. */
export function gapsOf({ subject, unknown }: Doubt, { units }: Analysis): readonly Gap[] {
  const { count, places, zonesEnforced, spread } = units.of(subject);
  const number: Gap[] = typeof count === 'object' ? [{ unknown: count }] : [];
  const placed = zonesEnforced || spread === 'distinct-zones';
  const own: Gap[] = [
    ...number,
    ...(placed ? [] : places.unknownLists.map((list) => ({ unknown: list }))),
    ...(placed ? [] : places.places).flatMap(({ zone, subnet }): Gap[] =>
      zone.unknown === undefined ? [] : [{ unknown: zone.unknown, ...(subnet && { subnet }) }],
    ),
  ];
  const all = unknown === undefined || own.some((gap) => gap.unknown.symbol === unknown.symbol) ? own : [{ unknown }];
  return all.filter((gap, index) => all.findIndex((other) => other.unknown.symbol === gap.unknown.symbol) === index);
}

const MOST_REASONS = 3;

export function reasonOf(gaps: readonly Gap[]): string {
  const reasons = [...new Set(gaps.map(({ unknown }) => unknown.because))];
  const rest = reasons.length - MOST_REASONS;
  return `${reasons.slice(0, MOST_REASONS).join(', ')}${rest > 0 ? ` and ${rest} more` : ''}`;
}

/** One hint for all of them. */
export function tellOf(gaps: readonly Gap[], { resource }: Subject): string {
  const foreign = gaps.flatMap(({ subnet }) => (subnet !== undefined && subnet.subject === undefined ? [subnet] : []));
  const unplaced = gaps.flatMap(({ subnet, unknown }) => (isUnplaced(unknown, subnet) ? [subnet.subject] : []));
  const others = gaps.filter(
    ({ subnet, unknown }) => subnet === undefined || (subnet.subject !== undefined && !isUnplaced(unknown, subnet)),
  );
  const tells = [...new Set(others.map(({ unknown }) => unknown.tell))];
  const options = tells.filter((tell) => /^--parameter \S+$/.test(tell));
  return [
    ...(options.length > 0 ? [options.join(' ')] : []),
    ...tells.filter((tell) => !options.includes(tell)),
    ...(unplaced.length > 0 ? [howToPlace(unplaced)] : []),
    ...(foreign.length > 0 ? [tellZones(foreign, resource.stack.region)] : []),
  ].join('; ');
}

/** It is declared, and no zone is. */
function isUnplaced(unknown: Unknown, subnet: Subnet | undefined): subnet is Subnet & { readonly subject: Subject } {
  return subnet?.subject !== undefined && unknown.symbol === `zone of ${subnet.label}`;
}

/** The setting that puts each into a zone, as far as they have one of their own. */
export function howToPlace(subjects: readonly Subject[]): string {
  const names = subjects.map(({ resource }) => `"${resource.id}"`).join(' and ');
  const placement = subjects[0]?.facts.placement;
  const [setting] = [...(placement?.subnets ?? []), ...(placement?.zones ?? [])].filter((path) => !path.includes('->'));
  if (setting === undefined) return `say the zones of ${names}`;
  return `set ${setting.replaceAll('[]', '')} of ${names}`;
}
