import type { Subject, Subnet } from '../analysis';
import { append } from '../multimap';
import { defineCheckRule, quoted } from './rule';

export const natGatewayOfAnotherZone = defineCheckRule({
  id: 'nat-gateway-of-another-zone',
  category: 'SHARED_FATE',
  title: 'the subnets of one zone go out through the NAT gateway of another',
  why: 'the loss of one zone takes the egress of two: what is left is a zone less than the number of zones promises',
  how: 'the known zone of each subnet is compared with the known zone of the NAT gateway that its default route leads to',
  severity: 'warning',
  unknown: 'zones that are not known make no finding; what they leave open is unproven where the proof needs them',
  fix: 'route each private subnet to the NAT gateway of its own zone',
  sources: ['https://docs.aws.amazon.com/vpc/latest/userguide/nat-gateway-basics.html'],
  *check({ network, units, verdicts }) {
    const named = new Set(verdicts.losses.map(({ culprit }) => culprit));
    const crossing = new Map<Subject, Subnet[]>();
    for (const subnet of network.declared()) {
      const route = network.defaultRouteOf(subnet);
      if (route.kind !== 'via' || route.subject.facts.role !== 'nat' || subnet.zone.unknown !== undefined) continue;
      const { places } = units.of(route.subject).places;
      const [place] = places;
      if (place === undefined || place.zone.unknown !== undefined) continue;
      // A gateway of several zones is lost with none of them.
      if (places.length > 1 || place.zone.index === subnet.zone.index) continue;
      append(crossing, route.subject, subnet);
    }
    for (const [subject, subnets] of crossing) {
      // When the whole egress hangs on this gateway, the proof has said so already.
      if (named.has(subject)) continue;
      const [place] = units.of(subject).places.places;
      const names = quoted(subnets.map(({ label }) => label).sort());
      yield {
        severity: 'warning',
        function: 'egress',
        loses: subnets.map(({ label }) => label).sort(),
        scope: 'zone',
        recovery: 'none',
        subject,
        failureDomain: `zone ${place?.zone.label}`,
        message: `NAT gateway "${subject.resource.id}" in zone ${place?.zone.label} carries the egress of ${names} in another zone`,
        fix: this.fix,
        evidence: [],
      };
    }
  },
});
