import { zonesInUse } from '../analysis';
import type { Value } from '../model';
import { defineCheckRule } from './rule';

export const endpointInOneZone = defineCheckRule({
  id: 'endpoint-in-one-zone',
  category: 'SINGLE_POINT_OF_FAILURE',
  title: 'an interface endpoint stands in fewer zones than its callers',
  why: 'with private DNS every call to the service from the whole network goes to the endpoint; when its zone fails, the callers in the other zones lose the service',
  how: 'the zones of the endpoint are compared with the zones of the subnets of its network that something uses',
  severity: 'warning',
  unknown: 'zones and subnets that are not known make no finding',
  fix: 'give the endpoint a subnet in every zone that has callers',
  sources: ['https://docs.aws.amazon.com/vpc/latest/privatelink/interface-endpoints.html'],
  remedy: 'zones',
  *check(analysis) {
    const { subjects, units, network } = analysis;
    const endpoints = [...subjects].filter(({ facts, uncertain }) => facts.role === 'endpoint' && uncertain === undefined);
    if (endpoints.length === 0) return;
    const inUse = zonesInUse(analysis, ({ facts }) => facts.role === 'endpoint');
    for (const subject of endpoints) {
      const { privateName, noun } = subject.facts;
      const { places, unknownLists } = units.of(subject).places;
      const [first] = places;
      if (unknownLists.length > 0 || first === undefined) continue;
      if (!places.every(({ zone }) => zone.index === first.zone.index) || first.subnet === undefined) continue;
      if (isOff(privateName === undefined ? undefined : subjects.value(subject, privateName))) continue;
      const used = inUse.get(network.networkOf(first.subnet) ?? '') ?? [];
      const others = used.filter(({ zone }) => zone.index !== first.zone.index && zone.unknown === undefined);
      if (others.length === 0 || first.zone.unknown !== undefined) continue;
      const [other] = others;
      yield {
        severity: 'warning',
        function: 'egress',
        loses: [subject.resource.id],
        scope: 'zone',
        recovery: 'none',
        subject,
        failureDomain: `zone ${first.zone.label}`,
        message: `${noun} "${subject.resource.id}" stands in zone ${first.zone.label} only, and its network is used in ${others.length + 1} zones ("${other?.label}" among them)`,
        fix: this.fix,
        evidence: [],
      };
    }
  },
});

function isOff(value: Value | undefined): boolean {
  return String(value).toLowerCase() === 'false';
}
