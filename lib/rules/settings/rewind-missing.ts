import { defineSettingsRule } from './settings-rule';

export const rewindMissing = defineSettingsRule({
  id: 'rewind-missing',
  category: 'MISCONFIGURATION_AND_BUGS',
  function: 'recover',
  title: 'a cluster cannot be wound back',
  state: 'cannot be wound back',
  why: 'winding back takes minutes, restoring a snapshot takes hours',
  how: 'the window of backtracking is read for the engine that has it',
  fix: 'set a backtrack window',
  sources: ['https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/AuroraMySQL.Managing.Backtrack.html'],
});
