import { defineLossRule } from './rule';

export const singleProvider = defineLossRule({
  id: 'single-provider',
  category: 'SINGLE_POINT_OF_FAILURE',
  title: 'a function hangs on one provider',
  why: 'accounts, identity and control planes of a provider are shared by all its regions',
  how: 'the provider of every part on the path is known; records that can answer from another provider are alternatives',
  fix: 'run it at a second provider, behind names that are served by two DNS providers',
  sources: ['https://docs.aws.amazon.com/whitepapers/latest/aws-fault-isolation-boundaries/global-services.html'],
  claims: ({ domain }) => domain.scope === 'provider',
  words: ([loss]) => ({
    message: `${loss?.culprit.facts.noun} "${loss?.culprit.resource.id}" is lost with ${loss?.domain.label}`,
  }),
});
