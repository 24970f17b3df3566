import { defineLossRule } from './rule';

export const applianceSharedByZones = defineLossRule({
  id: 'appliance-shared-by-zones',
  category: 'SINGLE_POINT_OF_FAILURE',
  title: 'the traffic of several zones passes one zonal inspection endpoint',
  why: 'a firewall or appliance endpoint stands in one zone; routes of other zones that lead to it fail with that zone',
  how: 'the default routes of the subnets that are used lead to this endpoint',
  fix: 'make one endpoint per zone and route each zone to its own',
  sources: ['https://docs.aws.amazon.com/vpc/latest/privatelink/vpce-gateway-load-balancer.html'],
  claims: ({ culprit }) => culprit.facts.role === 'appliance-endpoint',
  words: ([loss]) => ({
    message: `the routes of several subnets lead through "${loss?.culprit.resource.id}" in ${loss?.domain.label}`,
  }),
});
