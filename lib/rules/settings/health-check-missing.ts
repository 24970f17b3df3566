import { defineSettingsRule } from './settings-rule';

export const healthCheckMissing = defineSettingsRule({
  id: 'health-check-missing',
  category: 'MISCONFIGURATION_AND_BUGS',
  function: 'serve',
  title: 'what should be asked for its health is not said',
  state: 'is not told what to ask',
  why: 'a default check knows nothing of the service behind it',
  how: 'a check, or its path where it speaks HTTP, must be given',
  fix: 'name the path that says whether the service works',
  sources: ['https://docs.aws.amazon.com/elasticloadbalancing/latest/application/target-group-health-checks.html'],
});
