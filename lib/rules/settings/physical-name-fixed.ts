import { defineSettingsRule } from './settings-rule';

export const physicalNameFixed = defineSettingsRule({
  id: 'physical-name-fixed',
  category: 'MISCONFIGURATION_AND_BUGS',
  function: 'serve',
  title: 'a resource has a name that the template fixes',
  state: 'has a fixed name',
  why: 'what must be replaced has to be removed first, because two cannot bear one name: the time between is an outage',
  how: 'a name that the template gives is looked for',
  fix: 'leave the name out',
  sources: ['https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-properties-name.html'],
});
