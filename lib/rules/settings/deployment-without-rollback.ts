import { defineSettingsRule } from './settings-rule';

export const deploymentWithoutRollback = defineSettingsRule({
  id: 'deployment-without-rollback',
  category: 'MISCONFIGURATION_AND_BUGS',
  function: 'serve',
  title: 'a deployment that fails stays',
  state: 'keeps a version that fails',
  why: 'a version that never becomes healthy is tried for hours unless something goes back by itself',
  how: 'the setting that rolls a failed deployment back is read',
  fix: 'let failed deployments roll back',
  sources: ['https://docs.aws.amazon.com/AmazonECS/latest/developerguide/deployment-circuit-breaker.html'],
});
