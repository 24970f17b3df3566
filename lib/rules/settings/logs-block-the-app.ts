import { defineSettingsRule } from './settings-rule';

export const logsBlockTheApp = defineSettingsRule({
  id: 'logs-block-the-app',
  category: 'MISCONFIGURATION_AND_BUGS',
  function: 'serve',
  title: 'a container waits for its logs',
  state: 'waits for its logs',
  why: 'when the place for logs cannot be reached, a blocking driver stops the process that writes',
  how: 'the mode of the log driver is read',
  fix: 'write logs in non-blocking mode',
  sources: ['https://docs.aws.amazon.com/AmazonECS/latest/developerguide/using_awslogs.html'],
});
