import { defineSettingsRule } from './settings-rule';

export const spotOnly = defineSettingsRule({
  id: 'spot-only',
  category: 'MISCONFIGURATION_AND_BUGS',
  function: 'serve',
  title: 'all capacity may be taken away',
  state: 'has capacity that may be taken away only',
  why: 'the provider takes spot machines back within two minutes, of one type all at once',
  how: 'a part that is paid on demand must be given',
  fix: 'keep at least one unit on demand',
  sources: ['https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/spot-interruptions.html'],
});
