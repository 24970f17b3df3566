import { defineSettingsRule } from './settings-rule';

export const scalingMissing = defineSettingsRule({
  id: 'scaling-missing',
  category: 'MISCONFIGURATION_AND_BUGS',
  function: 'serve',
  title: 'nothing adds units when load grows',
  state: 'does not grow with its load',
  why: 'a peak that was not planned for, or the load of a lost zone, meets a fixed number of units',
  how: 'a scalable target that names the resource is looked for; tables that are paid per request need none',
  fix: 'scale it with its load',
  sources: ['https://docs.aws.amazon.com/autoscaling/application/userguide/what-is-application-auto-scaling.html'],
});
