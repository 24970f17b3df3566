import { defineSettingsRule } from './settings-rule';

export const launchConfigurationUsed = defineSettingsRule({
  id: 'launch-configuration-used',
  category: 'MISCONFIGURATION_AND_BUGS',
  function: 'serve',
  title: 'a group launches from a launch configuration',
  state: 'launches from a launch configuration',
  why: 'launch configurations know no new machine types and no mix of types, so a shortage of one type cannot be avoided',
  how: 'the name of a launch configuration is looked for',
  fix: 'launch from a launch template',
  sources: ['https://docs.aws.amazon.com/autoscaling/ec2/userguide/launch-configurations.html'],
});
