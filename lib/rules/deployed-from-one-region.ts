import { defineCheckRule } from './rule';

export const deployedFromOneRegion = defineCheckRule({
  id: 'deployed-from-one-region',
  category: 'SHARED_FATE',
  title: 'changes are delivered from one region only',
  why: 'while the region of the pipeline is gone nothing can be deployed, repaired or scaled by it, and that is when the other region needs it',
  how: 'in a system that runs in several regions, the regions of everything that delivers changes are looked at together',
  severity: 'warning',
  unknown: 'a pipeline that exists only under a condition that is not known is left out; regions that no input says count as one',
  fix: 'have a pipeline in the second region too, with its artifacts there, or keep a way to deploy that needs neither',
  sources: ['https://docs.aws.amazon.com/whitepapers/latest/aws-fault-isolation-boundaries/control-planes-and-data-planes.html'],
  *check({ subjects, model }) {
    if (!model.judges('region')) return;
    const all = [...subjects];
    const running = all.filter(({ facts: { role } }) => role === 'compute' || role === 'store' || role === 'balancer');
    const regions = new Set(running.map(({ resource }) => resource.stack.region));
    const deliverers = all.filter(({ facts, uncertain }) => facts.delivers === true && uncertain === undefined);
    const [first] = deliverers;
    const places = new Set(deliverers.map(({ resource }) => resource.stack.region));
    if (first === undefined || places.size > 1 || ![...regions].some((region) => !places.has(region))) return;
    const { region } = first.resource.stack;
    yield {
      severity: 'warning',
      function: 'recover',
      loses: deliverers.map(({ resource }) => resource.id).sort(),
      scope: 'region',
      recovery: 'none',
      subject: first,
      failureDomain: `region ${region}`,
      message: `${first.facts.noun} "${first.resource.id}" delivers from ${region} only, and the system runs in ${[...regions].sort().join(', ')}`,
      fix: this.fix,
      evidence: [],
    };
  },
});
