import { defineSettingsRule } from './settings-rule';

export const alarmWithoutAction = defineSettingsRule({
  id: 'alarm-without-action',
  category: 'MISCONFIGURATION_AND_BUGS',
  function: 'admin',
  title: 'an alarm tells nobody',
  state: 'tells nobody',
  why: 'an alarm without an action changes its colour on a page that nobody looks at while the system is down',
  how: 'an alarm must have alarm actions, and they must not be switched off',
  fix: 'give the alarm an action that reaches a person or an automation',
  sources: ['https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/AlarmThatSendsEmail.html'],
});
