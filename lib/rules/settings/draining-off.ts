import { defineSettingsRule } from './settings-rule';

export const drainingOff = defineSettingsRule({
  id: 'draining-off',
  category: 'MISCONFIGURATION_AND_BUGS',
  function: 'serve',
  title: 'requests in flight are cut off',
  state: 'cuts off requests in flight',
  why: 'each scale-in and each deployment ends connections that were being served',
  how: 'draining must be on, or its delay above 0 seconds',
  fix: 'switch connection draining on',
  sources: ['https://docs.aws.amazon.com/elasticloadbalancing/latest/classic/config-conn-drain.html'],
});
