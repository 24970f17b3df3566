import { defineSettingsRule } from './settings-rule';

export const concurrencyUnreserved = defineSettingsRule({
  id: 'concurrency-unreserved',
  category: 'MISCONFIGURATION_AND_BUGS',
  function: 'serve',
  title: 'a function has no concurrency of its own',
  state: 'shares its concurrency',
  why: 'all functions of an account draw from one pool: a burst of another one leaves nothing for this one',
  how: 'reserved concurrency must be given',
  fix: 'reserve the concurrency that the function needs at its peak',
  sources: ['https://docs.aws.amazon.com/lambda/latest/dg/configuration-concurrency.html'],
});
