import { defineSettingsRule } from './settings-rule';

export const healthCheckHasty = defineSettingsRule({
  id: 'health-check-hasty',
  category: 'MISCONFIGURATION_AND_BUGS',
  function: 'serve',
  title: 'one lost packet counts as an outage',
  state: 'gives up too soon',
  why: 'a threshold of one or two moves traffic away at every hiccup, and back again',
  how: 'the failures that count as an outage are compared with three',
  fix: 'let three failures count as an outage',
  sources: ['https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/health-checks-creating-values.html'],
});
