import { defineSettingsRule } from './settings-rule';

export const rebalancingOff = defineSettingsRule({
  id: 'rebalancing-off',
  category: 'MISCONFIGURATION_AND_BUGS',
  function: 'serve',
  title: 'units that will be taken away are replaced late',
  state: 'replaces units late',
  why: 'a notice comes before a spot machine is taken; without rebalancing it is not used',
  how: 'capacity rebalancing must be on where types are mixed',
  fix: 'switch capacity rebalancing on',
  sources: ['https://docs.aws.amazon.com/autoscaling/ec2/userguide/ec2-auto-scaling-capacity-rebalancing.html'],
});
