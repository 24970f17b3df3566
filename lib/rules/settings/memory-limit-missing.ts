import { defineSettingsRule } from './settings-rule';

export const memoryLimitMissing = defineSettingsRule({
  id: 'memory-limit-missing',
  category: 'MISCONFIGURATION_AND_BUGS',
  function: 'serve',
  title: 'a container may take all memory of its host',
  state: 'may take all memory',
  why: 'one leak takes the neighbours down with it',
  how: 'a limit must be given for the container or its task',
  fix: 'give the container a limit of memory',
  sources: ['https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_definition_parameters.html'],
});
