import { defineSettingsRule } from './settings-rule';

export const oneInstanceType = defineSettingsRule({
  id: 'one-instance-type',
  category: 'MISCONFIGURATION_AND_BUGS',
  function: 'serve',
  title: 'a group can use one machine type only',
  state: 'can use one machine type only',
  why: 'when a zone is lost everybody asks the others for the same type, and there may be none left',
  how: 'two types or more must be listed',
  fix: 'list several machine types',
  sources: ['https://docs.aws.amazon.com/autoscaling/ec2/userguide/ec2-auto-scaling-mixed-instances-groups.html'],
});
