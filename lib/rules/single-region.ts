import { defineLossRule } from './rule';

export const singleRegion = defineLossRule({
  id: 'single-region',
  category: 'SINGLE_POINT_OF_FAILURE',
  title: 'a function hangs on one region',
  why: 'a region fails rarely and then as a whole, with everything in it: what must go on needs a second region that is ready before the event',
  how: 'the region of every part on the path is known; records, accelerators and replicas that can answer from another region are alternatives',
  fix: 'run it in a second region behind health-checked records or an accelerator, with its data replicated there',
  sources: [
    'https://docs.aws.amazon.com/whitepapers/latest/disaster-recovery-workloads-on-aws/disaster-recovery-options-in-the-cloud.html',
  ],
  claims: ({ domain }) => domain.scope === 'region',
  words: ([loss]) => {
    const { culprit, domain, path } = loss ?? {};
    const user = path?.[path.length - 2];
    const elsewhere = user !== undefined && user.resource.stack.region !== culprit?.resource.stack.region;
    const needed = elsewhere ? `, and "${user.resource.id}" in ${user.resource.stack.region} needs it` : '';
    return { message: `${culprit?.facts.noun} "${culprit?.resource.id}" is lost with ${domain?.label}${needed}` };
  },
});
