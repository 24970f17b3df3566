import { defineSettingsRule } from './settings-rule';

export const timeoutLeftToDefault = defineSettingsRule({
  id: 'timeout-left-to-default',
  category: 'MISCONFIGURATION_AND_BUGS',
  function: 'serve',
  title: 'a function is stopped after three seconds',
  state: 'is stopped after the default time',
  why: 'the default is short: when something it calls becomes slow, all calls fail',
  how: 'the timeout must be given',
  fix: 'set the timeout from what the function calls',
  sources: ['https://docs.aws.amazon.com/lambda/latest/dg/configuration-timeout.html'],
});
