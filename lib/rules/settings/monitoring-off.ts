import { defineSettingsRule } from './settings-rule';

export const monitoringOff = defineSettingsRule({
  id: 'monitoring-off',
  category: 'MISCONFIGURATION_AND_BUGS',
  function: 'admin',
  title: 'its state is seen late',
  state: 'is seen late',
  why: 'what is measured every five minutes is noticed, and scaled, five minutes later',
  how: 'detailed monitoring must be on',
  fix: 'switch detailed monitoring on',
  sources: ['https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/manage-detailed-monitoring.html'],
});
