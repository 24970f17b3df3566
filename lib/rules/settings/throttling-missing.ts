import { defineSettingsRule } from './settings-rule';

export const throttlingMissing = defineSettingsRule({
  id: 'throttling-missing',
  category: 'MISCONFIGURATION_AND_BUGS',
  function: 'serve',
  title: 'one client can use up what all share',
  state: 'has no limit of its own',
  why: "without a limit a stage takes calls until the account's limit, and all other stages fail with it",
  how: 'a rate limit must be given',
  fix: 'give the stage a rate limit',
  sources: ['https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-request-throttling.html'],
});
