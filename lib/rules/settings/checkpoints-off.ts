import { defineSettingsRule } from './settings-rule';

export const checkpointsOff = defineSettingsRule({
  id: 'checkpoints-off',
  category: 'MISCONFIGURATION_AND_BUGS',
  function: 'recover',
  title: 'a stream application keeps no checkpoints',
  state: 'keeps no checkpoints',
  why: 'after a restart an application without checkpoints has forgotten what it had counted',
  how: 'the configuration of checkpoints is read; they are on unless it says otherwise',
  fix: 'switch checkpoints on',
  sources: ['https://docs.aws.amazon.com/managed-flink/latest/java/how-fault.html'],
});
