import { defineSettingsRule } from './settings-rule';

export const objectLockOff = defineSettingsRule({
  id: 'object-lock-off',
  category: 'MISCONFIGURATION_AND_BUGS',
  function: 'recover',
  title: 'old versions can be erased',
  state: 'lets old versions be erased',
  why: 'whoever has the right to delete, or has stolen it, can delete the versions too',
  how: 'object lock is read',
  fix: 'switch object lock on where the data may never be erased',
  sources: ['https://docs.aws.amazon.com/AmazonS3/latest/userguide/object-lock.html'],
});
