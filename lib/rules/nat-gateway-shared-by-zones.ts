import { defineLossRule, quoted } from './rule';

export const natGatewaySharedByZones = defineLossRule({
  id: 'nat-gateway-shared-by-zones',
  category: 'SINGLE_POINT_OF_FAILURE',
  title: 'one NAT gateway carries the egress of a whole network or of other zones',
  why: 'a zonal NAT gateway fails with its zone, and every subnet routed through it loses its way to the internet and to the endpoints of the provider',
  how: 'the default routes of the subnets that are used lead to this gateway; the zones of the subnets and of the gateway are compared',
  fix: 'use one NAT gateway per zone, each routed from the subnets of its own zone, or a regional NAT gateway',
  sources: ['https://docs.aws.amazon.com/vpc/latest/userguide/nat-gateway-basics.html'],
  remedy: 'every-zone',
  claims: ({ culprit }) => culprit.facts.role === 'nat',
  words: ([loss], { network }) => {
    if (loss === undefined) return { message: '' };
    const { culprit, domain } = loss;
    const routed = network.declared().filter((subnet) => {
      const route = network.defaultRouteOf(subnet);
      return route.kind === 'via' && route.subject === culprit;
    });
    const zones = new Set(routed.map(({ zone }) => zone.index)).size;
    // Two zones of which one is not known may be one zone.
    const isKnown = routed.every(({ zone }) => zone.unknown === undefined);
    const where = zones < 2 ? '' : isKnown ? `, in ${zones} zones` : ', whichever zones they are in';
    const names = quoted(routed.map(({ label }) => label).sort());
    return {
      message: `one NAT gateway "${culprit.resource.id}" in ${domain.label} carries the egress of ${names}${where}`,
    };
  },
});
