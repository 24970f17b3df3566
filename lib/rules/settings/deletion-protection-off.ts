import { defineSettingsRule } from './settings-rule';

export const deletionProtectionOff = defineSettingsRule({
  id: 'deletion-protection-off',
  category: 'MISCONFIGURATION_AND_BUGS',
  function: 'recover',
  title: 'one call deletes it',
  state: 'can be deleted by one call',
  why: 'a mistake in a script or a template deletes what took years to gather or minutes to route around',
  how: 'the protection against deletion is read',
  fix: 'switch protection against deletion on',
  sources: ['https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_DeleteInstance.html'],
});
