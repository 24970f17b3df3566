import { zonesInUse } from '../analysis';
import { defineCheckRule, quoted } from './rule';

export const attachmentMissingInZone = defineCheckRule({
  id: 'attachment-missing-in-zone',
  category: 'SINGLE_POINT_OF_FAILURE',
  title: 'a network is attached to a hub in fewer zones than it is used in',
  why: 'traffic reaches the hub only through an attachment in the zone that it comes from: the other zones are cut off from everything behind the hub, and a network with one such zone loses all of it with that zone',
  how: 'the zones of all attachments of the network to the hub are compared with the zones of its subnets that something uses',
  severity: 'warning',
  unknown: 'zones that are not known, and subnets that come from outside, make no finding',
  fix: 'give the attachment a subnet in every zone that is used',
  sources: ['https://docs.aws.amazon.com/vpc/latest/tgw/tgw-vpc-attachments.html'],
  remedy: 'zones',
  *check(analysis) {
    const { subjects, units, network } = analysis;
    const attachments = [...subjects].filter(
      ({ facts }) => facts.role === 'attachment' && facts.joins !== undefined && facts.units?.count === 'per-subnet',
    );
    const inUse = zonesInUse(analysis, (subject) => attachments.includes(subject));
    for (const subject of attachments) {
      const { places, unknownLists } = units.of(subject).places;
      const home = places[0]?.subnet === undefined ? undefined : network.networkOf(places[0].subnet);
      if (home === undefined || unknownLists.length > 0 || subject.uncertain !== undefined) continue;
      // A second attachment of the same network may serve the other zones.
      const legs = attachments
        .map((attachment) => units.of(attachment).places)
        .filter((legsOf) => legsOf.places.some(({ subnet }) => subnet !== undefined && network.networkOf(subnet) === home));
      if (legs.some((legsOf) => legsOf.unknownLists.length > 0)) continue;
      const zones = legs.flatMap((legsOf) => legsOf.places.map(({ zone }) => zone));
      if (zones.some(({ unknown }) => unknown !== undefined)) continue;
      const attached = new Set(zones.map(({ index }) => index));
      const missing = (inUse.get(home) ?? []).filter(({ zone }) => zone.unknown === undefined && !attached.has(zone.index));
      const [first] = places;
      if (missing.length === 0 || first === undefined) continue;
      const where = missing.map(({ zone }) => zone.label).sort();
      yield {
        severity: 'warning',
        function: 'egress',
        loses: [subject.resource.id],
        scope: 'zone',
        recovery: 'none',
        subject,
        failureDomain: `zone ${first.zone.label}`,
        message: `${subject.facts.noun} "${subject.resource.id}" has no subnet in zone ${quoted(where)}, where its network is used ("${missing[0]?.label}")`,
        fix: this.fix,
        evidence: [],
      };
    }
  },
});
