import { defineSettingsRule } from './settings-rule';

export const zoneWrittenOut = defineSettingsRule({
  id: 'zone-written-out',
  category: 'MISCONFIGURATION_AND_BUGS',
  function: 'serve',
  title: 'a zone is written out',
  state: 'names a zone',
  why: 'the template works in one region only, and two accounts mean different places by one name',
  how: 'zones that are literal texts are looked for',
  fix: 'choose the zone by its place in the list of the region',
  sources: [
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/intrinsic-function-reference-getavailabilityzones.html',
  ],
});
