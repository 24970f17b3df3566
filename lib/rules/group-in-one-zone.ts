import { defineLossRule } from './rule';

export const groupInOneZone = defineLossRule({
  id: 'group-in-one-zone',
  category: 'SINGLE_POINT_OF_FAILURE',
  title: 'all units of a group or service stand in one zone',
  why: 'a zone fails as a whole; several subnets of one zone, or several units in it, fail together, and the group may not launch anywhere else',
  how: 'the zones of all subnets or zones that the group may use are the same symbol; the number of subnets does not matter',
  fix: 'give the group subnets in at least 2 zones',
  sources: ['https://docs.aws.amazon.com/autoscaling/ec2/userguide/auto-scaling-benefits.html'],
  remedy: 'zones',
  claims: ({ culprit, domain }) => culprit.facts.role === 'compute' && domain.scope === 'zone',
  words: (losses, { units }) => {
    const [loss] = losses;
    if (loss === undefined) return { message: '' };
    const { culprit, domain } = loss;
    if (culprit.facts.units?.count === 1) {
      return { message: `${culprit.facts.noun} "${culprit.resource.id}" and all its peers stand in ${domain.label}` };
    }
    const { places, spread } = units.of(culprit);
    // Which of several it is may not be known.
    if (spread === 'one-place' && new Set(places.places.map(({ zone }) => zone.index)).size !== 1)
      return { message: `${culprit.facts.noun} "${culprit.resource.id}" keeps all of its units in one zone` };
    const subnets = places.places.length;
    const where = subnets > 1 ? `uses ${subnets} subnets, all in ${domain.label}` : `stands in ${domain.label} only`;
    return { message: `${culprit.facts.noun} "${culprit.resource.id}" ${where}` };
  },
});
