import { defineLossRule } from './rule';

export const listedTargetsInOnePlace = defineLossRule({
  id: 'listed-targets-in-one-place',
  category: 'SINGLE_POINT_OF_FAILURE',
  title: 'the targets that a pool lists are one, or stand in one zone',
  why: 'an address is one network interface in one subnet: however many zones the balancer has, it has nobody else to send to',
  how: 'targets listed by address or id that are no resources of the input are one machine each, in the zone of the subnet that holds the address; nothing else joins the pool',
  fix: 'list a second target in another zone, or let a group register its units',
  sources: ['https://docs.aws.amazon.com/elasticloadbalancing/latest/application/target-group-register-targets.html'],
  // A balancer may list its targets itself; where it stands is another matter.
  claims: ({ culprit: { facts }, domain }) =>
    facts.role === 'pool' || (facts.listed !== undefined && domain.scope === 'component'),
  words: (losses) => {
    const [loss] = losses;
    const alone = losses.some(({ domain }) => domain.scope === 'component');
    const what = alone ? 'lists one target, and' : `lists targets in ${loss?.domain.label} only, and`;
    return { message: `${loss?.culprit.facts.noun} "${loss?.culprit.resource.id}" ${what} has nobody else to send to` };
  },
});
