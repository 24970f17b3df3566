import { defineSettingsRule } from './settings-rule';

export const visibilityShorterThanFunction = defineSettingsRule({
  id: 'visibility-shorter-than-function',
  category: 'MISCONFIGURATION_AND_BUGS',
  function: 'serve',
  title: 'a message comes back while it is still being handled',
  state: 'reads messages that come back too soon',
  why: 'a message that becomes visible again is handled twice, and ends among the dead letters although nothing failed',
  how: 'the visibility timeout of the queue is compared with six times the timeout of the function',
  fix: 'make the visibility timeout six times the timeout of the function',
  sources: ['https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-configure.html'],
});
