import { defineSettingsRule } from './settings-rule';

export const keyEasilyLost = defineSettingsRule({
  id: 'key-easily-lost',
  category: 'MISCONFIGURATION_AND_BUGS',
  function: 'recover',
  title: 'a key is off or gone after few days',
  state: 'is off or soon gone',
  why: 'data under a key that is gone is gone too',
  how: 'the key must be on, and wait 30 days before it is deleted',
  fix: 'leave the key on and its waiting period at 30 days',
  sources: ['https://docs.aws.amazon.com/kms/latest/developerguide/deleting-keys.html'],
});
