import { defineSettingsRule } from './settings-rule';

export const listenerMissing = defineSettingsRule({
  id: 'listener-missing',
  category: 'MISCONFIGURATION_AND_BUGS',
  function: 'serve',
  title: 'nothing listens to what arrives',
  state: 'has nobody who listens',
  why: 'what is sent to it arrives nowhere',
  how: 'listeners or subscriptions that name it are looked for',
  fix: 'give it a listener or a subscription, or remove it',
  sources: ['https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-listeners.html'],
});
