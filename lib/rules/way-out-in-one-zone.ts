import { defineLossRule } from './rule';

export const wayOutInOneZone = defineLossRule({
  id: 'way-out-in-one-zone',
  category: 'MISCONFIGURATION_AND_BUGS',
  title: 'a group spans zones, and only the subnets of one of them lead out',
  why: 'what stands in a subnet without a way out cannot stand in for what is lost in the zone that has one',
  how: 'of all subnets of a group, those of one zone have a default route; the way itself survives',
  fix: 'route the subnets of the other zones out as well',
  sources: ['https://docs.aws.amazon.com/vpc/latest/userguide/VPC_Route_Tables.html'],
  claims: ({ culprit, event, function: { kind, subject } }, { model, verdicts }) =>
    kind === 'egress' && culprit === subject && verdicts.cuts[model.selfOf(culprit)]?.must.includes(event) !== true,
  words: ([loss]) => ({
    message: `only what "${loss?.culprit.resource.id}" runs in ${loss?.domain.label} has a way out`,
  }),
});
