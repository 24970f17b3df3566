import { defineSettingsRule } from './settings-rule';

export const durabilityRelaxed = defineSettingsRule({
  id: 'durability-relaxed',
  category: 'MISCONFIGURATION_AND_BUGS',
  function: 'recover',
  title: 'a database confirms what it has not written down',
  state: 'confirms what it has not written down',
  why: 'after a crash the last transactions are gone although clients were told that they were kept',
  how: 'parameters that trade durability for speed are read',
  fix: 'leave these parameters at their durable values',
  sources: ['https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/CHAP_BestPractices.html'],
});
