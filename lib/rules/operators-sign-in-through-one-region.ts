import { defineCheckRule } from './rule';

export const operatorsSignInThroughOneRegion = defineCheckRule({
  id: 'operators-sign-in-through-one-region',
  category: 'SHARED_FATE',
  title: 'people get in through one region only',
  why: 'when the region of the identity center is gone, nobody who could move the traffic can sign in, unless there is a way in that does not need it',
  how: 'in a system over several regions, the regions of identity centers are looked at together; a user, or a provider for direct federation, is a way in of its own',
  severity: 'info',
  unknown: 'ways in that the input does not declare are not seen; where there is one, accept the finding',
  fix: 'keep a user or a federated role for emergencies that needs no identity center, or let the identity center serve the second region too',
  sources: ['https://docs.aws.amazon.com/singlesignon/latest/userguide/emergency-access.html'],
  *check({ subjects, model }) {
    if (!model.judges('region')) return;
    const all = [...subjects];
    const regions = new Set(all.filter(({ facts }) => facts.role === 'compute').map(({ resource }) => resource.stack.region));
    const doors = all.filter(({ facts, uncertain }) => facts.signIn === 'center' && uncertain === undefined);
    const [first] = doors;
    const places = new Set(doors.map(({ resource }) => resource.stack.region));
    if (first === undefined || places.size > 1 || all.some(({ facts }) => facts.signIn === 'own')) return;
    const { region } = first.resource.stack;
    if (![...regions].some((other) => other !== region)) return;
    yield {
      severity: 'info',
      function: 'admin',
      loses: [first.resource.id],
      scope: 'region',
      recovery: 'none',
      subject: first,
      failureDomain: `region ${region}`,
      message: `${first.facts.noun} "${first.resource.id}" lets people in through ${region} only, and nothing else does`,
      fix: this.fix,
      evidence: [],
    };
  },
});
