import { defineSettingsRule } from './settings-rule';

export const minorUpgradesOff = defineSettingsRule({
  id: 'minor-upgrades-off',
  category: 'MISCONFIGURATION_AND_BUGS',
  function: 'serve',
  title: 'repairs of the provider are not taken',
  state: 'does not take repairs',
  why: 'known faults stay until somebody finds the time',
  how: 'the setting for minor upgrades is read',
  fix: 'let minor upgrades be installed in the maintenance window',
  sources: ['https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_UpgradeDBInstance.Upgrading.html'],
});
