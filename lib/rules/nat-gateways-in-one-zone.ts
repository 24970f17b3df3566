import type { Subject } from '../analysis';
import { defineCheckRule, quoted } from './rule';

export const natGatewaysInOneZone = defineCheckRule({
  id: 'nat-gateways-in-one-zone',
  category: 'SHARED_FATE',
  title: 'several NAT gateways of a network stand in one zone',
  why: 'two gateways look redundant and fail together: their zone takes both',
  how: 'the known zones of the NAT gateways that default routes of one network lead to are compared',
  severity: 'warning',
  unknown: 'zones that are not known make no finding; what they leave open is unproven where the proof needs them',
  fix: 'put each NAT gateway into a public subnet of another zone, and route each zone to its own',
  sources: ['https://docs.aws.amazon.com/vpc/latest/userguide/nat-gateway-basics.html'],
  *check({ network, units }) {
    const byNetwork = new Map<string, Set<Subject>>();
    for (const subnet of network.declared()) {
      const route = network.defaultRouteOf(subnet);
      const owner = network.networkOf(subnet);
      if (route.kind !== 'via' || route.subject.facts.role !== 'nat' || owner === undefined) continue;
      byNetwork.set(owner, (byNetwork.get(owner) ?? new Set()).add(route.subject));
    }
    for (const gateways of byNetwork.values()) {
      const zones = [...gateways].map((gateway) => units.of(gateway).places.places[0]?.zone);
      const [first] = zones;
      const [subject] = gateways;
      if (gateways.size < 2 || subject === undefined || first === undefined || first.unknown !== undefined) continue;
      if (zones.some((zone) => zone?.index !== first.index)) continue;
      yield {
        severity: 'warning',
        function: 'egress',
        loses: [...gateways].map(({ resource }) => resource.id).sort(),
        scope: 'zone',
        recovery: 'none',
        subject,
        failureDomain: `zone ${first.label}`,
        message: `NAT gateways ${quoted([...gateways].map(({ resource }) => resource.id).sort())} all stand in zone ${first.label}`,
        fix: this.fix,
        evidence: [],
      };
    }
  },
});
