import { defineSettingsRule } from './settings-rule';

export const versioningOff = defineSettingsRule({
  id: 'versioning-off',
  category: 'MISCONFIGURATION_AND_BUGS',
  function: 'recover',
  title: 'what is overwritten is gone',
  state: 'forgets what is overwritten',
  why: 'a deleted or overwritten object comes back only from an older version',
  how: 'versioning must be on',
  fix: 'switch versioning on',
  sources: ['https://docs.aws.amazon.com/AmazonS3/latest/userguide/Versioning.html'],
});
