import { defineSettingsRule } from './settings-rule';

export const deploymentAllAtOnce = defineSettingsRule({
  id: 'deployment-all-at-once',
  category: 'MISCONFIGURATION_AND_BUGS',
  function: 'serve',
  title: 'a deployment replaces everything at once',
  state: 'is replaced all at once',
  why: 'a bad version that arrives everywhere at once leaves nothing that works',
  how: 'the deployment configuration is compared with those that take all targets in one step',
  fix: 'deploy in several steps',
  sources: ['https://docs.aws.amazon.com/codedeploy/latest/userguide/deployment-configurations.html'],
});
