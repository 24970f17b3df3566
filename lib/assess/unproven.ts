import type { Analysis, Doubt, Subject } from '../analysis';
import type { Unproven } from '../diagnostics';
import { inOwnNames } from '../readers';
import { resourceRef } from './finding';
import { gapsOf, howToPlace, reasonOf, tellOf } from './gaps';
import { anyDomain, openDomains } from './open-domains';

/** Resources of a type that are named. */
const MOST_NAMES = 3;

/** Doubts as the report says them: one entry per function and all that is missing to decide it. */
export function toUnproven(analysis: Analysis): Unproven[] {
  return [...doubts(analysis), ...opaque(analysis), ...unknownTypes(analysis)];
}

function doubts(analysis: Analysis): Unproven[] {
  const { verdicts, subjects } = analysis;
  const entries: Unproven[] = [];
  const seen = new Set<string>();
  for (const doubt of verdicts.doubts) {
    const { function: offered, subject } = doubt;
    const gaps = gapsOf(doubt, analysis);
    const missing = gaps.length > 0 ? gaps.map(({ unknown }) => unknown.symbol).join('\u0000') : subject.key;
    const key = [offered.kind, offered.name, missing].join('\u0000');
    if (seen.has(key)) continue;
    seen.add(key);
    const peers = gaps.length === 0 ? peersInDoubt(doubt, analysis) : [];
    for (const peer of peers) seen.add([offered.kind, offered.name, peer.key].join('\u0000'));
    const together = [subject, ...peers].sort((a, b) => (a.resource.id < b.resource.id ? -1 : 1));
    const names = together.map(({ resource }) => `"${resource.id}"`).join(', ');
    const { id } = subject.resource;
    const cause = gaps.length === 0 ? 'the zones are not known' : reasonOf(gaps);
    entries.push({
      function: offered.kind,
      of: offered.name,
      failureDomain: openDomains(offered, analysis),
      because:
        gaps.length === 0 ? `the zones of ${names} are not known` : cause.includes(`"${id}"`) ? cause : `"${id}": ${cause}`,
      cause,
      tell: inOwnNames(gaps.length === 0 ? howToPlace(together) : tellOf(gaps, subject), subject.resource.nativeType),
      resource: resourceRef(subject, subjects.system),
    });
  }
  return entries;
}

/** The other members of the same whole of which the zone is all that is not known: they are one question. */
function peersInDoubt({ function: offered, subject }: Doubt, analysis: Analysis): readonly Subject[] {
  const { verdicts, dependencies } = analysis;
  const { memberOf } = subject.facts;
  const [whole] = memberOf === undefined ? [] : dependencies.named(subject, memberOf);
  if (whole === undefined) return [];
  const members = dependencies.membersOf(whole);
  return verdicts.doubts
    .filter((doubt) => doubt.function === offered && doubt.subject !== subject && members.includes(doubt.subject))
    .filter((doubt) => gapsOf(doubt, analysis).length === 0)
    .map((doubt) => doubt.subject);
}

/** What is there and cannot be looked into. */
function opaque({ subjects, model }: Analysis): Unproven[] {
  return [...subjects].flatMap((subject) => {
    const { opaque: closed, noun } = subject.facts;
    if (closed === undefined) return [];
    const { id } = subject.resource;
    return {
      function: 'serve',
      of: id,
      failureDomain: anyDomain(model),
      because: `${noun} "${id}": ${closed.because}`,
      cause: closed.because,
      tell: closed.tell,
      resource: resourceRef(subject, subjects.system),
    } satisfies Unproven;
  });
}

function unknownTypes({ subjects, model }: Analysis): Unproven[] {
  return [...subjects.unknownTypes]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([type, resources]) => {
      const [first] = resources;
      if (first === undefined) return [];
      const names = resources.slice(0, MOST_NAMES).map(({ id }) => `"${id}"`);
      const more = resources.length > names.length ? ` and ${resources.length - names.length} more` : '';
      const counted = resources.length === 1 ? '1 resource' : `${resources.length} resources: ${names.join(', ')}${more}`;
      const because = `nospof has no facts about ${type} (${counted})`;
      return {
        function: 'serve',
        of: first.id,
        failureDomain: anyDomain(model),
        because,
        cause: because,
        tell: `nospof.yaml: facts: { "${type}": { inert: true } } where it cannot matter, else its role, locality and units`,
      } satisfies Unproven;
    });
}
