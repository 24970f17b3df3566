import type { Analysis, Subject, SystemFunction } from '../analysis';
import type { Unproven } from '../diagnostics';
import { resourceRef } from './finding';

/** Doubts as the report says them: one entry per function and missing value. */
export function toUnproven(analysis: Analysis): Unproven[] {
  const { verdicts, subjects, units } = analysis;
  const entries: Unproven[] = [];
  const seen = new Set<string>();
  for (const { function: offered, subject, unknown } of verdicts.doubts) {
    const missing = unknown ?? unknownPlaces(units, subject);
    const key = `${offered.kind}\u0000${offered.name}\u0000${missing?.symbol ?? subject.key}`;
    if (seen.has(key)) continue;
    seen.add(key);
    const peers = missing === undefined ? peersInDoubt(analysis, offered, subject) : [];
    for (const peer of peers) seen.add(`${offered.kind}\u0000${offered.name}\u0000${peer.key}`);
    const names = [subject, ...peers].map(({ resource }) => `"${resource.id}"`).sort();
    entries.push({
      function: offered.kind,
      of: offered.name,
      failureDomain: 'any zone',
      because:
        missing === undefined ? `the zones of ${names.join(', ')} are not known` : `"${subject.resource.id}": ${missing.because}`,
      tell: missing?.tell ?? howToPlace(subject, names.join(', ')),
      resource: resourceRef(subject, subjects.system),
    });
  }
  for (const subject of subjects) {
    const { opaque, noun } = subject.facts;
    if (opaque === undefined) continue;
    entries.push({
      function: 'serve',
      of: subject.resource.id,
      failureDomain: 'any',
      because: `${noun} "${subject.resource.id}": ${opaque.because}`,
      tell: opaque.tell,
      resource: resourceRef(subject, subjects.system),
    });
  }
  for (const [type, resources] of [...subjects.unknownTypes].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const [first] = resources;
    if (first === undefined) continue;
    entries.push({
      function: 'serve',
      of: first.id,
      failureDomain: 'any',
      because: `nospof has no facts about ${type} (${resources.length} resource${resources.length === 1 ? '' : 's'})`,
      tell: `nospof.yaml: facts: { "${type}": { inert: true } } where it cannot matter, else its role, locality and units`,
    });
  }
  return entries;
}

function unknownPlaces(units: Analysis['units'], subject: Parameters<Analysis['units']['of']>[0]) {
  const { count, places } = units.of(subject);
  if (typeof count === 'object') return count;
  return places.unknownLists[0] ?? places.places.find(({ zone }) => zone.unknown !== undefined)?.zone.unknown;
}

/** The other members of the same whole of which the zone is all that is not known: they are one question. */
function peersInDoubt(
  { verdicts, dependencies, units }: Analysis,
  offered: SystemFunction,
  subject: Subject,
): readonly Subject[] {
  const { memberOf } = subject.facts;
  const [whole] = memberOf === undefined ? [] : dependencies.named(subject, memberOf);
  if (whole === undefined) return [];
  const members = dependencies.membersOf(whole);
  return verdicts.doubts
    .filter((doubt) => doubt.function === offered && doubt.unknown === undefined && doubt.subject !== subject)
    .map((doubt) => doubt.subject)
    .filter((peer) => members.includes(peer) && unknownPlaces(units, peer) === undefined);
}

/** The setting that puts them into a zone, as far as there is one. */
function howToPlace({ facts: { placement } }: Subject, names: string): string {
  const [setting] = [...(placement?.subnets ?? []), ...(placement?.zones ?? [])].filter((path) => !path.includes('->'));
  if (setting === undefined) return `say the zones of ${names}`;
  return `set ${setting.replaceAll('[]', '')} of ${names}`;
}
