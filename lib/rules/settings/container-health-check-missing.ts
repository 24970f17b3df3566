import { defineSettingsRule } from './settings-rule';

export const containerHealthCheckMissing = defineSettingsRule({
  id: 'container-health-check-missing',
  category: 'MISCONFIGURATION_AND_BUGS',
  function: 'serve',
  title: 'nobody notices that a container hangs',
  state: 'is not asked whether it works',
  why: 'a process that runs and does not answer is replaced only when somebody asks it',
  how: 'every container must have a health check, or probes of readiness and liveness',
  fix: 'give each container a health check',
  sources: ['https://docs.aws.amazon.com/AmazonECS/latest/developerguide/healthcheck.html'],
});
