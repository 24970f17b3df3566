import { defineSettingsRule } from './settings-rule';

export const gracePeriodMissing = defineSettingsRule({
  id: 'grace-period-missing',
  category: 'MISCONFIGURATION_AND_BUGS',
  function: 'serve',
  title: 'new units are judged before they can answer',
  state: 'judges units before they can answer',
  why: 'without time to start, healthy units are replaced in a circle',
  how: 'a group that its balancer judges must give a grace period',
  fix: 'give the group the time that a unit needs to start',
  sources: ['https://docs.aws.amazon.com/autoscaling/ec2/userguide/health-check-grace-period.html'],
});
