import { defineSettingsRule } from './settings-rule';

export const resourceRequestsMissing = defineSettingsRule({
  id: 'resource-requests-missing',
  category: 'EXCESSIVE_LOAD',
  function: 'serve',
  title: 'a container does not say what it needs',
  state: 'does not say what it needs',
  why: 'a scheduler that is told nothing puts all units on one node until it is full, and those that asked for nothing are stopped first when memory runs out',
  how: 'every container must request memory and processor time; what it is limited to counts as its request',
  fix: 'give each container requests of cpu and memory that carry its usual load',
  sources: ['https://kubernetes.io/docs/concepts/configuration/manage-resources-containers/'],
});
