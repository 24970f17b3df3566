import type { Analysis, Subject } from '../analysis';
import { defineCheckRule, quoted } from './rule';
import { stakeOf } from './stake';

export const mountTargetMissingInZone = defineCheckRule({
  id: 'mount-target-missing-in-zone',
  category: 'MISCONFIGURATION_AND_BUGS',
  title: 'what mounts a file system runs in a zone without a mount target',
  why: 'the name of the file system is answered by the mount target of the own zone: what is started in a zone without one cannot mount it, so that zone serves nothing and stands in for nobody',
  how: 'the zones in which the clients of a file system may run are compared with those of its mount targets, where these stand in two zones or more',
  severity: 'warning; info where the file system is only needed by auxiliary work or operators',
  unknown: 'a zone that is not known makes no finding',
  fix: 'make a mount target in every zone that the clients use, or keep the clients out of the zones without one',
  sources: ['https://docs.aws.amazon.com/efs/latest/ug/how-it-works.html'],
  *check(analysis) {
    for (const client of analysis.subjects) {
      if (client.facts.placement === undefined || client.uncertain !== undefined) continue;
      for (const { to: files, kind, because, seenIn } of analysis.dependencies.of(client)) {
        if (kind !== 'hard' || files.facts.legs === undefined) continue;
        const missing = zonesWithoutLeg(client, files, analysis);
        const stake = missing.length === 0 ? undefined : stakeOf(client, analysis);
        if (stake === undefined) continue;
        yield {
          ...stake,
          scope: 'zone',
          recovery: 'none',
          subject: files,
          failureDomain: `zone ${missing[0]}`,
          message: `${files.facts.noun} "${files.resource.id}" has no mount target in zone ${quoted(missing)}, where "${client.resource.id}" may run`,
          fix: this.fix,
          evidence: [{ from: client.resource.id, to: files.resource.id, because, seenIn }],
        };
      }
    }
  },
});

/** Labels of zones, sorted. A file system that is reached in one zone only is lost with it, which is said elsewhere. */
function zonesWithoutLeg(client: Subject, files: Subject, { units, dependencies }: Analysis): readonly string[] {
  const legs = dependencies.membersOf(files).filter(({ facts }) => facts.role === 'mount');
  const reached = legs.map((leg) => units.of(leg).places);
  const used = units.of(client).places;
  const zones = reached.flatMap(({ places }) => places.map(({ zone }) => zone));
  const unknown = [...reached, used].some(({ unknownLists }) => unknownLists.length > 0);
  if (unknown || zones.some((zone) => zone.unknown !== undefined)) return [];
  const indexes = new Set(zones.map(({ index }) => index));
  const missing = used.places.filter(({ zone }) => zone.unknown === undefined && !indexes.has(zone.index));
  return indexes.size < 2 ? [] : [...new Set(missing.map(({ zone }) => zone.label))].sort();
}
