import { defineSettingsRule } from './settings-rule';

export const crossZoneOff = defineSettingsRule({
  id: 'cross-zone-off',
  category: 'MISCONFIGURATION_AND_BUGS',
  function: 'serve',
  title: 'a balancer keeps traffic within the zone it came into',
  state: 'does not spread over zones',
  why: 'when the targets of one zone fail or are fewer, clients that came in there get errors or wait while other zones idle',
  how: 'the attribute is read; where nothing is said it is off for network, gateway and classic balancers',
  fix: 'switch cross-zone load balancing on',
  sources: ['https://docs.aws.amazon.com/elasticloadbalancing/latest/userguide/how-elastic-load-balancing-works.html'],
});
