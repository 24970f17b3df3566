import { defineSettingsRule } from './settings-rule';

export const healthCheckSlow = defineSettingsRule({
  id: 'health-check-slow',
  category: 'EXCESSIVE_LATENCY',
  function: 'serve',
  title: 'a check asks seldom',
  state: 'asks seldom',
  why: 'an outage lasts until it is noticed: at 30 seconds and three failures that is a minute and a half',
  how: 'the interval is compared with 10 seconds',
  fix: 'ask every 10 seconds',
  sources: ['https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/health-checks-creating-values.html'],
});
